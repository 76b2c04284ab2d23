#include "entity/office_bodies.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "entity/fold.hpp"
#include "entity/match_words.hpp"
#include "entity/story_bodies.hpp"
#include "text/words.hpp"

namespace entente::entity {

std::vector<std::uint32_t> OfficeBodies::entities_at(std::uint32_t i) const {
  const std::int32_t m = i == none ? -1 : a_.mention_of_head[i];
  return m < 0 ? std::vector<std::uint32_t>() : a_.mentions[static_cast<std::size_t>(m)].entities;
}

OfficeBodies::Body OfficeBodies::of(const TitlePhrase& p, const Title& title, std::uint32_t holder) {
  Body body{p.bodies, true};
  if (p.unnamed) return {};
  const bool of_person = title.office == OfficeKind::kin || title.office == OfficeKind::succeeds;
  if (of_person) {
    if (body.entities.empty() || a_.drafts[body.entities[0]].type != Type::person) body.entities = persons_at(p);
    return body;
  }
  if (p.counterpart && body.entities.empty()) return counterpart_body(p, holder);
  of_board(body.entities);
  if (title.sending_state) prefer_state(body.entities);
  named_by_state(p, body.entities);
  unnamed_ministry(p, body.entities);
  seat_in_union(p, title, holder, body.entities);
  seat_to_state(title, body.entities);
  seat_in_commission(title, body.entities);
  // "the court's British prosecutor": the possessor's; the nationality is the man's own.
  const bool party = p.counterpart && !body.entities.empty() && a_.drafts[body.entities[0]].type == Type::organization;  // "Ruiz's Labour counterpart"
  if (p.possessor != none && !body.entities.empty() && !party)
    if (Body possessed; body_at(p.possessor, possessed), possessed.entities.size() == 1 && a_.drafts[possessed.entities[0]].type == Type::organization) return possessed;
  own_nationality(p, title, body);
  if (!body.entities.empty() && title.office != OfficeKind::works_for) return body;
  for (const std::uint32_t token : {p.possessor, p.of_role}) body_at(token, body, title.state_default && title.title.ends_with("minister"));
  if (title.sending_state) not_the_host(p, body);
  // "X, whose manager, Y,": of X and nobody else; "X's deputy, Y," sits in no parliament by that.
  if (p.possessor != none && body.entities.empty() && t_.tag(p.possessor) == "WP$") return {};
  if (body.entities.empty() && stands_in(p, title)) return {};
  // Someone's boss or coach is not of the body that the other is of.
  constexpr std::array<std::string_view, 9> kPersonal{"boss", "mentor", "coach", "teacher", "doctor", "lawyer", "trainer", "agent", "manager"};
  if (is_one_of(title.title, kPersonal) && p.bodies.empty())
    if (const auto owner = entities_at(p.possessor); owner.size() == 1 && a_.drafts[owner[0]].type == Type::person) return {};
  if (body.entities.empty()) named_inside(p, body);
  if (body.entities.empty()) given_by(p, body);
  if (body.entities.empty()) noun_body(p, body);
  // An economist or player of a nationality is a national, not an employee, of the state; "the Angola forward" plays for it.
  if (title.office == OfficeKind::works_for)
    std::erase_if(body.entities, [&](std::uint32_t e) {
      const bool state = a_.drafts[e].type == Type::country || a_.drafts[e].type == Type::region;
      return state && !(named_before(a_, hit(p).begin, e) && (is_player(title.title) || a_.drafts[e].type == Type::region));
    });
  if (!body.entities.empty()) return body;
  body.in_text = false;
  // "president of the Peruvian bishops' conference": of a body that has an owner, though no name.
  if (p.of_role != none && t_.child(p.of_role, "poss") != none && t_.pos(t_.child(p.of_role, "poss")) == "NOUN") return body;
  // "leader of the Socialists": of them, whoever they are.
  if (p.of_role != none && t_.cap(p.of_role) && title.office == OfficeKind::leads && entities_at(p.of_role).empty()) return body;
  body.entities = bare_title_bodies(a_, p, title, holder);
  return body;
}

// The office of the one whose counterpart it is: the possessor's, or else that of the person named last before.
std::uint32_t OfficeBodies::counterpart_title(const TitlePhrase& p) const {
  std::uint32_t person = none;
  if (const auto owner = entities_at(p.possessor); owner.size() == 1 && a_.drafts[owner[0]].type == Type::person) person = owner[0];
  std::uint32_t fallback = none;
  const auto near = a_.roles_near(hit(p).head);
  for (auto it = near.rbegin(); it != near.rend(); ++it) {
    if (it->token >= hit(p).head || it->title == none) continue;
    if (std::find(p.holders.begin(), p.holders.end(), it->person) != p.holders.end()) continue;
    const Title& t = g_.titles()[it->title];
    if (t.office != OfficeKind::leads && t.office != OfficeKind::holds_office_in && t.office != OfficeKind::chairs) continue;
    if (it->person == person) return it->title;
    if (fallback == none) fallback = it->title;
  }
  if (fallback != none) return fallback;
  // A counterpart of no one that we know of holds some office.
  return a_.official_title;
}

// "X's deputy": of a person, and of no parliament.
bool OfficeBodies::stands_in(const TitlePhrase& p, const Title& title) const {
  const auto owner = title.title == "deputy" ? entities_at(p.possessor) : std::vector<std::uint32_t>();
  return owner.size() == 1 && a_.drafts[owner[0]].type == Type::person;
}

// "Chairman of the Executive Board": a firm's, of which the board is no body of its own.
void OfficeBodies::of_board(std::vector<std::uint32_t>& bodies) const {
  constexpr std::array<std::string_view, 8> kBoards{"board", "board of directors", "board of management", "board of trustees", "executive board", "management board", "managing board", "supervisory board"};
  const auto board = [&](std::uint32_t b) {
    return a_.drafts[b].type == Type::organization && std::any_of(a_.drafts[b].keys.begin(), a_.drafts[b].keys.end(), [&](const std::string& key) { return is_one_of(std::string_view(key), kBoards); });
  };
  if (std::none_of(bodies.begin(), bodies.end(), board)) return;
  std::erase_if(bodies, board);
  if (bodies.empty())
    if (const std::uint32_t firm = firm_of_story(a_); firm != none) bodies.push_back(firm);
}

std::vector<std::uint32_t> OfficeBodies::persons_at(const TitlePhrase& p) const {
  auto entities = entities_at(p.possessor);
  const bool no_owner = p.possessor == none || t_.lower(p.possessor) == "their";
  if (entities.empty() && no_owner && p.bodies.empty()) entities = entities_at(survived_by(hit(p).head));
  std::erase_if(entities, [&](std::uint32_t e) { return a_.drafts[e].type != Type::person; });
  return entities;
}

// "She leaves a son, X, and a daughter, Y", "He is survived by two sons, X and Y", "They had a daughter, X": whose kin they are.
std::uint32_t OfficeBodies::survived_by(std::uint32_t kin) const {
  std::uint32_t at = kin;
  for (int steps = 0; steps < 6 && (t_.dep(at) == "conj" || t_.dep(at) == "appos"); ++steps) at = t_.head(at);
  std::uint32_t verb = t_.head(at);
  constexpr std::array<std::string_view, 7> kLeaving{"leave", "have", "father", "raise", "bear", "adopt", "lose"};
  if (t_.dep(at) == "dobj") return is_one_of(t_.token(verb).lemma, kLeaving) ? t_.child(verb, "nsubj") : none;
  if (t_.dep(at) != "pobj" || t_.lower(verb) != "by") return none;
  verb = t_.head(verb);
  return t_.token(verb).lemma == "survive" ? t_.child(verb, "nsubjpass", "nsubj") : none;
}

// "his counterpart, X": of any state but his own: the one that X is known to be of, or that the context gives.
OfficeBodies::Body OfficeBodies::counterpart_body(const TitlePhrase& p, std::uint32_t holder) {
  Body owner, body{{}, false};
  body_at(p.possessor, owner);
  const std::string own = owner.entities.empty() ? std::string() : a_.drafts[owner.entities[0]].country;
  const std::string& known = a_.drafts[holder].country;
  if (!owner.entities.empty() && a_.drafts[owner.entities[0]].type == Type::organization) return body;
  std::uint32_t state = none;
  if (known != own) state = g_.country_by_code(known).value_or(none);
  if (const auto excluded = g_.country_by_code(own); state == none && excluded) state = a_.country_at(hit(p).begin, {*excluded});
  if (state != none) body.entities.push_back(a_.country_draft(state));
  return body;
}

// "the first secretary of the Peruvian embassy": of the body that is called by the state's adjective, where it is one of its own.
void OfficeBodies::named_by_state(const TitlePhrase& p, std::vector<std::uint32_t>& bodies) const {
  if (bodies.size() != 1 || a_.drafts[bodies[0]].type != Type::country) return;
  if (const auto own = entities_at(p.of_role); own.size() == 1 && a_.drafts[own[0]].cls == "embassy") bodies = own;
}

// "Foreign ministry spokeswoman X": a capital that only begins the sentence makes no name of a ministry.
void OfficeBodies::unnamed_ministry(const TitlePhrase& p, std::vector<std::uint32_t>& bodies) {
  if (bodies.size() != 1 || a_.drafts[bodies[0]].cls != "ministry" || p.begin != t_.sentence_begin(p.begin) || t_.cap(p.begin + 1) || t_.lower(p.begin + 1) != "ministry" || a_.listed_at[p.begin] >= 0) return;
  const std::int32_t n = a_.name_at[p.begin];
  if (n < 0 || a_.names[static_cast<std::size_t>(n)].listed >= 0 || a_.names[static_cast<std::size_t>(n)].entity != bodies[0] || a_.names[static_cast<std::size_t>(n)].begin != p.begin) return;
  if (const auto c = g_.country_by_code(a_.drafts[bodies[0]].country)) bodies = {a_.country_draft(*c)};
}

// "Dutch MEP X": the seat is in a parliament of many states, the nationality her own.
void OfficeBodies::seat_in_union(const TitlePhrase& p, const Title& title, std::uint32_t holder, std::vector<std::uint32_t>& bodies) {
  if (title.body_hint != "European Parliament" || bodies.size() != 1 || a_.drafts[bodies[0]].type != Type::country) return;
  const auto found = bare_title_bodies(a_, p, title, holder);
  if (found.size() == 1 && a_.drafts[found[0]].type == Type::organization) bodies = found;
}

// "European Commissioner X": of the union, not the continent.
void OfficeBodies::seat_in_commission(const Title& title, std::vector<std::uint32_t>& bodies) {
  if (title.title != "commissioner" || bodies.size() != 1 || a_.drafts[bodies[0]].ref != "region:europe") return;
  const std::uint32_t id = g_.names().find(fold("European Union"));
  if (id == PhraseIndex::none) return;
  const auto [first, last] = g_.names().values(id);
  for (auto v = first; v != last; ++v)
    if (g_.form(*v).sense == Sense::organization) bodies = {a_.organization_draft(g_.form(*v).index)};
}

// "Halifax MP", "the congresswoman for Toledo": of a seat in the parliament of its state.
void OfficeBodies::seat_to_state(const Title& title, std::vector<std::uint32_t>& bodies) {
  constexpr std::array<std::string_view, 8> kMembers{"mp", "member of parliament", "lawmaker", "legislator", "congressman", "congresswoman", "deputy", "backbencher"};
  constexpr std::array<std::string_view, 6> kFederal{"mp", "member of parliament", "congressman", "congresswoman", "senator", "u.s. senator"};
  const bool federal = is_one_of(title.title, kFederal);
  if (!federal && !is_one_of(title.title, kMembers)) return;
  for (std::uint32_t& b : bodies)
    if (a_.drafts[b].type == Type::place || (federal && a_.drafts[b].type == Type::region))
      if (const auto c = g_.country_by_code(a_.drafts[b].country)) {
        // Other states have a town of that name.
        const bool elsewhere = a_.drafts[b].type == Type::place && !a_.country_weight.contains(*c) && a_.story_country != none;
        b = a_.country_draft(elsewhere ? a_.story_country : *c);
      }
}

// "the Egyptian ambassador to Sudan": the state that sends.
void OfficeBodies::prefer_state(std::vector<std::uint32_t>& bodies) const {
  if (bodies.size() > 1) bodies.resize(1);
}

// "its ambassador in Madrid": the state that sends is not the host.
void OfficeBodies::not_the_host(const TitlePhrase& p, Body& body) {
  const std::uint32_t i = hit(p).end;
  if (body.entities.size() != 1 || i + 1 >= t_.size() || (t_.lower(i) != "in" && t_.lower(i) != "to") || a_.name_at[i + 1] < 0) return;
  const Name& host = a_.names[static_cast<std::size_t>(a_.name_at[i + 1])];
  const auto c = host.entity == none ? std::nullopt : g_.country_by_code(a_.drafts[host.entity].country);
  if (!c || a_.drafts[body.entities[0]].country != a_.drafts[host.entity].country) return;
  body.entities.clear();
  body.in_text = false;
  if (const std::uint32_t sender = a_.country_at(hit(p).begin, {*c}); sender != none) body.entities.push_back(a_.country_draft(sender));
}

// What a possessor denotes: a body, or for a person the state he belongs to ("his envoy").
// @param of_state "his finance minister": of the state, and not of his party
void OfficeBodies::body_at(std::uint32_t token, Body& body, bool of_state) {
  if (!body.entities.empty()) return;
  for (const std::uint32_t e : entities_at(token)) {
    if (a_.drafts[e].type != Type::person) {
      body.entities.push_back(e);
      continue;
    }
    for (const Role& role : a_.roles_near(token))
      if (role.person == e && !role.bodies.empty() && a_.drafts[role.bodies[0]].type != Type::person && !(of_state && a_.drafts[role.bodies[0]].cls == "party")) {
        body.entities.push_back(role.bodies[0]);
        return;
      }
    // Of a club's coach or player the state is but his nationality.
    const auto roles = a_.roles_near(token);
    const bool hired = std::any_of(roles.begin(), roles.end(), [&](const Role& r) { return r.person == e && r.title != none && g_.titles()[r.title].unit; });
    if (const auto c = g_.country_by_code(a_.drafts[e].country); c && !hired) body.entities.push_back(a_.country_draft(*c));
  }
}

// "Belgian coach X", "the side's English manager": who trains for hire is of the nationality himself, as "the England coach" is not.
void OfficeBodies::own_nationality(const TitlePhrase& p, const Title& title, Body& body) const {
  constexpr std::array<std::string_view, 3> kHired{"coach", "manager", "trainer"};
  if (!title.unit || !is_one_of(std::string_view(title.title).substr(title.title.find_last_of(' ') + 1), kHired)) return;
  std::erase_if(body.entities, [&](std::uint32_t e) {
    if (a_.drafts[e].type != Type::country && a_.drafts[e].type != Type::region && !a_.drafts[e].ref.starts_with("team:")) return false;
    for (std::uint32_t i = p.begin; i < hit(p).begin; ++i)
      if (const std::int32_t m = a_.mention_of_head[i]; m >= 0 && a_.mentions[static_cast<std::size_t>(m)].kind == MentionKind::adjective && entities_at(i) == std::vector{e}) return t_.pos(i) == "ADJ" || t_.tag(i) == "JJ";
    return false;
  });
}

// "president of the Senate" is a title by itself; the chamber is its body.
void OfficeBodies::named_inside(const TitlePhrase& p, Body& body) const {
  for (std::uint32_t i = hit(p).begin; i < hit(p).end; ++i) {
    if (a_.name_at[i] < 0) continue;
    const Name& n = a_.names[static_cast<std::size_t>(a_.name_at[i])];
    if (n.type == Type::organization && n.entity != none) body.entities = {n.entity};
  }
}

// "the bank named X as chief executive", "Chad named X ambassador to Mali": who gives an office gives one of its own.
void OfficeBodies::given_by(const TitlePhrase& p, Body& body) const {
  for (const std::uint32_t e : entities_at(p.giver))
    if (a_.drafts[e].type == Type::organization || a_.drafts[e].type == Type::country) body.entities.push_back(e);
}

// "ministry spokesperson": the organization that the noun denotes.
void OfficeBodies::noun_body(const TitlePhrase& p, Body& body) const {
  std::string_view noun;
  if (p.noun != none) noun = t_.lower(p.noun);
  else if (hit(p).end - hit(p).begin > 1) noun = t_.lower(hit(p).begin);
  if (noun.empty()) return;
  for (std::uint32_t i = hit(p).begin; i > 0 && hit(p).begin - i < 250;) {
    --i;
    const auto entities = entities_at(i);
    if (entities.size() != 1) continue;
    const Draft& d = a_.drafts[entities[0]];
    if (d.type != Type::organization || std::find(d.nouns.begin(), d.nouns.end(), noun) == d.nouns.end()) continue;
    body.entities.push_back(entities[0]);
    return;
  }
}

}  // namespace entente::entity
