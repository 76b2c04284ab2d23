#include "entity/analysis.hpp"

#include <algorithm>

namespace entente::entity {

std::vector<Form> Analysis::readings(const Listed& l) const {
  const PhraseIndex& index = l.capitals ? gazetteer.capitals() : gazetteer.names();
  const auto [first, last] = index.values(l.phrase);
  std::vector<Form> out;
  for (auto v = first; v != last; ++v) out.push_back(gazetteer.form(*v));
  return out;
}

void Analysis::add_role(Role role) {
  const auto at = std::upper_bound(roles.begin(), roles.end(), role.token, [](std::uint32_t i, const Role& r) { return i < r.token; });
  roles.insert(at, std::move(role));
}

std::span<const Role> Analysis::roles_near(std::uint32_t token) const {
  constexpr std::ptrdiff_t before = 300, after = 200;
  const auto at = std::lower_bound(roles.begin(), roles.end(), token, [](const Role& r, std::uint32_t i) { return r.token < i; }) - roles.begin();
  const auto first = std::max<std::ptrdiff_t>(0, at - before), last = std::min<std::ptrdiff_t>(std::ssize(roles), at + after);
  return std::span(roles).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first));
}

std::span<Role> Analysis::roles_at(std::uint32_t token) {
  const auto less = [](const Role& r, std::uint32_t i) { return r.token < i; };
  const auto first = std::lower_bound(roles.begin(), roles.end(), token, less), last = std::lower_bound(first, roles.end(), token + 1, less);
  return std::span(roles).subspan(static_cast<std::size_t>(first - roles.begin()), static_cast<std::size_t>(last - first));
}

std::uint32_t Analysis::add_draft(Draft draft) {
  drafts.push_back(std::move(draft));
  return static_cast<std::uint32_t>(drafts.size() - 1);
}

std::uint32_t Analysis::country_draft(std::uint32_t country) {
  const auto [it, made] = known_drafts.try_emplace({0, country}, 0);
  if (made) {
    const Country& c = gazetteer.countries()[country];
    Draft d;
    d.type = Type::country;
    d.name = c.name;
    d.country = c.code;
    d.ref = "country:" + c.code;
    d.nouns = {"country", "nation", "state"};
    const auto words = gazetteer.states().words_of(country);
    d.nouns.insert(d.nouns.end(), words.begin(), words.end());
    it->second = add_draft(std::move(d));
  }
  return it->second;
}

std::uint32_t Analysis::region_draft(std::uint32_t region) {
  const auto [it, made] = known_drafts.try_emplace({1, region}, 0);
  if (made) {
    const Region& r = gazetteer.regions()[region];
    Draft d;
    d.type = r.cls == "water" ? Type::place : Type::region;  // A sea is where something is done and does nothing.
    d.name = r.name;
    d.country = r.country;
    d.ref = "region:" + r.id;
    d.nouns = {r.state ? "state" : "region"};
    d.was_state = r.state;
    if (r.state) d.nouns.insert(d.nouns.end(), {"country", "nation"});
    if (r.cls == "continent" || r.cls == "supranational") d.nouns.push_back("continent");
    if (r.cls == "province" || r.cls == "state") d.nouns.push_back(r.cls);
    if (r.cls == "autonomy" || r.cls == "disputed") d.nouns.insert(d.nouns.end(), {"territory", "enclave"});
    it->second = add_draft(std::move(d));
  }
  return it->second;
}

std::uint32_t Analysis::person_draft(std::uint32_t person) {
  const auto [it, made] = known_drafts.try_emplace({3, person}, 0);
  if (made) {
    const Person& p = gazetteer.persons()[person];
    Draft d;
    d.type = Type::person;
    d.name = p.name;
    d.country = p.country;
    d.ref = p.ref;
    d.gender = p.gender;
    it->second = add_draft(std::move(d));
  }
  return it->second;
}

std::uint32_t Analysis::organization_draft(std::uint32_t organization) {
  const auto [it, made] = known_drafts.try_emplace({2, organization}, 0);
  if (made) {
    const Organization& o = gazetteer.organizations()[organization];
    Draft d;
    d.type = Type::organization;
    d.name = o.name;
    d.country = o.country;
    d.ref = o.ref;
    d.cls = o.cls;
    d.part_of = o.part_of;
    d.nouns = o.nouns;
    it->second = add_draft(std::move(d));
  }
  return it->second;
}

std::uint32_t Analysis::add_mention(std::uint32_t begin, std::uint32_t end, MentionKind kind, std::vector<std::uint32_t> entities,
                                    std::uint32_t head) {
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  if (head == none) head = text.span_head(begin, end);
  const auto index = static_cast<std::uint32_t>(mentions.size());
  for (const std::uint32_t e : entities) drafts[e].first = std::min(drafts[e].first, begin);
  Mention m;
  m.begin = begin;
  m.end = end;
  m.head = head;
  m.kind = kind;
  m.entities = std::move(entities);
  mentions.push_back(std::move(m));
  if (mention_of_head.empty()) mention_of_head.assign(text.size(), -1);
  std::int32_t& at = mention_of_head[head];
  const auto width = [&](std::int32_t i) { return mentions[static_cast<std::size_t>(i)].end - mentions[static_cast<std::size_t>(i)].begin; };
  if (at < 0 || width(at) <= end - begin) at = static_cast<std::int32_t>(index);
  return index;
}

}  // namespace entente::entity
