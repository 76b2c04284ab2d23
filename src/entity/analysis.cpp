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
    it->second = add_draft(std::move(d));
  }
  return it->second;
}

std::uint32_t Analysis::region_draft(std::uint32_t region) {
  const auto [it, made] = known_drafts.try_emplace({1, region}, 0);
  if (made) {
    const Region& r = gazetteer.regions()[region];
    Draft d;
    d.type = Type::region;
    d.name = r.name;
    d.country = r.country;
    d.ref = "region:" + r.id;
    d.nouns = {"region"};
    if (r.cls == "continent") d.nouns.push_back("continent");
    if (r.cls == "province" || r.cls == "state") d.nouns.push_back(r.cls);
    if (r.cls == "autonomy" || r.cls == "disputed") d.nouns.insert(d.nouns.end(), {"territory", "enclave"});
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
