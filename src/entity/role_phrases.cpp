#include <algorithm>

#include "entity/references.hpp"

namespace entente::entity {
namespace {

// "foreign minister" is a "minister".
bool ends_with_words(std::string_view longer, std::string_view shorter) {
  return longer == shorter || (longer.size() > shorter.size() && longer.ends_with(shorter) &&
                               (longer[longer.size() - shorter.size() - 1] == ' ' || longer[longer.size() - shorter.size() - 1] == '-'));
}

std::string_view last_word(std::string_view s) { return s.substr(s.find_last_of(" -") + 1); }

}  // namespace

void References::title_phrase(TitlePhrase& p) {
  const std::uint32_t head = a_.titles[p.hit].head;
  if (a_.name_at[head] >= 0) return seen(head);
  if (!p.holders.empty()) return owned_title(p);
  if (p.counterpart) {
    if (const std::uint32_t person = counterpart_of(p); person != none) return answer(p.begin, p.end, head, MentionKind::role, {person});
    // "his Brazilian counterpart", unnamed: his state.
    if (!p.bodies.empty()) answer(p.begin, p.end, head, MentionKind::body, p.bodies, a_.titles[p.hit].plural);
    return;
  }
  if (a_.mention_of_head[head] >= 0) return seen(head, a_.titles[p.hit].plural);
  const std::vector<std::uint32_t> bodies = bodies_of(p);
  if (a_.titles[p.hit].plural) plural_roles(p, bodies);
  else single_role(p, bodies);
}

// "President X ... asked his Argentine counterpart": who holds the same office there, if the text names him elsewhere.
std::uint32_t References::counterpart_of(const TitlePhrase& p) const {
  if (p.bodies.size() != 1 || p.possessor == none || a_.titles[p.hit].plural) return none;
  const auto owner = entities_at(p.possessor);
  if (owner.size() != 1 || a_.drafts[owner[0]].type != Type::person) return none;
  const auto roles = a_.roles_near(a_.titles[p.hit].head);
  std::uint32_t found = none;
  for (const Role& own : roles) {
    if (own.person != owner[0] || own.title == none || own.former) continue;
    for (const Role& other : roles) {
      if (other.person == owner[0] || other.title == none || other.former || other.bodies.size() != 1 || other.bodies[0] != p.bodies[0]) continue;
      const Title& held = g_.titles()[own.title];
      const Title& asked = g_.titles()[other.title];
      if (held.title != asked.title && !(held.office == OfficeKind::leads && asked.office == OfficeKind::leads)) continue;
      if (found != none && found != other.person) return none;
      found = other.person;
    }
  }
  return found;
}

// Persons named beside their title: what they are is known from here on.
void References::named_holders(const TitlePhrase& p) {
  if (p.counterpart) return;
  const auto split = a_.bodies_of_holders.find(p.hit);
  const std::vector<std::uint32_t> shared = bodies_of(p);
  for (std::size_t h = 0; h < p.holders.size(); ++h) {
    Role role;
    role.person = p.holders[h];
    role.title = a_.titles[p.hit].title;
    role.bodies = split != a_.bodies_of_holders.end() && h < split->second.size() ? split->second[h] : shared;
    role.former = p.former;
    role.token = a_.titles[p.hit].head;
    Draft& d = a_.drafts[role.person];
    const Title& title = g_.titles()[role.title];
    if (!d.gender && title.gender) d.gender = title.gender;
    if (d.country.empty() && title.office != OfficeKind::kin)
      for (const std::uint32_t b : role.bodies)
        if (d.country.empty()) d.country = a_.drafts[b].country;
    // "Lawmaker X of the Nepali Congress": whose party is of a state, is of it.
    for (const std::uint32_t b : p.parties)
      if (d.country.empty()) d.country = a_.drafts[b].country;
    a_.add_role(std::move(role));
  }
}

// Bare titles of persons, once all that is stated is known.
void References::context_role(const TitlePhrase& p) {
  if (p.holders.size() != 1 || p.counterpart || p.possessor != none || p.of_role != none || p.noun != none) return;
  for (Role& role : a_.roles_at(a_.titles[p.hit].head)) {
    if (role.person != p.holders[0] || !role.bodies.empty()) continue;
    const auto bodies = bare_title_bodies(a_, p, g_.titles()[role.title], role.person);
    role.context = true;
    role.bodies = bodies;
    Draft& d = a_.drafts[role.person];
    for (const std::uint32_t b : bodies)
      if (d.country.empty()) d.country = a_.drafts[b].country;
    return;
  }
}

// "his envoy, X": the possessor is resolved by now.
void References::owned_title(const TitlePhrase& p) {
  if (p.counterpart || (p.possessor == none && p.of_role == none && p.noun == none)) return;
  const std::vector<std::uint32_t> bodies = bodies_of(p);
  if (bodies.empty()) return;
  for (Role& role : a_.roles_at(a_.titles[p.hit].head)) {
    if (!role.bodies.empty()) continue;
    role.bodies = bodies;
    Draft& d = a_.drafts[role.person];
    if (d.country.empty() && g_.titles()[role.title].office != OfficeKind::kin) d.country = a_.drafts[bodies[0]].country;
  }
}

// The bodies that a phrase names, or that its possessor or the noun before it means.
std::vector<std::uint32_t> References::bodies_of(const TitlePhrase& p) const {
  if (!p.bodies.empty() || p.counterpart) return p.bodies;
  const Title& title = g_.titles()[a_.titles[p.hit].title];
  if (title.office == OfficeKind::kin || title.office == OfficeKind::succeeds) return p.possessor == none ? p.bodies : entities_at(p.possessor);
  for (const std::uint32_t token : {p.possessor, p.of_role}) {
    if (token == none) continue;
    const std::vector<std::uint32_t> entities = entities_at(token);
    std::vector<std::uint32_t> out;
    for (const std::uint32_t e : entities) {
      if (a_.drafts[e].type != Type::person) {
        out.push_back(e);
      } else {
        const auto states = state_of({e});
        out.insert(out.end(), states.begin(), states.end());
      }
    }
    if (!out.empty()) return out;
  }
  if (p.noun != none)
    if (const std::uint32_t e = denoted_by(p.noun); e != none && a_.drafts[e].type == Type::organization) return {e};
  return {};
}

bool References::is_deputy(std::string_view title) {
  return title.starts_with("deputy ") || title.starts_with("vice ") || title.starts_with("vice-") || title.starts_with("assistant ") || title.starts_with("first deputy ");
}

bool References::role_fits(const Role& role, const TitlePhrase& p) const {
  if (role.title == none) return false;
  const Title& asked = g_.titles()[a_.titles[p.hit].title];
  const Title& held = g_.titles()[role.title];
  if (ends_with_words(held.title, asked.title) || ends_with_words(asked.title, held.title)) return true;
  if (asked.title == "leader" || asked.title == "head" || asked.title == "chief") return held.office == OfficeKind::leads;
  if (asked.title == "premier" || held.title == "premier") return last_word(asked.title) == "minister" || last_word(held.title) == "minister";
  if (loosely_fits(held, asked)) return true;
  // "the top diplomat", "the foreign policy chief".
  return a_.titles[p.hit].description && asked.office == held.office && last_word(asked.title) == last_word(held.title);
}

// "official", "diplomat", "politician": wide words for many offices.
bool References::loosely_fits(const Title& held, const Title& asked) const {
  const std::string_view word = last_word(asked.title);
  const bool office = held.office == OfficeKind::holds_office_in || held.office == OfficeKind::leads;
  if (word == "official") return held.office == OfficeKind::holds_office_in;
  if (word == "diplomat")
    return held.title.find("foreign") != std::string::npos || held.title.find("ambassador") != std::string::npos || held.title.find("envoy") != std::string::npos;
  return office && (word == "politician" || word == "statesman");
}

bool References::bodies_agree(const Role& role, const std::vector<std::uint32_t>& bodies) const {
  if (bodies.empty()) return true;
  for (const std::uint32_t b : bodies) {
    if (std::find(role.bodies.begin(), role.bodies.end(), b) != role.bodies.end()) return true;
    if (a_.drafts[b].type == Type::country && a_.drafts[role.person].country == a_.drafts[b].country) return true;
  }
  // A title whose body only the context gave, of one spoken of before.
  return role.bodies.empty() && a_.drafts[role.person].country.empty() && role.person < last_mention_.size() && last_mention_[role.person] != none;
}

double References::weight_of(std::uint32_t draft, std::uint32_t token) const {
  for (const Discourse::Item& item : discourse_.items())
    if (item.entities.size() == 1 && item.entities[0] == draft) return item.weight() + 3;
  const std::uint32_t last = draft < last_mention_.size() ? last_mention_[draft] : none;
  // Of those who are still to come, the one named most.
  if (const auto it = named_.find(draft); (last == none || last > token) && it != named_.end()) return 0.5 + 0.4 * it->second / named_total_;
  return last == none || last > token ? 0.5 : 1.0 + static_cast<double>(last) / static_cast<double>(t_.size());
}

bool References::speaks_for_body(const TitlePhrase& p) const {
  const Title& title = g_.titles()[a_.titles[p.hit].title];
  if (title.office == OfficeKind::works_for || title.office == OfficeKind::kin || title.office == OfficeKind::succeeds || title.office == OfficeKind::founded ||
      title.office == OfficeKind::owns || title.office == OfficeKind::member_of)
    return false;
  return title.speaks || title.state_default || title.office == OfficeKind::leads || last_word(title.title) == "official";
}

bool References::near_body(const Role& role, std::uint32_t token) const {
  for (std::uint32_t i = token; i > t_.sentence_begin(token) && token - i < 30;) {
    --i;
    if (a_.mention_of_head[i] < 0) continue;
    const auto& entities = a_.mentions[static_cast<std::size_t>(a_.mention_of_head[i])].entities;
    if (entities.size() == 1 && std::find(role.bodies.begin(), role.bodies.end(), entities[0]) != role.bodies.end()) return true;
  }
  return false;
}

// The person named shortly before of whom no office is known, when "the TITLE" speaks of someone: none unless he is the most salient.
std::uint32_t References::described_person(const TitlePhrase& p, const std::vector<std::uint32_t>& bodies) {
  const TitleHit& hit = a_.titles[p.hit];
  const Title& title = g_.titles()[hit.title];
  const bool office = title.office == OfficeKind::leads || title.office == OfficeKind::holds_office_in || title.office == OfficeKind::chairs;
  const std::string_view dep = t_.dep(hit.head);
  if (!p.definite || hit.plural || !office || title.speaks || p.former || (dep != "nsubj" && dep != "nsubjpass" && dep != "dobj" && dep != "pobj" && dep != "poss")) return none;
  // "She went to the president's residence": nor is he who acts beside what is his.
  const std::vector<std::uint32_t> others = clause_subject(dep == "poss" ? t_.head(hit.head) : hit.head);
  int persons = 0;
  const Discourse::Item* best = discourse_.best(hit.head, [&](const Discourse::Item& item) {
    if (item.entities.size() != 1 || a_.drafts[item.entities[0]].type != Type::person) return 0.0;
    if (std::find(others.begin(), others.end(), item.entities[0]) != others.end()) return 0.0;
    ++persons;
    return title.gender && a_.drafts[item.entities[0]].gender && title.gender != a_.drafts[item.entities[0]].gender ? 0.0 : 1.0;
  });
  if (!best || best->weight() < (persons == 1 ? 30 : 60)) return none;
  const std::uint32_t person = best->entities[0];
  for (const Role& role : a_.roles_near(hit.head))
    if (role.person == person && role.title != none) {
      const OfficeKind kind = g_.titles()[role.title].office;
      if (kind != OfficeKind::kin && kind != OfficeKind::works_for) return none;
    }
  const std::string& country = a_.drafts[person].country;
  for (const std::uint32_t b : bodies)
    if (!country.empty() && !a_.drafts[b].country.empty() && country != a_.drafts[b].country) return none;
  return person;
}

// "the incoming president" is no one who is president.
bool References::to_take_office(std::uint32_t person) const {
  return std::any_of(a_.phrases.begin(), a_.phrases.end(), [&](const TitlePhrase& other) { return other.elect && std::find(other.holders.begin(), other.holders.end(), person) != other.holders.end(); });
}

void References::single_role(TitlePhrase& p, const std::vector<std::uint32_t>& bodies) {
  const TitleHit& hit = a_.titles[p.hit];
  // A predicate says what someone is; it denotes no one anew.
  const std::string_view dep = t_.dep(hit.head);
  if (dep == "attr" || dep == "oprd" || (dep == "pobj" && t_.lower(t_.head(hit.head)) == "as")) return;
  const std::uint32_t first = p.bodies.empty() ? hit.begin : std::min(p.begin, hit.begin);
  // "the elected president he was supposed to guard, X": the name comes after a clause.
  for (const std::uint32_t c : t_.children(hit.head)) {
    if (p.indefinite || t_.dep(c) != "appos" || c < hit.end) continue;
    const auto named = entities_at(c);
    if (named.size() == 1 && a_.drafts[named[0]].type == Type::person) return answer(first, hit.end, hit.head, MentionKind::role, named);
  }
  if (!p.indefinite && (p.definite || !bodies.empty() || p.possessor != none)) {
    std::uint32_t best = none;
    double best_weight = 0;
    for (const Role& role : a_.roles_near(hit.head)) {
      if (!role_fits(role, p) || !bodies_agree(role, bodies) || (p.elect && !to_take_office(role.person))) continue;
      double weight = weight_of(role.person, hit.head) * (role.former == p.former ? 1.0 : p.former ? 0.8 : 0.1);
      // "the prime minister" is hardly his deputy
      if (is_deputy(g_.titles()[role.title].title) != is_deputy(g_.titles()[hit.title].title)) weight *= 0.3;
      // "the deposed leader" has been spoken of; "the SNP leader" is no one whose body the text does not tell.
      if (weight < 4 && ((p.former && !role.former) || (role.bodies.empty() && !bodies.empty()))) continue;
      // "the White House said the president": of the body that acts in the sentence.
      if (bodies.empty() && near_body(role, hit.head)) weight *= 2;
      if (weight > best_weight) {
        best = role.person;
        best_weight = weight;
      }
    }
    const std::uint32_t person = !p.elect && (best == none || best_weight < 4) ? described_person(p, bodies) : none;
    if (person != none) {
      // An epithet tells the office of one named before: "Theresa May ... the British prime minister".
      p.holders = {person};
      named_holders(p);
      if (bodies.empty()) context_role(p);
      best = person;
    }
    if (best != none) return answer(first, hit.end, hit.head, MentionKind::role, {best});
  }
  if (p.former || !speaks_for_body(p)) return;
  if (!bodies.empty()) {
    if (!p.bodies.empty() || p.possessor != none || p.noun != none || p.of_role != none) answer(first, std::max(p.end, hit.end), hit.head, MentionKind::body, bodies);
    return;
  }
  const Title& title = g_.titles()[hit.title];
  if (p.definite && title.state_default && p.possessor == none)
    if (const std::uint32_t c = a_.country_at(hit.head); c != none) answer(first, hit.end, hit.head, MentionKind::body, {a_.country_draft(c)});
}

bool References::has_title(std::uint32_t person, std::uint32_t token) const {
  const auto roles = a_.roles_near(token);
  return std::any_of(roles.begin(), roles.end(), [&](const Role& r) { return r.person == person && r.title != none; });
}

// "the two leaders", "the foreign ministers": persons with such roles, or else the bodies named.
void References::plural_roles(const TitlePhrase& p, const std::vector<std::uint32_t>& bodies) {
  const TitleHit& hit = a_.titles[p.hit];
  const int number = number_before(hit.begin);
  const std::uint32_t first = p.bodies.empty() ? hit.begin : std::min(p.begin, hit.begin);
  std::vector<std::uint32_t> persons;
  if ((p.definite || number == 2) && !p.indefinite) {
    // The one who speaks of "both leaders" is a third.
    std::vector<std::uint32_t> others = clause_subject(hit.head);
    if (const std::uint32_t subject = following_subject(hit.head); subject != none) {
      const auto named = entities_at(subject);
      others.insert(others.end(), named.begin(), named.end());
    }
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (const Role& role : a_.roles_near(hit.head)) {
      if (!role_fits(role, p) || !bodies_agree(role, bodies)) continue;
      if (std::find(others.begin(), others.end(), role.person) != others.end()) continue;
      const double weight = weight_of(role.person, hit.head);
      if (weight < 4) continue;
      if (std::none_of(ranked.begin(), ranked.end(), [&](const auto& r) { return r.second == role.person; })) ranked.emplace_back(-weight, role.person);
    }
    std::sort(ranked.begin(), ranked.end());
    const std::size_t wanted = number ? static_cast<std::size_t>(number) : 2;
    // "both leaders": sooner two who were spoken of together.
    const auto fits = [&](std::uint32_t e) {
      const auto roles = a_.roles_near(hit.head);
      return std::any_of(roles.begin(), roles.end(), [&](const Role& r) { return r.person == e && role_fits(r, p) && bodies_agree(r, bodies); });
    };
    if (number > 1)
      if (const auto named = persons_before(hit.head, 0, others, 1, number); !named.empty() && std::any_of(named.begin(), named.end(), fits) &&
          std::all_of(named.begin(), named.end(), [&](std::uint32_t e) { return fits(e) || !has_title(e, hit.head); }))
        persons = named;
    if (const auto* pair = number == 2 && persons.empty() ? known_pair(hit.head, GroupKind::persons, 0, others) : nullptr; pair && std::all_of(pair->begin(), pair->end(), fits)) persons = *pair;
    if (persons.empty() && ranked.size() >= wanted)
      for (std::size_t k = 0; k < wanted; ++k) persons.push_back(ranked[k].second);
  }
  if (persons.size() > 1) return answer(first, hit.end, hit.head, MentionKind::role, persons, true);
  if (!bodies.empty() && speaks_for_body(p)) answer(first, std::max(p.end, hit.end), hit.head, MentionKind::body, bodies, true);
}

}  // namespace entente::entity
