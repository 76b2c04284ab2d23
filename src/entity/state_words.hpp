#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::entity {

/// What common nouns and adjectives say of states: which are kingdoms or islands, where they lie, which border on one another
/// (data/entities/state_descriptions.json). Countries are indices into Gazetteer::countries(), regions are ids.
class StateWords {
 public:
  /// Does the word in lower case describe states by a property that not all have: "kingdom", "island", "landlocked"?
  bool describes(std::string_view word) const { return words_.contains(std::string(word)); }
  /// Is the country one that the word describes?
  bool fits(std::string_view word, std::uint32_t country) const { return holds(words_, word, country); }
  /// All words that describe the country, ascending.
  std::vector<std::string> words_of(std::uint32_t country) const;
  /// Is it known which states lie in the region?
  bool knows_area(std::string_view region) const { return areas_.contains(std::string(region)); }
  bool in_area(std::string_view region, std::uint32_t country) const { return holds(areas_, region, country); }
  bool neighbours(std::uint32_t a, std::uint32_t b) const;

 private:
  friend class GazetteerLoader;
  using Lists = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  static bool holds(const Lists& lists, std::string_view key, std::uint32_t country);

  Lists words_, areas_;                              ///< Countries ascending.
  std::vector<std::vector<std::uint32_t>> borders_;  ///< Per country, ascending.
};

}  // namespace entente::entity
