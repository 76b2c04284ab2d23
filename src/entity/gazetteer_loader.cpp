#include "entity/gazetteer_loader.hpp"

#include <algorithm>
#include <array>

#include "entity/fold.hpp"

namespace entente::entity {
namespace {

std::string optional_string(const json::Node& node, const char* key) {
  const auto member = node.find(key);
  return member ? std::string(member->string()) : std::string();
}

bool flag(const json::Node& node, const char* key) {
  const auto member = node.find(key);
  return member && member->boolean();
}

/// Calls `use` with every string of the array `key`, which may be missing.
template <class Use>
void each_string(const json::Node& node, const char* key, Use use) {
  const auto list = node.find(key);
  if (!list) return;
  for (std::uint32_t i = 0; i < list->size(); ++i) use(list->at(i).string());
}

std::vector<std::string> strings(const json::Node& node, const char* key) {
  std::vector<std::string> out;
  each_string(node, key, [&](std::string_view s) { out.emplace_back(s); });
  return out;
}

std::uint8_t also_bit(std::string_view also) {
  if (also.starts_with("country")) return also_country;
  if (also.starts_with("region")) return also_region;
  if (also.starts_with("org")) return also_organization;
  return also == "person" ? also_person : also == "place" ? also_place : also_word;
}

}  // namespace

Gazetteer Gazetteer::load(const std::filesystem::path& directory, const std::filesystem::path& names) {
  return GazetteerLoader(directory, names).load();
}

Gazetteer GazetteerLoader::load() {
  read("cues.json", [this](const json::Node& n) { cues(n); });
  read("countries.json", [this](const json::Node& n) { countries(n); });
  read("regions.json", [this](const json::Node& n) { regions(n); });
  read("organizations.json", [this](const json::Node& n) { organizations(n); });
  read("titles.json", [this](const json::Node& n) { titles(n); });
  read("body_nouns.json", [this](const json::Node& n) { body_nouns(n); });
  read("given_names.json", [this](const json::Node& n) { given_names(n); });
  read("name_variants.json", [this](const json::Node& n) { variants(n); });
  read("public_figures.json", [this](const json::Node& n) { public_figures(n); });
  read("state_descriptions.json", [this](const json::Node& n) { state_descriptions(n); });
  if (!names_.empty()) read(std::filesystem::absolute(names_), [this](const json::Node& n) { user_names(n); });
  finish();
  return std::move(out_);
}

void GazetteerLoader::read(const std::filesystem::path& file, const std::function<void(const json::Node&)>& use) const {
  const std::string path = (directory_ / file).string();
  rapidjson::Document document;
  json::parse_file(document, path);
  use(json::Node(document, path));
}

void GazetteerLoader::mark_ambiguous(const json::Node& node) {
  ambiguous_.clear();
  const auto list = node.find("ambiguous");
  if (!list) return;
  for (std::uint32_t i = 0; i < list->size(); ++i) {
    const json::Node item = list->at(i);
    ambiguous_[fold(item.at("form").string())] |= also_bit(item.at("also").string());
  }
}

void GazetteerLoader::form(std::string_view text, Form form) {
  std::string key = fold(text);
  if (key.empty()) return;
  if (const auto it = ambiguous_.find(key); it != ambiguous_.end() && form.sense != Sense::blocked) form.also = it->second;
  const auto value = static_cast<std::uint32_t>(out_.forms_.size());
  out_.forms_.push_back(form);
  if (!form.adjective) out_.capitals_.add(upper_case(key), value);
  out_.names_.add(std::move(key), value);
}

void GazetteerLoader::forms(const json::Node& node, const char* key, Form f) {
  each_string(node, key, [&](std::string_view text) {
    form(text, f);
    if (f.sense == Sense::organization) acronym_spellings(text, f);
    if (f.sense == Sense::organization && !f.adjective) lower_spelling(text, f);
  });
}

// Houses differ in how they spell acronyms that are read as words: UNASUR, Unasur. Four letters at least, or common words would match.
void GazetteerLoader::acronym_spellings(std::string_view text, Form f) {
  if (text.size() < 4) return;
  const auto letters = [&](auto in_range) { return std::all_of(text.begin(), text.end(), in_range); };
  f.derived = true;
  std::string other(text);
  if (letters([](char c) { return c >= 'A' && c <= 'Z'; })) {
    std::transform(other.begin() + 1, other.end(), other.begin() + 1, [](char c) { return static_cast<char>(c + 32); });
    form(other, f);
  }
}

// Nor do they agree on capitals: "the European commission", "the International criminal court", "the Labour party".
void GazetteerLoader::lower_spelling(std::string_view text, Form f) {
  constexpr std::array<std::string_view, 11> kNouns{"Agency", "Assembly", "Bank", "Commission", "Committee", "Council", "Court", "Ministry", "Parliament", "Party", "Senate"};
  const auto last = text.rfind(' '), first = text.find(' ');
  if (last == std::string_view::npos || std::find(kNouns.begin(), kNouns.end(), text.substr(last + 1)) == kNouns.end()) return;
  if (text.find("'") != std::string_view::npos || text.starts_with("The ")) return;
  f.derived = true;
  std::string other(text);
  for (auto i = first; i + 1 < other.size(); ++i)
    if (other[i] == ' ' && other[i + 1] >= 'A' && other[i + 1] <= 'Z' && !(i + 2 < other.size() && other[i + 2] >= 'A' && other[i + 2] <= 'Z')) other[i + 1] = static_cast<char>(other[i + 1] + 32);
  form(other, f);
}

void GazetteerLoader::countries(const json::Node& root) {
  for (std::uint32_t i = 0; i < root.size(); ++i) country(root.at(i));
}

void GazetteerLoader::country(const json::Node& node) {
  Country c{.code = std::string(node.at("code").string()), .name = std::string(node.at("name").string()), .capital = optional_string(node, "capital"),
            .metonymic_capital = node.at("metonymic_capital").boolean(), .territory_of = optional_string(node, "territory_of")};
  const auto index = static_cast<std::uint32_t>(out_.countries_.size());
  out_.country_by_code_.emplace(c.code, index);
  mark_ambiguous(node);
  forms(node, "names", {.sense = Sense::country, .index = index});
  forms(node, "former_names", {.sense = Sense::country, .index = index});
  forms(node, "adjectives", {.sense = Sense::country_adjective, .index = index});
  each_string(node, "demonyms", [&](std::string_view text) {
    const bool plural = text.ends_with('s') || text.ends_with("men") || text.ends_with("ese");
    form(text, {.sense = Sense::country_demonym, .plural = plural, .index = index});
  });
  if (!c.capital.empty() && !c.metonymic_capital) form(c.capital, {.sense = Sense::city, .index = index});
  if (!c.capital.empty() && c.metonymic_capital) form(c.capital, {.sense = Sense::seat, .index = index});
  forms(node, "seats", {.sense = Sense::seat, .index = index});
  forms(node, "cities", {.sense = Sense::city, .index = index});
  forms(node, "not_in", {.sense = Sense::blocked});
  bodies(node, c);
  out_.countries_.push_back(std::move(c));
}

void GazetteerLoader::bodies(const json::Node& node, const Country& country) {
  const json::Node list = node.at("bodies");
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    const json::Node body = list.at(i);
    const auto index = static_cast<std::uint32_t>(out_.organizations_.size());
    const std::string name(body.at("name").string());
    out_.organizations_.push_back({.ref = "body:" + country.code + ":" + name, .name = name, .country = country.code,
                                   .cls = std::string(body.at("class").string()), .part_of = "country:" + country.code, .nouns = strings(body, "nouns")});
    forms(body, "names", {.sense = Sense::organization, .index = index});
  }
}

void GazetteerLoader::regions(const json::Node& root) {
  for (std::uint32_t i = 0; i < root.size(); ++i) {
    const json::Node node = root.at(i);
    const auto index = static_cast<std::uint32_t>(out_.regions_.size());
    out_.regions_.push_back({.id = std::string(node.at("id").string()), .name = std::string(node.at("name").string()),
                             .country = optional_string(node, "country"), .cls = std::string(node.at("class").string()), .state = optional_string(node, "kind") == "country"});
    mark_ambiguous(node);
    forms(node, "names", {.sense = Sense::region, .index = index});
    forms(node, "abbreviations", {.sense = Sense::region, .index = index});
    forms(node, "adjectives", {.sense = Sense::region_adjective, .index = index});
    each_string(node, "demonyms", [&](std::string_view text) {
      form(text, {.sense = Sense::region_demonym, .plural = text.ends_with('s'), .index = index});
    });
    forms(node, "seats", {.sense = Sense::region_seat, .index = index});
    if (const auto country = out_.country_by_code(out_.regions_.back().country)) forms(node, "cities", {.sense = Sense::city, .index = *country});
    forms(node, "not_in", {.sense = Sense::blocked});
  }
}

void GazetteerLoader::organizations(const json::Node& root) {
  for (std::uint32_t i = 0; i < root.size(); ++i) {
    const json::Node node = root.at(i);
    const auto index = static_cast<std::uint32_t>(out_.organizations_.size());
    out_.organizations_.push_back({.ref = "org:" + std::string(node.at("id").string()), .name = std::string(node.at("name").string()),
                                   .country = optional_string(node, "country"), .cls = std::string(node.at("class").string()),
                                   .part_of = optional_string(node, "part_of"), .nouns = strings(node, "nouns")});
    if (auto& parent = out_.organizations_.back().part_of; !parent.empty()) parent.insert(0, "org:");
    mark_ambiguous(node);
    forms(node, "names", {.sense = Sense::organization, .index = index});
    forms(node, "former_names", {.sense = Sense::organization, .index = index});
    forms(node, "adjectives", {.sense = Sense::organization, .adjective = true, .index = index});
    forms(node, "seats", {.sense = Sense::organization_seat, .index = index});
  }
}

void GazetteerLoader::body_nouns(const json::Node& root) {
  const json::Node list = root.at("nouns");
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    const json::Node node = list.at(i);
    const std::string_view sense = node.at("sense").string();
    for (const bool plural : {false, true}) {
      BodyNoun& noun = out_.body_nouns_[std::string(node.at(plural ? "plural" : "noun").string())];
      noun.state |= sense == "state";
      noun.body |= sense == "body";
      noun.members |= sense == "members";
      noun.mass |= flag(node, "mass");
      noun.plural |= plural && !flag(node, "mass");
      if (noun.cls.empty()) noun.cls = optional_string(node, "class");
    }
  }
  each_string(root, "some", [&](std::string_view s) { out_.some_.emplace(s); });
}

void GazetteerLoader::given_names(const json::Node& root) {
  each_string(root, "m", [&](std::string_view s) { out_.given_names_.emplace(fold(s), 'm'); });
  each_string(root, "f", [&](std::string_view s) {
    const auto [it, made] = out_.given_names_.emplace(fold(s), 'f');
    if (!made && it->second == 'm') it.value() = 'n';
  });
  each_string(root, "both", [&](std::string_view s) { out_.given_names_[fold(s)] = 'n'; });
}

// Folded, in lower case, and without the particles that are often left out, as names of persons are compared.
std::vector<std::string> GazetteerLoader::person_words(std::string_view name) const {
  std::vector<std::string> all, out;
  std::istringstream words(fold_lower(name));
  for (std::string word; words >> word;) all.push_back(word);
  for (const auto& word : all)
    if (all.size() < 3 || !out_.is_particle(word)) out.push_back(word);
  return out;
}

void GazetteerLoader::public_figures(const json::Node& root) {
  // States whose names of persons begin with the family's.
  constexpr std::array<std::string_view, 6> kFamilyFirst{"CHN", "TWN", "KOR", "PRK", "VNM", "KHM"};
  for (const auto& state : root.object().value().GetObject()) {
    const std::string code = state.name.GetString();
    if (!out_.country_by_code(code)) root.at(code.c_str()).fail("expected the code of a country");
    const bool family_first = std::find(kFamilyFirst.begin(), kFamilyFirst.end(), code) != kFamilyFirst.end();
    each_string(root, code.c_str(), [&](std::string_view s) {
      const auto words = person_words(s);
      std::string name;
      for (const auto& word : words) name.append(name.empty() ? "" : " ").append(word);
      out_.public_figures_.emplace(name, code);
      // The surname alone, where all who bear it are of one state; an empty code says that they are not.
      const auto [it, made] = out_.public_figures_.emplace(family_first ? words.front() : words.back(), code);
      if (!made && it->second != code) it.value().clear();
    });
  }
}

void GazetteerLoader::variants(const json::Node& root) {
  const auto groups = [&](const char* key, Gazetteer::Map<std::uint32_t>& into) {
    const json::Node list = root.at(key);
    for (std::uint32_t i = 0; i < list.size(); ++i) {
      const json::Node group = list.at(i);
      for (std::uint32_t k = 0; k < group.size(); ++k) into.emplace(group.at(k).string(), i + 1);
    }
  };
  groups("given", out_.given_groups_);
  groups("nicknames", out_.nickname_groups_);
  groups("surnames", out_.surname_groups_);
  each_string(root, "particles", [&](std::string_view s) { out_.particles_.emplace(s); });
}

void GazetteerLoader::finish() {
  out_.names_.finish();
  out_.capitals_.finish();
  out_.titles_index_.finish();
  out_.descriptions_.finish();
}

}  // namespace entente::entity
