#include <algorithm>
#include <array>

#include "entity/analysis.hpp"
#include "entity/fold.hpp"

/// What a title without a body is an office of: "President Boris Tadic", "the director general".
namespace entente::entity {
namespace {

bool same_kind(const Gazetteer& g, std::uint32_t x, std::uint32_t y) {
  if (y == none) return true;
  const std::string &a = g.titles()[x].title, &b = g.titles()[y].title;
  return a == b || a.ends_with(" " + b) || b.ends_with(" " + a);
}

// A military rank alone is a form of address.
bool is_rank(std::string_view title) {
  constexpr std::array<std::string_view, 14> ranks{"general", "colonel", "captain", "major", "lieutenant", "admiral", "sergeant", "commander", "marshal",
                                                   "brigadier", "corporal", "commodore", "officer", "judge"};
  return std::find(ranks.begin(), ranks.end(), title.substr(title.rfind(' ') + 1)) != ranks.end();
}

// States that have another holder of the same office in the text.
std::vector<std::uint32_t> taken(const Analysis& a, const TitlePhrase& p, const Title& title, std::uint32_t holder) {
  std::vector<std::uint32_t> out;
  if (p.former || title.office == OfficeKind::works_for) return out;
  for (const Role& role : a.roles_near(a.titles[p.hit].head)) {
    if (role.person == holder || role.former || role.context || role.title == none || role.bodies.size() != 1 ||
        a.gazetteer.titles()[role.title].title != title.title)
      continue;
    if (const auto c = a.gazetteer.country_by_code(a.drafts[role.bodies[0]].country); c && a.drafts[role.bodies[0]].type == Type::country) out.push_back(*c);
  }
  return out;
}

bool is_known(const Analysis& a, std::uint32_t person) {
  std::string key;
  for (const std::string& word : a.drafts[person].words) key.append(key.empty() ? "" : " ").append(word);
  return !a.gazetteer.public_figure(key).empty();
}

// "High Representative": the organization that alone has one, if the text names it.
std::uint32_t hinted(const Analysis& a, const Title& title) {
  if (title.body_hint.empty() || title.state_default) return none;
  const std::uint32_t id = a.gazetteer.names().find(fold(title.body_hint));
  if (id == PhraseIndex::none) return none;
  const auto [first, last] = a.gazetteer.names().values(id);
  for (auto v = first; v != last; ++v) {
    const Form& f = a.gazetteer.form(*v);
    const auto it = a.known_drafts.find({2, f.index});
    if (f.sense == Sense::organization && it != a.known_drafts.end()) return it->second;
  }
  return none;
}

}  // namespace

std::vector<std::uint32_t> bare_title_bodies(Analysis& a, const TitlePhrase& p, const Title& title, std::uint32_t holder) {
  const Gazetteer& g = a.gazetteer;
  const TitleHit& hit = a.titles[p.hit];
  for (const Role& role : a.roles_near(hit.head))
    if (role.person == holder && role.token != hit.head && !role.bodies.empty() && !role.context && role.title != none &&
        g.titles()[role.title].office == title.office && title.office != OfficeKind::works_for && same_kind(g, role.title, hit.title))
      return role.bodies;
  if (const std::uint32_t organization = hinted(a, title); organization != none) return {organization};
  if (!title.state_default || is_rank(title.title)) return {};
  // A mere leader may lead anything; of one who is known the state is too.
  if (title.title == "leader" && !is_known(a, holder)) return {};
  if (const auto c = g.country_by_code(a.drafts[holder].country)) return {a.country_draft(*c)};
  if (const auto c = g.country_by_code(title.country); c && a.country_weight.contains(*c)) return {a.country_draft(*c)};
  if (const std::uint32_t c = a.country_at(hit.begin, taken(a, p, title, holder)); c != none) return {a.country_draft(c)};
  return {};
}

}  // namespace entente::entity
