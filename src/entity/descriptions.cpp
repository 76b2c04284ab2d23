#include <algorithm>
#include <array>

#include "entity/references.hpp"

namespace entente::entity {
namespace {

template <std::size_t N>
bool one_of(std::string_view s, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), s) != list.end();
}

constexpr std::array<std::string_view, 7> state_nouns{"country", "nation", "state", "republic", "kingdom", "homeland", "neighbour"};
constexpr std::array<std::string_view, 12> ruling_nouns{"government", "army", "military", "authorities", "cabinet", "regime", "junta", "administration",
                                                        "parliament", "leadership", "police", "authority"};
constexpr std::array<std::string_view, 14> plural_states{"countries", "nations", "states", "governments", "sides", "parties", "neighbours", "neighbors",
                                                         "powers", "allies", "rivals", "capitals", "foes", "adversaries"};

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

int References::number_before(std::uint32_t i) const {
  constexpr std::array<std::string_view, 9> words{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  for (std::uint32_t k = i; k > t_.sentence_begin(i) && i - k < 5;) {
    --k;
    if (t_.lower(k) == "both") return 2;
    const auto it = std::find(words.begin(), words.end(), t_.lower(k));
    if (it != words.end()) return static_cast<int>(it - words.begin()) + 2;
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

// The draft that "the NOUN" denotes: the most salient one that it may, or the last in the text where none is salient any more.
std::uint32_t References::denoted_by(std::uint32_t i) const {
  const auto it = by_noun_.find(t_.lower(i));
  if (it == by_noun_.end()) return none;
  const std::string_view noun = t_.lower(i);
  const auto may = [&](std::uint32_t e) {
    const auto& nouns = a_.drafts[e].nouns;
    return std::find(nouns.begin(), nouns.end(), noun) != nouns.end();
  };
  const std::vector<std::uint32_t> others = clause_subject(i);
  const auto other = [&](std::uint32_t e) { return std::find(others.begin(), others.end(), e) != others.end(); };
  const Discourse::Item* best = discourse_.best(i, [&](const Discourse::Item& item) {
    return item.entities.size() == 1 && may(item.entities[0]) ? (other(item.entities[0]) ? 0.05 : 1.0) : 0.0;
  });
  if (best) return best->entities[0];
  std::uint32_t last = none;
  if (it->second.size() > 64) return none;
  for (const std::uint32_t e : it->second)
    if (e < last_mention_.size() && last_mention_[e] != none && last_mention_[e] < i && (last == none || last_mention_[e] > last_mention_[last])) last = e;
  return last;
}

bool References::plural_description(std::uint32_t i) {
  if (!one_of(t_.lower(i), plural_states)) return false;
  const std::uint32_t det = determiner_of(i);
  const int number = number_before(i);
  if (det != none && t_.tag(det) == "PRP$") {
    // "their countries", "its neighbours" (which are others).
    if (t_.lower(i) == "countries" || t_.lower(i) == "governments" || t_.lower(i) == "nations")
      if (const auto states = state_of(entities_at(det)); states.size() > 1) answer(i, i + 1, i, MentionKind::role, states, true);
    return true;
  }
  if (!number && !(det != none && (t_.lower(det) == "both" || t_.lower(det) == "these"))) return true;
  const auto countries = [&](const Discourse::Item& item) {
    return std::all_of(item.entities.begin(), item.entities.end(), [&](std::uint32_t e) { return a_.drafts[e].type == Type::country || a_.drafts[e].type == Type::organization; });
  };
  const bool states_only = t_.lower(i) != "sides" && t_.lower(i) != "parties" && t_.lower(i) != "rivals" && t_.lower(i) != "allies";
  const Discourse::Item* best = discourse_.best(i, [&](const Discourse::Item& item) {
    if (item.entities.size() < 2 || (number && item.entities.size() != static_cast<std::size_t>(number))) return 0.0;
    if (!countries(item)) return 0.0;
    for (const std::uint32_t e : item.entities)
      if (states_only && a_.drafts[e].type != Type::country) return 0.0;
    return 1.0;
  });
  std::vector<std::uint32_t> found;
  if (best) found = best->entities;
  if (found.empty() && number) {
    // The most salient states, if there are so many.
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (const Discourse::Item& item : discourse_.items())
      if (item.entities.size() == 1 && a_.drafts[item.entities[0]].type == Type::country && item.last < i) ranked.emplace_back(-item.weight(), item.entities[0]);
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() >= static_cast<std::size_t>(number))
      for (int k = 0; k < number; ++k) found.push_back(ranked[static_cast<std::size_t>(k)].second);
  }
  const std::uint32_t begin = det != none && i - det < 4 ? det + 1 : i;
  answer(std::min(begin, i), i + 1, i, MentionKind::role, found, true);
  return true;
}

void References::description(std::uint32_t i) {
  // The noun must head its phrase.
  if (i + 1 < t_.sentence_end(i) && t_.dep(i) == "compound" && t_.head(i) > i) return;
  // A predicate says what someone is.
  if (t_.dep(i) == "attr" || t_.dep(i) == "oprd") return;
  if (plural_description(i)) return;
  const std::string_view lower = t_.lower(i);
  const std::uint32_t det = determiner_of(i);
  if (det == none || restricted(i)) return;
  const std::string_view determiner = t_.lower(det);
  const bool definite = determiner == "the" || determiner == "this" || determiner == "that";
  const bool possessed = t_.tag(det) == "PRP$";
  if (!definite && !possessed) return;
  const std::uint32_t begin = i - det < 4 ? det + 1 : i;
  if (possessed) {
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
