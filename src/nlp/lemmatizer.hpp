#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nlp/flat_map.hpp"

namespace entente::nlp {

/// spaCy's rule lemmatizer for English: suffix rules by part of speech, checked against a list of known base forms, and exceptions.
/// Immutable after loading.
class Lemmatizer {
 public:
  /// @throws ModelError naming the file and the table that is missing or broken.
  static Lemmatizer load(const std::filesystem::path& model_dir);

  /// @param pos coarse part of speech ("NOUN"); @param morph features as "Number=Plur|..." (may be empty).
  std::string lemma(std::string_view text, std::string_view pos, std::string_view morph) const;

 private:
  friend class LemmaTableReader;
  struct Table {
    std::vector<std::pair<std::string, std::string>> rules;  ///< old suffix → new suffix
    FlatMap<std::vector<std::string>> exceptions;            ///< by string hash
    HashSet index;                                           ///< known base forms, by string hash
  };

  std::string by_rules(const Table& table, std::string_view text) const;

  std::map<std::uint64_t, Table> tables_;  ///< by the string id of the lower-case part of speech
};

}  // namespace entente::nlp
