#include <algorithm>
#include <array>

#include "entity/references.hpp"

namespace entente::entity {
namespace {

template <std::size_t N>
bool one_of(std::string_view s, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), s) != list.end();
}

constexpr std::array<std::string_view, 6> state_nouns{"country", "nation", "state", "republic", "kingdom", "homeland"};
constexpr std::array<std::string_view, 13> other_nouns{"neighbour", "neighbor", "rival", "foe", "adversary", "enemy", "ally", "colony", "protectorate", "patron", "backer",
                                                       "creditor", "arch-rival"};
constexpr std::array<std::string_view, 12> ruling_nouns{"government", "army", "military", "authorities", "cabinet", "regime", "junta", "administration",
                                                        "parliament", "leadership", "police", "authority"};

}  // namespace

std::uint32_t References::determiner_of(std::uint32_t i) const {
  for (std::uint32_t k = i; k > t_.sentence_begin(i) && i - k < 6;) {
    --k;
    const std::string_view tag = t_.tag(k), pos = t_.pos(k);
    if (tag == "DT" || tag == "PRP$" || tag == "PDT" || tag == "POS") return k;
    if (pos != "ADJ" && pos != "NOUN" && pos != "NUM" && pos != "ADV" && !t_.hyphen(k)) return none;
  }
  return none;
}

// "the bloc of ..." , "the agency that ...": says itself which.
bool References::restricted(std::uint32_t i) const {
  if (i + 1 < t_.sentence_end(i) && t_.lower(i + 1) == "of") return true;
  const std::uint32_t clause = t_.child(i, "relcl");
  return clause != none && i + 1 < t_.size() && t_.form(i + 1) != ",";
}

int References::number_of_word(std::string_view lower) {
  constexpr std::array<std::string_view, 9> words{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  const auto it = std::find(words.begin(), words.end(), lower);
  return it == words.end() ? 0 : static_cast<int>(it - words.begin()) + 2;
}

int References::number_before(std::uint32_t i) const {
  for (std::uint32_t k = i; k > t_.sentence_begin(i) && i - k < 5;) {
    --k;
    if (t_.lower(k) == "both") return 2;
    if (const int number = number_of_word(t_.lower(k))) return number;
    if (t_.pos(k) != "ADJ" && t_.pos(k) != "NOUN") break;
  }
  return 0;
}

// The states of entities: a country's own, a person's or body's country.
std::vector<std::uint32_t> References::state_of(const std::vector<std::uint32_t>& entities) const {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t e : entities) {
    if (a_.drafts[e].type == Type::country) out.push_back(e);
    else if (!a_.drafts[e].country.empty() && a_.drafts[e].type != Type::place)
      if (const auto c = g_.country_by_code(a_.drafts[e].country)) out.push_back(a_.country_draft(*c));
  }
  return out;
}

// The subject of the clause in which the noun is no subject or possessor: it is described otherwise than by such a noun.
std::vector<std::uint32_t> References::clause_subject(std::uint32_t i) const {
  if (t_.dep(i) == "poss" || t_.dep(i).starts_with("nsubj")) return {};
  std::uint32_t at = i;
  for (int steps = 0; steps < 8 && t_.head(at) != at; ++steps) {
    at = t_.head(at);
    if (t_.dep(at) == "poss") return {};
    if (t_.pos(at) != "VERB" && t_.pos(at) != "AUX") continue;
    const std::uint32_t subject = t_.subject(at);
    if (subject != none) return entities_at(subject);
    const std::string_view dep = t_.dep(at);
    if (dep != "advcl" && dep != "xcomp" && dep != "conj" && dep != "acl") return {};
  }
  return {};
}

// A nationality before the noun is the organization's: "the Russian gas giant".
bool References::nationality_agrees(std::uint32_t i, const Draft& draft) const {
  if (draft.type != Type::organization) return true;
  for (std::uint32_t k = i; k > t_.sentence_begin(i) && i - k < 5;) {
    --k;
    if (t_.tag(k) == "DT" || t_.pos(k) == "VERB" || t_.pos(k) == "ADP") break;
    if (a_.mention_of_head[k] < 0 || (k + 1 < i && t_.hyphen(k + 1))) continue;
    const Mention& m = a_.mentions[static_cast<std::size_t>(a_.mention_of_head[k])];
    if (m.kind != MentionKind::adjective || a_.drafts[m.entities[0]].type != Type::country) continue;
    return draft.country.empty() || draft.country == a_.drafts[m.entities[0]].country;
  }
  return true;
}

// How well "the NOUN" at i fits a draft: by a noun of its own, or by one for its class.
double References::denotes(std::uint32_t draft, std::uint32_t i) const {
  const Draft& d = a_.drafts[draft];
  const std::string_view noun = t_.lower(i);
  if (!nationality_agrees(i, d)) return 0;
  if (std::find(d.nouns.begin(), d.nouns.end(), noun) != d.nouns.end()) return 1.0;
  if (d.type != Type::organization) return 0;
  // "The summit pressed the rebels": a meeting acts for those who meet, as a place to go it is none of them.
  if (noun == "summit" && t_.dep(i) != "nsubj") return 0;
  const auto classes = g_.described_classes(noun);
  return std::find(classes.begin(), classes.end(), d.cls) != classes.end() ? 0.7 : 0;
}

// The draft that "the NOUN" denotes: the most salient one that it may, or the last in the text where none is salient any more.
std::uint32_t References::denoted_by(std::uint32_t i) const {
  const std::vector<std::uint32_t> others = clause_subject(i);
  const auto other = [&](std::uint32_t e) {
    if (std::find(others.begin(), others.end(), e) != others.end()) return true;
    // Nor does the chief of one body praise it as "the body".
    if (t_.dep(i) != "dobj" || others.size() != 1) return false;
    const auto roles = a_.roles_near(i);
    return std::any_of(roles.begin(), roles.end(), [&](const Role& r) { return r.person == others[0] && std::find(r.bodies.begin(), r.bodies.end(), e) != r.bodies.end(); });
  };
  const Discourse::Item* best = discourse_.best(i, [&](const Discourse::Item& item) {
    return item.entities.size() == 1 ? denotes(item.entities[0], i) * (other(item.entities[0]) ? 0.05 : 1.0) : 0.0;
  });
  if (best) return best->entities[0];
  const auto it = by_noun_.find(t_.lower(i));
  if (it == by_noun_.end() || it->second.size() > 64) return none;
  std::uint32_t last = none;
  for (const std::uint32_t e : it->second)
    if (e < last_mention_.size() && last_mention_[e] != none && last_mention_[e] < i && nationality_agrees(i, a_.drafts[e]) &&
        (last == none || last_mention_[e] > last_mention_[last]))
      last = e;
  return last;
}

// "the judges", "the militants": the court, the group that was named.
bool References::members(std::uint32_t i) {
  const std::string_view cls = g_.members_class(t_.lower(i));
  const std::uint32_t det = determiner_of(i);
  if (cls.empty() || det == none || t_.lower(det) != "the" || restricted(i)) return false;
  const Discourse::Item* best = discourse_.best(i, [&](const Discourse::Item& item) {
    return item.entities.size() == 1 && a_.drafts[item.entities[0]].cls == cls && nationality_agrees(i, a_.drafts[item.entities[0]]) ? 1.0 : 0.0;
  });
  if (!best || best->weight() < 10) return false;
  answer(i - det < 4 ? det + 1 : i, i + 1, i, MentionKind::body, std::vector<std::uint32_t>(best->entities), true);
  return true;
}

// "its southern neighbour", "its former colony": the other state that the text speaks of, if there is but one.
void References::other_state(std::uint32_t i, std::uint32_t det, std::uint32_t begin) {
  const auto owner = entities_at(det);
  if (owner.size() != 1 || a_.drafts[owner[0]].type != Type::country || t_.child(i, "appos") != none) return;
  if (i + 1 < t_.size() && (a_.name_at[i + 1] >= 0 || (t_.form(i + 1) == "," && i + 2 < t_.size() && a_.name_at[i + 2] >= 0))) return;
  double best = 0, second = 0;
  std::uint32_t state = none;
  for (const Discourse::Item& item : discourse_.items()) {
    if (item.entities.size() != 1 || item.entities[0] == owner[0] || a_.drafts[item.entities[0]].type != Type::country || item.last >= i) continue;
    second = std::max(second, std::min(item.weight(), best));
    if (item.weight() > best) {
      best = item.weight();
      state = item.entities[0];
    }
  }
  if (state != none && best >= 20 && best > 1.5 * second) answer(begin, i + 1, i, MentionKind::role, {state});
}

void References::description(std::uint32_t i) {
  // The noun must head its phrase.
  if (i + 1 < t_.sentence_end(i) && t_.dep(i) == "compound" && t_.head(i) > i) return;
  if (i + 1 < t_.size() && t_.hyphen(i + 1)) return;  // "state-owned"
  // A predicate says what someone is.
  if (t_.dep(i) == "attr" || t_.dep(i) == "oprd") return;
  if (plural_description(i) || members(i) || epithet(i)) return;
  const std::string_view lower = t_.lower(i);
  if (i + 2 < t_.sentence_end(i) && t_.hyphen(i + 1) && one_of(lower, state_nouns)) {
    // "the state-owned X": its own state, if that is known.
    const auto states = state_of(entities_at(t_.head(i + 2)));
    if (states.size() == 1) answer(i, i + 1, i, MentionKind::role, states);
    return;
  }
  const std::uint32_t det = determiner_of(i);
  if (det == none || restricted(i)) return;
  const std::string_view determiner = t_.lower(det);
  const bool definite = determiner == "the" || determiner == "this" || determiner == "that";
  const bool possessed = t_.tag(det) == "PRP$";
  if (!definite && !possessed) return;
  const std::uint32_t begin = i - det < 4 ? det + 1 : i;
  if (possessed) {
    if (one_of(lower, other_nouns)) return other_state(i, det, begin);
    // "his country", "its government", "their army".
    if (one_of(lower, state_nouns) || one_of(lower, ruling_nouns)) {
      const auto states = state_of(entities_at(det));
      if (states.size() == 1 || !one_of(lower, state_nouns)) answer(begin, i + 1, i, one_of(lower, state_nouns) ? MentionKind::role : MentionKind::body, states);
    }
    return;
  }
  if (const std::uint32_t e = denoted_by(i); e != none) return answer(begin, i + 1, i, MentionKind::role, {e});
  if (one_of(lower, ruling_nouns))
    if (const std::uint32_t c = a_.country_at(i); c != none) answer(begin, i + 1, i, MentionKind::body, {a_.country_draft(c)});
}

}  // namespace entente::entity
