#include "entity/fold.hpp"
#include "entity/gazetteer_loader.hpp"

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

OfficeKind office_kind(const json::Node& node) {
  constexpr std::array<std::pair<std::string_view, OfficeKind>, 9> kinds{{{"leads", OfficeKind::leads},
                                                                           {"holds_office_in", OfficeKind::holds_office_in},
                                                                           {"chairs", OfficeKind::chairs},
                                                                           {"works_for", OfficeKind::works_for},
                                                                           {"member_of", OfficeKind::member_of},
                                                                           {"founded", OfficeKind::founded},
                                                                           {"owns", OfficeKind::owns},
                                                                           {"succeeds", OfficeKind::succeeds},
                                                                           {"kin", OfficeKind::kin}}};
  for (const auto& [name, kind] : kinds)
    if (node.string() == name) return kind;
  node.fail("expected the name of an office");
}

char gender_of(const json::Node& node, char otherwise) {
  const std::string gender = optional_string(node, "gender");
  return gender.empty() ? otherwise : gender[0];
}

}  // namespace

void GazetteerLoader::title(const json::Node& node) {
  Title t{.title = std::string(node.at("title").string()), .office = office_kind(node.at("office")), .gender = gender_of(node, 0),
          .state_default = flag(node, "state_default"), .sending_state = flag(node, "sending_state"), .swap = flag(node, "swap"),
          .honorific = flag(node, "honorific"), .party = flag(node, "party"), .speaks = flag(node, "speaks"), .royal = flag(node, "royal"),
          .unit = flag(node, "unit"), .body_hint = optional_string(node, "body_hint"), .country = optional_string(node, "country")};
  const auto index = static_cast<std::uint32_t>(out_.titles_.size());
  out_.titles_index_.add(fold_lower(t.title), 2 * index);
  out_.titles_index_.add(fold_lower(node.at("plural").string()), 2 * index + 1);
  if (const auto list = node.find("abbreviations"))
    for (std::uint32_t i = 0; i < list->size(); ++i) out_.titles_index_.add(fold_lower(list->at(i).string()), 2 * index);
  out_.titles_.push_back(std::move(t));
}

void GazetteerLoader::titles(const json::Node& root) {
  const json::Node list = root.at("titles");
  for (std::uint32_t i = 0; i < list.size(); ++i) title(list.at(i));
  const json::Node modifiers = root.at("modifiers");
  for (std::uint32_t i = 0; i < modifiers.size(); ++i) {
    const json::Node m = modifiers.at(i);
    const std::string_view effect = m.at("effect").string();
    out_.modifiers_.emplace(m.at("word").string(), effect == "keep" ? Gazetteer::Modifier::keep : effect == "demote" ? Gazetteer::Modifier::demote
                                                                                                                    : Gazetteer::Modifier::elect);
  }
  const json::Node former = root.at("former");
  for (std::uint32_t i = 0; i < former.size(); ++i) out_.former_.emplace(former.at(i).string());
  const json::Node honorifics = root.at("honorifics");
  for (std::uint32_t i = 0; i < honorifics.size(); ++i) {
    const json::Node h = honorifics.at(i);
    std::string_view form = h.at("form").string();
    if (form.ends_with('.')) form.remove_suffix(1);
    out_.honorifics_.emplace(form, gender_of(h, 'n'));
  }
  const json::Node counterparts = root.at("counterparts");
  for (std::uint32_t i = 0; i < counterparts.size(); ++i) {
    const json::Node c = counterparts.at(i);
    out_.counterparts_.emplace(c.at("noun").string());
    out_.counterparts_.emplace(c.at("plural").string());
  }
  const json::Node people = root.at("people");
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    const json::Node p = people.at(i);
    out_.people_.emplace(p.at("noun").string(), gender_of(p, 'n'));
    out_.people_.emplace(p.at("plural").string(), gender_of(p, 'n'));
  }
  const json::Node descriptions = root.at("descriptions");
  for (std::uint32_t i = 0; i < descriptions.size(); ++i) {
    const json::Node d = descriptions.at(i);
    const std::string wanted(d.at("title").string());
    for (std::uint32_t t = 0; t < out_.titles_.size(); ++t)
      if (out_.titles_[t].title == wanted) out_.descriptions_.add(fold_lower(d.at("phrase").string()), t);
  }
}

void GazetteerLoader::cues(const json::Node& root) {
  const auto classes = [&](const char* key, const auto& add) {
    const json::Node object = root.at(key);
    for (const auto& member : object.object().value().GetObject()) {
      const json::Node list = object.at(member.name.GetString());
      for (std::uint32_t i = 0; i < list.size(); ++i) add(std::string(list.at(i).string()), member.name.GetString());
    }
  };
  const auto first_of = [](Gazetteer::Map<std::string>& map) { return [&map](std::string noun, const char* cls) { map.emplace(std::move(noun), cls); }; };
  classes("organization_heads", first_of(out_.head_class_));
  classes("organization_nouns", first_of(out_.noun_class_));
  classes("organization_beginnings", [&](std::string noun, const char* cls) { out_.beginning_class_.emplace(fold_lower(noun), cls); });
  classes("organization_members", first_of(out_.members_class_));
  classes("organization_descriptions", [&](std::string noun, const char* cls) { out_.described_classes_[std::move(noun)].emplace_back(cls); });
  constexpr std::array<const char*, static_cast<std::size_t>(Gazetteer::Cue::count)> names{
      "weak_heads", "organization_tails", "place_nouns", "region_nouns", "thing_nouns", "speech_verbs", "communication_verbs", "motion_verbs",
      "motion_nouns", "location_prepositions", "portfolio", "not_names", "not_acronyms", "openers"};
  for (std::size_t c = 0; c < names.size(); ++c) {
    const json::Node list = root.at(names[c]);
    for (std::uint32_t i = 0; i < list.size(); ++i) out_.cues_[c].emplace(list.at(i).string());
  }
}

}  // namespace entente::entity
