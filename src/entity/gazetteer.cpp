#include "entity/gazetteer.hpp"

#include <cctype>

namespace entente::entity {
namespace {

template <class Map>
auto value_or(const Map& map, std::string_view key, typename Map::mapped_type otherwise) {
  const auto it = map.find(key);
  return it == map.end() ? otherwise : it->second;
}

std::string_view view_or_empty(const auto& map, std::string_view key) {
  const auto it = map.find(key);
  return it == map.end() ? std::string_view() : std::string_view(it->second);
}

}  // namespace

std::optional<std::uint32_t> Gazetteer::country_by_code(std::string_view code) const {
  const auto it = country_by_code_.find(code);
  return it == country_by_code_.end() ? std::nullopt : std::optional(it->second);
}

const BodyNoun* Gazetteer::body_noun(std::string_view lower) const {
  const auto it = body_nouns_.find(lower);
  return it == body_nouns_.end() ? nullptr : &it->second;
}

Gazetteer::Modifier Gazetteer::modifier(std::string_view lower) const { return value_or(modifiers_, lower, Modifier::none); }

char Gazetteer::honorific(std::string_view word) const {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  return value_or(honorifics_, word, '\0');
}

char Gazetteer::person_noun(std::string_view lower) const { return value_or(people_, lower, '\0'); }
std::string_view Gazetteer::public_figure(std::string_view key) const {
  const auto it = public_figures_.find(key);
  return it == public_figures_.end() ? std::string_view() : std::string_view(it->second);
}
char Gazetteer::given_name(std::string_view folded_lower) const { return value_or(given_names_, folded_lower, '\0'); }
std::uint32_t Gazetteer::given_group(std::string_view s) const { return value_or(given_groups_, s, 0U); }
std::uint32_t Gazetteer::nickname_group(std::string_view s) const { return value_or(nickname_groups_, s, 0U); }
std::uint32_t Gazetteer::surname_group(std::string_view s) const { return value_or(surname_groups_, s, 0U); }
std::string_view Gazetteer::spelled(std::string_view key) const {
  const auto it = spellings_.find(key);
  return it == spellings_.end() ? key : std::string_view(it->second);
}
std::string_view Gazetteer::spelled_name(std::string_view key) const { return view_or_empty(spelling_names_, spelled(key)); }

std::string_view Gazetteer::head_class(std::string_view lower) const {
  if (lower.size() > 2 && lower.back() == '.') lower.remove_suffix(1);  // "Inc.", "Ltd."
  return view_or_empty(head_class_, lower);
}
std::string_view Gazetteer::beginning_class(std::string_view folded_lower) const { return view_or_empty(beginning_class_, folded_lower); }
std::string_view Gazetteer::noun_class(std::string_view lower) const { return view_or_empty(noun_class_, lower); }
std::string_view Gazetteer::members_class(std::string_view lower) const { return view_or_empty(members_class_, lower); }
std::span<const std::string> Gazetteer::described_classes(std::string_view lower) const {
  const auto it = described_classes_.find(lower);
  return it == described_classes_.end() ? std::span<const std::string>() : it->second;
}

}  // namespace entente::entity
