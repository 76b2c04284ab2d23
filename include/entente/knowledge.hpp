#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What the network needs to know of a relation (data/relations/NAME.json).
struct RelationType {
  std::string name;
  std::string event_class;  ///< "cooperation", "conflict" or "structural".
  std::string plover;       ///< PLOVER event type; empty for structural relations.
  int quad = 0;             ///< PLOVER quad class 1..4; 0 for structural relations.
  bool symmetric = false;   ///< One edge a pair, whichever order the text has.
  friend bool operator==(const RelationType&, const RelationType&) = default;
};

/// Spellings that denote the same name. Folded words (lower case, no diacritics) → the group's first word.
struct NameVariants {
  std::map<std::string, std::string, std::less<>> given, surnames;
  std::vector<std::string> particles;  ///< Parts of surnames that are often left out; sorted.
};

/// What is known beforehand, apart from any text.
struct Knowledge {
  std::map<std::string, RelationType, std::less<>> relations;
  NameVariants names;

  /// A relation that no file defines counts as structural and directed.
  RelationType relation(std::string_view name) const;

  /// @param data the project's data directory. @throws InputError naming file and JSON pointer.
  static Knowledge load(const std::filesystem::path& data);
};

}  // namespace entente
