#include <algorithm>
#include <array>

#include "entity/references.hpp"

/// Several actors spoken of as one: "both countries", "the two men", "the pair", "each of which", "the two"; and "the latter".
namespace entente::entity {
namespace {

template <std::size_t N>
bool one_of(std::string_view s, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), s) != list.end();
}

constexpr std::array<std::string_view, 10> states{"countries", "nations", "states", "governments", "neighbours", "neighbors", "powers", "capitals", "republics",
                                                  "giants"};
constexpr std::array<std::string_view, 12> actors{"sides", "parties", "allies", "rivals", "foes", "adversaries", "enemies", "partners", "side", "party", "camps",
                                                  "arch-rivals"};
constexpr std::array<std::string_view, 6> whole_deps{"nsubj", "nsubjpass", "dobj", "pobj", "dative", "agent"};

// How many a noun says by itself: "the pair", "the trio".
int number_of(std::string_view noun) {
  if (noun == "pair" || noun == "duo" || noun == "couple" || noun == "twosome") return 2;
  if (noun == "trio" || noun == "threesome") return 3;
  return 0;
}

}  // namespace

bool References::all_of_kind(const std::vector<std::uint32_t>& entities, GroupKind kind, char gender) const {
  const auto all = [&](auto test) { return std::all_of(entities.begin(), entities.end(), [&](std::uint32_t e) { return test(a_.drafts[e]); }); };
  const auto person = [&](const Draft& d) { return d.type == Type::person && (!gender || !d.gender || d.gender == gender); };
  const auto body = [](const Draft& d) { return d.type == Type::country || d.type == Type::organization; };
  switch (kind) {
    case GroupKind::states: return all([](const Draft& d) { return d.type == Type::country; });
    case GroupKind::actors: return all(body);
    case GroupKind::persons: return all(person);
    case GroupKind::any: return all(person) || all(body);
  }
  return false;
}

// Subjects of the verbs above i: who says what is said of the group is no member of it.
std::vector<std::uint32_t> References::sayers(std::uint32_t i) const {
  std::vector<std::uint32_t> out = clause_subject(i);
  std::uint32_t at = t_.head(i);
  for (int steps = 0; steps < 8 && t_.head(at) != at; ++steps) {
    const bool reported = t_.dep(at) == "ccomp" || t_.dep(at) == "advcl";
    at = t_.head(at);
    const std::uint32_t subject = reported ? t_.subject(at) : none;
    if (subject == none || subject == i) continue;
    const auto named = entities_at(subject);
    out.insert(out.end(), named.begin(), named.end());
  }
  return out;
}

// The most salient set of that many, or as many single ones as are wanted (`number` 0: any set).
std::vector<std::uint32_t> References::group(std::uint32_t i, int number, GroupKind kind, char gender, bool singles) const {
  const auto others = sayers(i);
  const Discourse::Item* best = discourse_.best(i, [&](const Discourse::Item& item) {
    if (item.entities.size() < 2 || (number && item.entities.size() != static_cast<std::size_t>(number))) return 0.0;
    if (!all_of_kind(item.entities, kind, gender)) return 0.0;
    const bool sayer = std::any_of(item.entities.begin(), item.entities.end(), [&](std::uint32_t e) { return std::find(others.begin(), others.end(), e) != others.end(); });
    return sayer ? 0.3 : 1.0;
  });
  if (best) return best->entities;
  std::vector<std::uint32_t> found;
  if (!number || !singles) return found;
  std::vector<std::pair<double, std::uint32_t>> ranked;
  for (const Discourse::Item& item : discourse_.items()) {
    if (item.entities.size() != 1 || item.last >= i || !all_of_kind(item.entities, kind, gender)) continue;
    if (kind == GroupKind::persons && std::find(others.begin(), others.end(), item.entities[0]) != others.end()) continue;
    ranked.emplace_back(-item.weight(), item.entities[0]);
  }
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() >= static_cast<std::size_t>(number))
    for (int k = 0; k < number; ++k) found.push_back(ranked[static_cast<std::size_t>(k)].second);
  return found;
}

// "both men", "the pair", "the three women".
bool References::plural_persons(std::uint32_t i) {
  const std::string_view lower = t_.lower(i);
  const int own = number_of(lower);
  const char gender = lower == "men" ? 'm' : lower == "women" ? 'f' : '\0';
  if (!own && !gender) return false;
  const std::uint32_t det = determiner_of(i);
  const int number = own ? own : number_before(i);
  const bool definite = det != none && (t_.lower(det) == "the" || t_.lower(det) == "both" || t_.lower(det) == "these" || t_.lower(det) == "all");
  if (!definite || restricted(i)) return true;
  const std::uint32_t begin = i - det < 4 ? det + 1 : i;
  answer(std::min(begin, i), i + 1, i, MentionKind::role, group(i, number, own ? GroupKind::any : GroupKind::persons, gender, !own || t_.dep(i).starts_with("nsubj")), true);
  return true;
}

bool References::plural_description(std::uint32_t i) {
  if (plural_persons(i)) return true;
  const std::string_view lower = t_.lower(i);
  const bool state = one_of(lower, states);
  if (!state && !one_of(lower, actors)) return false;
  const std::uint32_t det = determiner_of(i);
  if (lower == "side" || lower == "party") {
    // "neither side", "each side".
    if (det == none || (t_.lower(det) != "neither" && t_.lower(det) != "either" && t_.lower(det) != "each")) return false;
    answer(i, i + 1, i, MentionKind::role, group(i, 2, GroupKind::actors, 0, false), true);
    return true;
  }
  const int number = number_before(i);
  if (det != none && t_.tag(det) == "PRP$") {
    // "their countries", "its neighbours" (which are others).
    if (lower == "countries" || lower == "governments" || lower == "nations")
      if (const auto own = state_of(entities_at(det)); own.size() > 1) answer(i, i + 1, i, MentionKind::role, own, true);
    return true;
  }
  const std::string_view determiner = det == none ? std::string_view() : t_.lower(det);
  if (!number && determiner != "both" && determiner != "these" && (determiner != "those" || restricted(i))) return true;
  const std::uint32_t begin = det != none && i - det < 4 ? det + 1 : i;
  auto found = group(i, number, state ? GroupKind::states : GroupKind::actors, 0, false);
  // Of single ones only states are plain enough.
  if (found.empty()) found = group(i, number, GroupKind::states, 0, true);
  answer(std::min(begin, i), i + 1, i, MentionKind::role, found, true);
  return true;
}

// "both", "the two", "all three", "each", "neither" without a noun.
bool References::bare_group(std::uint32_t i) {
  const std::string_view lower = t_.lower(i), dep = t_.dep(i);
  if (!one_of(dep, whole_deps)) return false;
  int number = 0;
  if (lower == "both" || lower == "neither" || lower == "either") {
    number = 2;
  } else if (t_.tag(i) == "CD") {
    const std::uint32_t det = t_.child(i, "det", "predet");
    if (det == none || det > i || (t_.lower(det) != "the" && t_.lower(det) != "all")) return false;
    number = number_of_word(lower);
    if (!number) return false;
  } else if (lower != "each") {
    return false;
  }
  for (const std::uint32_t c : t_.children(i)) {
    if (t_.dep(c) != "prep" || t_.lower(c) != "of") continue;
    // "each of which": what it hangs on; "both of the towns" says itself which.
    const std::uint32_t object = t_.child(c, "pobj");
    if (object == none || (t_.tag(object) != "PRP" && t_.tag(object) != "WDT" && t_.tag(object) != "WP")) return true;
    if (t_.tag(object) != "PRP") {
      relative(object);
      answer(i, i + 1, i, MentionKind::pronoun, entities_at(object), true);
      return true;
    }
  }
  answer(i, i + 1, i, MentionKind::pronoun, group(i, number, GroupKind::any, 0, false), true);
  return true;
}

// "the latter": what was named last before it.
void References::latter(std::uint32_t i) {
  const std::uint32_t det = determiner_of(i);
  if (det == none || t_.lower(det) != "the" || (!one_of(t_.dep(i), whole_deps) && t_.dep(i) != "poss")) return;
  for (std::uint32_t k = i; k > 0 && i - k < 40 && t_.sentence(k) + 1 >= t_.sentence(i);) {
    --k;
    const std::string_view dep = t_.dep(k);
    if (a_.mention_of_head[k] < 0 || dep == "compound" || dep == "amod" || dep == "nmod") continue;
    const Mention& m = a_.mentions[static_cast<std::size_t>(a_.mention_of_head[k])];
    if (m.kind != MentionKind::name && m.kind != MentionKind::metonym) continue;
    if (m.entities.size() != 1 || a_.drafts[m.entities[0]].type == Type::place) continue;
    return answer(i, i + 1, i, MentionKind::role, std::vector<std::uint32_t>(m.entities));
  }
}

// "Merkel phoned May": the two that a clause sets against one another may be "they" afterwards.
void References::opposed(std::uint32_t i) {
  const std::string_view dep = t_.dep(i);
  if (dep != "dobj" && dep != "pobj" && dep != "dative") return;
  std::uint32_t verb = t_.head(i);
  if (dep == "pobj") verb = t_.head(verb);
  for (int steps = 0; steps < 3 && t_.pos(verb) == "VERB"; ++steps) {
    if (const std::uint32_t subject = t_.subject(verb); subject != none) {
      const auto x = entities_at(subject), y = entities_at(i);
      if (x.size() != 1 || y.size() != 1 || x[0] == y[0] || a_.drafts[x[0]].type != a_.drafts[y[0]].type || a_.drafts[x[0]].type == Type::place) return;
      return discourse_.mention({std::min(x[0], y[0]), std::max(x[0], y[0])}, i, 0.6, true);
    }
    if (t_.dep(verb) != "xcomp" && t_.dep(verb) != "conj") return;
    verb = t_.head(verb);
  }
}

}  // namespace entente::entity
