#include <algorithm>
#include <array>

#include "entity/fold.hpp"
#include "entity/gazetteer_loader.hpp"

/// A user's names (--names): persons, organizations and regions that the program does not know, further names of those it
/// knows, and spellings of one name.
namespace entente::entity {
namespace {

std::string string_or_empty(const json::Node& node, const char* key) {
  const auto member = node.find(key);
  return member ? std::string(member->string()) : std::string();
}

std::string text(const json::Node& node) {
  if (fold(node.string()).empty()) node.fail("no name");
  return std::string(node.string());
}

/// A misspelt member would be a name that is silently not there.
void allow_members(const json::Node& node, std::initializer_list<std::string_view> allowed) {
  for (const auto& member : node.object().value().GetObject()) {
    const std::string_view name(member.name.GetString(), member.name.GetStringLength());
    if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) continue;
    std::string list;
    for (const auto known : allowed) list.append(list.empty() ? "" : ", ").append(known);
    node.fail("unknown member \"" + std::string(name) + "\"; expected " + list);
  }
}

/// "Ali Hassan" → "ali-hassan".
std::string identifier(std::string_view name) {
  std::string id = fold_lower(name);
  std::replace(id.begin(), id.end(), ' ', '-');
  return id;
}

template <class List>
std::uint32_t position(const List& list, std::string_view id, std::string List::value_type::*member) {
  const auto at = std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.*member == id; });
  return static_cast<std::uint32_t>(at - list.begin());
}

constexpr std::array<std::string_view, 22> classes{"igo",    "un",         "bloc",     "alliance",   "court",  "bank",    "army",  "police",
                                                   "armed_group", "party", "parliament", "ministry", "government", "agency", "medium", "company",
                                                   "ngo",    "sport",      "university", "treaty",   "religious", "union"};

}  // namespace

void GazetteerLoader::user_names(const json::Node& root) {
  allow_members(root, {"format", "version", "entities", "merges"});
  const json::Node format = root.at("format"), version = root.at("version");
  if (format.string() != "entente-names") format.fail("expected \"entente-names\"");
  if (version.uint32() != 1) version.fail("this program reads version 1");
  ambiguous_.clear();
  std::unordered_map<std::string, std::uint32_t> owners;  // Folded name → the entity that has it.
  if (const auto entities = root.find("entities"))
    for (std::uint32_t i = 0; i < entities->size(); ++i) {
      const json::Node node = entities->at(i);
      const Form of = user_entity(node);
      const auto add = [&](const json::Node& name) {
        const auto [at, fresh] = owners.try_emplace(fold(text(name)), i);
        if (!fresh && at->second != i) name.fail("\"" + std::string(name.string()) + "\" is a name of /entities/" + std::to_string(at->second) + " too");
        if (fresh) form(name.string(), of);
      };
      if (const auto name = node.find("name")) add(*name);
      if (const auto aliases = node.find("aliases"))
        for (std::uint32_t k = 0; k < aliases->size(); ++k) add(aliases->at(k));
    }
  if (const auto merges = root.find("merges")) user_merges(*merges);
}

/// What the names of the entity denote; a new one is added.
Form GazetteerLoader::user_entity(const json::Node& node) {
  if (node.object().value().HasMember("ref")) {
    allow_members(node, {"ref", "aliases"});
    const json::Node ref = node.at("ref"), aliases = node.at("aliases");
    if (aliases.size() == 0) aliases.fail("no alias");
    return listed_entity(ref);
  }
  allow_members(node, {"name", "kind", "id", "country", "aliases", "class", "gender"});
  const json::Node name_node = node.at("name"), kind = node.at("kind");
  const std::string name = text(name_node), country = string_or_empty(node, "country");
  if (!country.empty() && !out_.country_by_code(country)) node.at("country").fail("\"" + country + "\" is no ISO 3166-1 alpha-3 code");
  std::string id = string_or_empty(node, "id");
  if (id.empty()) id = identifier(name);
  const auto fresh = [&](bool is_fresh) {
    if (!is_fresh) node.fail("there is a listed entity of this identifier; name it by \"ref\" to add aliases, or give another \"id\"");
  };
  if (kind.string() == "person") {
    fresh(position(out_.persons_, "person:" + id, &Person::ref) == out_.persons_.size());
    const std::string gender = string_or_empty(node, "gender");
    if (!gender.empty() && gender != "m" && gender != "f") node.at("gender").fail("expected \"m\" or \"f\"");
    out_.persons_.push_back({"person:" + id, name, country, gender.empty() ? '\0' : gender[0]});
    return {.sense = Sense::person, .user = true, .index = static_cast<std::uint32_t>(out_.persons_.size() - 1)};
  }
  if (kind.string() == "organization") {
    fresh(position(out_.organizations_, "org:" + id, &Organization::ref) == out_.organizations_.size());
    const std::string cls = string_or_empty(node, "class");
    if (!cls.empty() && std::find(classes.begin(), classes.end(), cls) == classes.end()) node.at("class").fail("unknown class \"" + cls + "\"");
    out_.organizations_.push_back({.ref = "org:" + id, .name = name, .country = country, .cls = cls, .part_of = "", .nouns = {}});
    return {.sense = Sense::organization, .user = true, .index = static_cast<std::uint32_t>(out_.organizations_.size() - 1)};
  }
  if (kind.string() == "region") {
    fresh(position(out_.regions_, id, &Region::id) == out_.regions_.size());
    out_.regions_.push_back({.id = id, .name = name, .country = country, .cls = "area"});
    return {.sense = Sense::region, .user = true, .index = static_cast<std::uint32_t>(out_.regions_.size() - 1)};
  }
  kind.fail("expected \"person\", \"organization\" or \"region\"");
}

Form GazetteerLoader::listed_entity(const json::Node& ref) const {
  const std::string_view text = ref.string();
  const auto colon = text.find(':');
  const std::string_view kind = text.substr(0, colon), id = colon == std::string_view::npos ? "" : text.substr(colon + 1);
  if (kind == "country")
    if (const auto index = out_.country_by_code(id)) return {.sense = Sense::country, .user = true, .index = *index};
  if (kind == "org" || kind == "body")
    if (const auto index = position(out_.organizations_, text, &Organization::ref); index < out_.organizations_.size())
      return {.sense = Sense::organization, .user = true, .index = index};
  if (kind == "region")
    if (const auto index = position(out_.regions_, id, &Region::id); index < out_.regions_.size())
      return {.sense = Sense::region, .user = true, .index = index};
  ref.fail("nothing listed has the reference \"" + std::string(text) + "\"; they are as \"country:RUS\", \"org:CELAC\", \"region:andes\"");
}

void GazetteerLoader::user_merges(const json::Node& groups) {
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    const json::Node group = groups.at(g);
    if (group.size() < 2) group.fail("expected two spellings at least");
    const json::Node first_node = group.at(0U);
    const std::string first = text(first_node), key = fold_lower(first);
    out_.spelling_names_.emplace(key, first);
    for (std::uint32_t i = 0; i < group.size(); ++i) {
      const json::Node spelling = group.at(i);
      const auto [at, fresh] = out_.spellings_.emplace(fold_lower(text(spelling)), key);
      if (!fresh && at->second != key) spelling.fail("\"" + std::string(spelling.string()) + "\" is in another group too");
    }
  }
}

}  // namespace entente::entity
