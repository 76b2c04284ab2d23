#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "entity/gazetteer.hpp"
#include "text/json.hpp"

namespace entente::entity {

/// Reads data/entities/*.json into a Gazetteer. Include from .cpp files only (RapidJSON).
class GazetteerLoader {
 public:
  /// @param names a user's file, or none.
  GazetteerLoader(std::filesystem::path directory, std::filesystem::path names)
      : directory_(std::move(directory)), names_(std::move(names)) {}
  Gazetteer load();

 private:
  void read(const std::filesystem::path& file, const std::function<void(const json::Node&)>& use) const;

  void countries(const json::Node& root);
  void country(const json::Node& node);
  void bodies(const json::Node& node, const Country& country);
  void regions(const json::Node& root);
  void organizations(const json::Node& root);
  void titles(const json::Node& root);
  void title(const json::Node& node);
  void body_nouns(const json::Node& root);
  void given_names(const json::Node& root);
  std::vector<std::string> person_words(std::string_view name) const;
  void public_figures(const json::Node& root);
  void state_descriptions(const json::Node& root);  // state_words.cpp
  void variants(const json::Node& root);
  void cues(const json::Node& root);

  // A user's names: gazetteer_names.cpp.
  void user_names(const json::Node& root);
  Form user_entity(const json::Node& node);
  Form listed_entity(const json::Node& ref) const;
  void user_merges(const json::Node& groups);

  /// Adds the forms listed under `key`, each with the readings it may have instead.
  void forms(const json::Node& node, const char* key, Form form);
  void form(std::string_view text, Form form);
  void acronym_spellings(std::string_view text, Form form);
  void lower_spelling(std::string_view text, Form f);
  void mark_ambiguous(const json::Node& node);
  void finish();

  std::filesystem::path directory_, names_;
  Gazetteer out_;
  /// Folded form and mask, of the node being read.
  std::unordered_map<std::string, std::uint8_t> ambiguous_;
};

}  // namespace entente::entity
