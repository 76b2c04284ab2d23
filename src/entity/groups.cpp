#include <algorithm>
#include <array>

#include "entity/references.hpp"
#include "text/words.hpp"

/// Several actors spoken of as one: "both countries", "the two men", "the pair", "each of which", "the two"; and "the latter".
namespace entente::entity {
namespace {

constexpr std::array<std::string_view, 17> states{"countries", "nations", "states", "governments", "neighbours", "neighbors", "powers", "capitals", "republics",
                                                  "giants", "armies", "navies", "militaries", "coastguards", "signatories", "belligerents", "peoples"};
constexpr std::array<std::string_view, 12> actors{"sides", "parties", "allies", "rivals", "foes", "adversaries", "enemies", "partners", "side", "party",
                                                  "arch-rivals", "antagonists"};
constexpr std::array<std::string_view, 9> apart{"belligerent", "contending", "estranged", "feuding", "hostile", "opposing", "quarrelling", "rival", "warring"};
constexpr double kBehind = 1.4;   // the salience of the last of three, to that of a fourth
constexpr double kClear = 0.7;    // the salience of one who is not meant, to that of one who is, at the most
constexpr double kTopical = 0.1;  // share in what is named of its kind
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

// Does the clause's subject act upon the noun at i: "urged both", "a go-between for the two", and not "relations between the two"?
bool References::acted_upon(std::uint32_t i) const {
  const std::string_view dep = t_.dep(i);
  if (dep == "dobj" || dep == "dative") return true;
  // "urged both to talk".
  if (dep == "nsubj")
    if (const std::uint32_t to = t_.child(t_.head(i), "aux"); to != none && t_.lower(to) == "to" && t_.dep(t_.head(i)).ends_with("comp")) return true;
  if (dep != "pobj") return false;
  constexpr std::array<std::string_view, 8> inside{"between", "among", "of", "in", "by", "within", "across", "than"};
  return !is_one_of(t_.lower(t_.head(i)), inside);
}

// Who acts upon a group is no member of it, nor is his state.
std::vector<std::uint32_t> References::outsiders(std::uint32_t i) const {
  std::vector<std::uint32_t> out;
  // "X, the mediator between the two": a third.
  if (t_.dep(i) == "pobj" && t_.lower(t_.head(i)) == "between") {
    const std::uint32_t noun = t_.head(t_.head(i));
    const std::string_view lower = t_.lower(noun);
    constexpr std::array<std::string_view, 9> helping{"arbitrate", "commute", "intercede", "liaise", "mediate", "moderate", "referee", "shuttle", "umpire"};
    constexpr std::array<std::string_view, 7> helpers{"arbiter", "broker", "envoy", "facilitator", "intermediary", "mediator", "messages"};
    if ((t_.pos(noun) == "VERB" && is_one_of(t_.token(noun).lemma, helping)) || is_one_of(lower, helpers)) {
      out = entities_at(noun);
      const auto subject = clause_subject(i);
      out.insert(out.end(), subject.begin(), subject.end());
      const auto states = state_of(out);
      out.insert(out.end(), states.begin(), states.end());
      return out;
    }
  }
  if (!acted_upon(i)) return {};
  out = clause_subject(i);
  std::uint32_t at = t_.dep(i) == "nsubj" ? t_.head(i) : i;
  for (int steps = 0; steps < 8 && t_.head(at) != at; ++steps) {
    at = t_.head(at);
    const std::uint32_t subject = t_.subject(at);
    if (subject == none) continue;
    const auto first = entities_at(subject);
    out.insert(out.end(), first.begin(), first.end());
    // "Brazil and Paraguay implored both".
    for (std::uint32_t c = t_.child(subject, "conj"), n = 0; c != none && n < 20; c = t_.child(c, "conj"), ++n) {
      // "The bloc, of which Peru is a member but Chile is none, appealed".
      const auto children = t_.children(c);
      const std::uint32_t first_word = children.empty() ? c : std::min(c, children.front());
      if (first_word > 0 && t_.lower(first_word - 1) == "but") break;
      const auto more = entities_at(c);
      out.insert(out.end(), more.begin(), more.end());
    }
    break;
  }
  const auto states = state_of(out);
  out.insert(out.end(), states.begin(), states.end());
  return out;
}

// Single ones put together: the most salient of the kind, none where another is as salient as they are.
std::vector<std::uint32_t> References::singles_group(std::uint32_t i, int number, GroupKind kind, char gender, const std::vector<std::uint32_t>& out,
                                                     double& weight) const {
  std::vector<std::pair<double, std::uint32_t>> ranked;
  for (const auto& [e, named] : weight_in_text_) {
    if (e >= last_mention_.size() || last_mention_[e] == none || last_mention_[e] >= i) continue;
    if (!all_of_kind({e}, kind, gender) || !area_agrees(i, a_.drafts[e])) continue;
    if (std::find(out.begin(), out.end(), e) != out.end()) continue;
    ranked.emplace_back(-salience(e), e);
  }
  std::sort(ranked.begin(), ranked.end());
  // "the two neighbours" border on one another.
  if (number == 2 && t_.lower(i).starts_with("neighb") && !ranked.empty()) {
    const auto first = g_.country_by_code(a_.drafts[ranked[0].second].country);
    std::erase_if(ranked, [&](const auto& r) {
      const auto c = g_.country_by_code(a_.drafts[r.second].country);
      return first && c && *c != *first && !g_.states().neighbours(*first, *c);
    });
  }
  if (ranked.size() < static_cast<std::size_t>(number)) return {};
  weight = -ranked[static_cast<std::size_t>(number) - 1].first;
  std::vector<std::uint32_t> found;
  for (int k = 0; k < number; ++k) found.push_back(ranked[static_cast<std::size_t>(k)].second);
  std::sort(found.begin(), found.end());
  return found;
}

// Two that the text has spoken of together most often, however long ago.
const std::vector<std::uint32_t>* References::known_pair(std::uint32_t i, GroupKind kind, char gender, const std::vector<std::uint32_t>& out) const {
  const std::vector<std::uint32_t>* best = nullptr;
  double rank = 0;
  for (const auto& [pair, times] : pairs_) {
    const auto meant = [&](std::uint32_t e) { return std::find(out.begin(), out.end(), e) == out.end() && area_agrees(i, a_.drafts[e]) && topicality(e) >= kTopical; };
    if (!all_of_kind(pair, kind, gender) || !std::all_of(pair.begin(), pair.end(), meant)) continue;
    const double r = times * std::min(topicality(pair[0]), topicality(pair[1]));
    // Of two such pairs neither is meant.
    if (r == rank) best = nullptr;
    if (r > rank) best = &pair, rank = r;
  }
  return best;
}

// The persons of the last sentence that tells of any, at most `back` sentences before, if they are as many as wanted and the sentence at hand has
// spoken of none yet.
std::vector<std::uint32_t> References::persons_before(std::uint32_t i, char gender, const std::vector<std::uint32_t>& out, int back, int wanted) const {
  std::uint32_t begin = t_.sentence_begin(i), end = i;
  std::vector<std::uint32_t> found, bodies;
  // "warned Peru and Chile and cut off gas to both": no persons.
  for (std::uint32_t k = begin; k < end; ++k)
    if (const std::int32_t m = a_.mention_of_head[k]; m >= 0 && a_.mentions[static_cast<std::size_t>(m)].kind != MentionKind::adjective)
      for (const std::uint32_t e : a_.mentions[static_cast<std::size_t>(m)].entities)
        if (a_.drafts[e].type == Type::country && std::find(bodies.begin(), bodies.end(), e) == bodies.end()) bodies.push_back(e);
  if (bodies.size() > 1) return {};
  for (int steps = 0; steps <= back && found.empty(); ++steps) {
    for (std::uint32_t k = begin; k < end; ++k) {
      const std::int32_t m = a_.mention_of_head[k];
      if (m < 0) continue;
      for (const std::uint32_t e : a_.mentions[static_cast<std::size_t>(m)].entities) {
        if (a_.drafts[e].type != Type::person || std::find(out.begin(), out.end(), e) != out.end() || std::find(found.begin(), found.end(), e) != found.end()) continue;
        if (steps == 0 || !all_of_kind({e}, GroupKind::persons, gender)) return {};
        found.push_back(e);
      }
    }
    if (begin == 0) break;
    end = begin;
    begin = t_.sentence_begin(begin - 1);
  }
  std::sort(found.begin(), found.end());
  return found.size() == static_cast<std::size_t>(wanted) ? found : std::vector<std::uint32_t>();
}

// The most salient set of that many, or as many single ones as are wanted (`number` 0: any set).
std::vector<std::uint32_t> References::group(std::uint32_t i, int number, GroupKind kind, char gender, bool singles) const {
  auto out = outsiders(i);
  if (kind == GroupKind::persons) {
    const auto others = sayers(i);
    out.insert(out.end(), others.begin(), others.end());
  }
  const auto outside = [&](std::uint32_t e) { return std::find(out.begin(), out.end(), e) != out.end(); };
  // "X arrived with Y. Both men": the two of the sentence before, where it names no third.
  if (kind == GroupKind::persons && number == 2)
    if (auto two = persons_before(i, gender, out, 1, 2); !two.empty()) return two;
  const std::vector<std::uint32_t>* best = nullptr;
  double best_weight = 0;
  for (const Discourse::Item& item : discourse_.items()) {
    if (item.entities.size() < 2 || item.last >= i || (number && item.entities.size() != static_cast<std::size_t>(number))) continue;
    if (!all_of_kind(item.entities, kind, gender)) continue;
    if (std::any_of(item.entities.begin(), item.entities.end(), [&](std::uint32_t e) { return outside(e) || !area_agrees(i, a_.drafts[e]); })) continue;
    double topic = 1;
    for (const std::uint32_t e : item.entities) topic = std::min(topic, topicality(e));
    const double weight = item.weight() + 120 * topic;
    if (weight <= best_weight) continue;
    best = &item.entities;
    best_weight = weight;
  }
  if (number == 2 && singles && true)
    if (const auto* pair = known_pair(i, kind, gender, out);
        pair && (pairs_.at(*pair) > 1 || std::min(topicality((*pair)[0]), topicality((*pair)[1])) > 2 * kTopical))
      return *pair;
  if (number && singles) {
    double weight = 0;
    auto found = singles_group(i, number, kind, gender, out, weight);
    if (!found.empty() && (!best || 0.6 * weight > best_weight)) return found;
  }
  if (best) return *best;
  if (number == 2)
    if (const auto* pair = known_pair(i, kind, gender, out)) return *pair;
  // "warned the pair": of the two states that the text is about.
  if (number == 2 && kind == GroupKind::any) {
    double weight = 0;
    auto found = singles_group(i, number, GroupKind::states, gender, out, weight);
    if (found.size() == 2 && topicality(found[0]) > 0.2 && topicality(found[1]) > 0.2) return found;
  }
  // "the three": those spoken of together before, however long ago.
  if (number > 2)
    for (auto set = sets_.rbegin(); set != sets_.rend(); ++set)
      if (set->size() == static_cast<std::size_t>(number) && all_of_kind(*set, kind, gender) && std::none_of(set->begin(), set->end(), outside)) return *set;
  // "solidarity with the two".
  if (number == 2 && kind == GroupKind::any)
    if (auto two = persons_before(i, gender, out, 3, 2); !two.empty()) return two;
  // "appealed to all three": the states that the text is about, if a fourth is far behind.
  if (number > 2 && kind != GroupKind::persons) {
    double third = 0, fourth = 0;
    auto found = singles_group(i, number, GroupKind::states, gender, out, third);
    singles_group(i, number + 1, GroupKind::states, gender, out, fourth);
    if (!found.empty() && third > 15 && third > kBehind * fourth) return found;
  }
  // "the four", whose names are told later.
  const std::vector<std::uint32_t>* later = nullptr;
  if (number > 2)
    for (const auto& set : named_sets_) {
      if (set.size() != static_cast<std::size_t>(number) || !all_of_kind(set, kind, gender) || std::any_of(set.begin(), set.end(), outside)) continue;
      if (later && *later != set) return {};
      later = &set;
    }
  return later ? *later : std::vector<std::uint32_t>();
}

// "the two South Asian nations": of those that the text names, not the region.
bool References::limited_group(std::uint32_t i) {
  const std::int32_t at = a_.mention_of_head[i];
  const std::vector<std::uint32_t>& entities = a_.mentions[static_cast<std::size_t>(at)].entities;
  const int number = number_before(i);
  if (!number || !is_one_of(t_.lower(i), states) || entities.size() != 1 || a_.drafts[entities[0]].type != Type::region) return false;
  const std::uint32_t det = determiner_of(i);
  if (det == none || (t_.lower(det) != "the" && t_.lower(det) != "both")) return false;
  auto found = group(i, number, GroupKind::states, 0, true);
  if (found.size() < 2) return false;
  a_.mentions[static_cast<std::size_t>(at)].entities = std::move(found);
  a_.mentions[static_cast<std::size_t>(at)].kind = MentionKind::role;
  seen(i, true);
  return true;
}

// "the couple": those of whom one was last said to be the other's wife or husband.
std::vector<std::uint32_t> References::spouses(std::uint32_t i) const {
  constexpr std::array<std::string_view, 8> titles{"bride", "fiance", "fiancee", "husband", "partner", "spouse", "wife", "widow"};
  std::vector<std::uint32_t> found;
  for (const Role& role : a_.roles_near(i)) {
    if (role.token > i && !found.empty()) break;
    if (role.title == none || role.bodies.size() != 1 || g_.titles()[role.title].office != OfficeKind::kin || !is_one_of(g_.titles()[role.title].title, titles)) continue;
    if (role.person != role.bodies[0] && a_.drafts[role.bodies[0]].type == Type::person) found = {role.person, role.bodies[0]};
  }
  std::sort(found.begin(), found.end());
  return found;
}

// "contenders", "suspects", "presidents", "journalists".
bool References::names_persons(std::uint32_t i) const {
  constexpr std::array<std::string_view, 22> nouns{"accused", "brothers", "candidates", "captives", "challengers", "colleagues", "contenders", "convicts", "defendants", "detainees", "finalists",
                                                   "friends", "fugitives", "hostages", "inmates", "opponents", "politicians", "prisoners", "sisters", "siblings", "suspects", "victims"};
  if (t_.tag(i) != "NNS") return false;
  if (is_one_of(t_.lower(i), nouns) || g_.person_noun(t_.token(i).lemma) != 0) return true;
  const std::int32_t hit = a_.title_at[i];
  if (hit < 0 || !a_.titles[static_cast<std::size_t>(hit)].plural || a_.titles[static_cast<std::size_t>(hit)].head != i) return false;
  const std::uint32_t title = a_.titles[static_cast<std::size_t>(hit)].title;
  return title < g_.titles().size();
}

// "both contenders", "the two journalists": unless some were spoken of so without a name.
bool References::counted_persons(std::uint32_t i) {
  const int number = number_before(i);
  if (!number || !names_persons(i)) return false;
  const std::uint32_t det = determiner_of(i);
  const bool both = i > 0 && t_.lower(i - 1) == "both";
  if (!both && (det == none || (t_.lower(det) != "the" && t_.lower(det) != "both" && t_.lower(det) != "these" && t_.lower(det) != "all"))) return false;
  if (restricted(i) || t_.child(i, "appos") != none || t_.child(i, "prep") != none || of_nation(i)) return false;
  for (const Discourse::Item& item : discourse_.items())
    if (item.entities.empty() && item.plural && item.lemma == t_.token(i).lemma) return false;
  auto found = group(i, number, GroupKind::persons, 0, false);
  if (found.empty()) return false;
  answer(i, i + 1, i, MentionKind::role, found, true);
  return true;
}

// "both men", "the pair", "the three women".
bool References::plural_persons(std::uint32_t i) {
  const std::string_view lower = t_.lower(i);
  const int own = number_of(lower);
  const char gender = lower == "men" ? 'm' : lower == "women" ? 'f' : '\0';
  if (!own && !gender) return counted_persons(i);
  std::uint32_t det = determiner_of(i);
  // "the Sahel trio"
  if (det == none && own && i > 1 && a_.name_at[i - 1] >= 0 && t_.head(i - 1) == i) det = determiner_of(a_.names[static_cast<std::size_t>(a_.name_at[i - 1])].begin);
  const int number = own ? own : number_before(i);
  const bool definite = det != none && (t_.lower(det) == "the" || t_.lower(det) == "both" || t_.lower(det) == "these" || t_.lower(det) == "all");
  if (!definite || restricted(i)) return true;
  const std::uint32_t begin = i - det < 4 ? det + 1 : i;
  if (lower == "couple")
    if (const auto pair = spouses(i); !pair.empty()) return answer(std::min(begin, i), i + 1, i, MentionKind::role, pair, true), true;
  const bool people = !own || lower == "couple" || lower == "duo";
  answer(std::min(begin, i), i + 1, i, MentionKind::role, group(i, number, people ? GroupKind::persons : GroupKind::any, gender, !own || t_.dep(i).starts_with("nsubj")), true);
  return true;
}

// "the two companies", "both unions": of the bodies of that sort those that the text speaks of most, unless more are as much spoken of.
bool References::plural_bodies(std::uint32_t i) {
  const std::string_view noun = t_.token(i).lemma;
  const auto classes = g_.described_classes(noun);
  const int number = number_before(i);
  const std::uint32_t det = determiner_of(i);
  if (t_.tag(i) != "NNS" || classes.empty() || restricted(i)) return false;
  if (!number && det != none && det + 1 == i && t_.lower(det) == "the") {
    const auto sort = [&](std::uint32_t e) { return a_.drafts[e].type == Type::organization && std::find(classes.begin(), classes.end(), a_.drafts[e].cls) != classes.end(); };
    return together(i, [&](const std::vector<std::uint32_t>& set) { return std::all_of(set.begin(), set.end(), sort); });
  }
  if (!number) return false;
  const std::uint32_t both = i - static_cast<std::uint32_t>(number == 2 && t_.lower(i - 1) == "both");
  if (both == i && (det == none || (t_.lower(det) != "the" && t_.lower(det) != "both" && t_.lower(det) != "these"))) return false;
  const auto out = outsiders(i);
  std::vector<std::pair<double, std::uint32_t>> ranked;
  for (const auto& [e, named] : weight_in_text_) {
    const Draft& d = a_.drafts[e];
    if (d.type != Type::organization || e >= last_mention_.size() || last_mention_[e] == none || last_mention_[e] >= i) continue;
    const bool sort = std::find(classes.begin(), classes.end(), d.cls) != classes.end() || std::find(d.learned.begin(), d.learned.end(), noun) != d.learned.end();
    if (sort && std::find(out.begin(), out.end(), e) == out.end()) ranked.emplace_back(-salience(e), e);
  }
  const std::size_t wanted = static_cast<std::size_t>(number);
  if (ranked.size() < wanted) return false;
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > wanted && ranked[wanted].first < kClear * ranked[wanted - 1].first) return false;
  std::vector<std::uint32_t> found;
  for (std::size_t k = 0; k < wanted; ++k) found.push_back(ranked[k].second);
  std::sort(found.begin(), found.end());
  answer(det != none && i - det < 4 ? std::min(det + 1, i) : i, i + 1, i, MentionKind::role, found, true);
  return true;
}

bool References::plural_description(std::uint32_t i) {
  if (plural_persons(i) || plural_bodies(i)) return true;
  const std::string_view lower = t_.lower(i);
  const bool state = is_one_of(lower, states);
  if (!state && !is_one_of(lower, actors)) return false;
  const std::uint32_t det = determiner_of(i);
  if (lower == "side" || lower == "party") {
    // "neither side", "each side".
    if (det == none || (t_.lower(det) != "neither" && t_.lower(det) != "either" && t_.lower(det) != "each")) return false;
    answer(i, i + 1, i, MentionKind::role, group(i, 2, GroupKind::actors, 0, false), true);
    return true;
  }
  // "the warring parties" are two.
  const int number = i > 0 && is_one_of(t_.lower(i - 1), apart) ? std::max(2, number_before(i)) : number_before(i);
  if (det != none && t_.tag(det) == "PRP$") {
    // "their countries", "its neighbours" (which are others).
    if (lower == "countries" || lower == "governments" || lower == "nations")
      if (const auto own = state_of(entities_at(det)); own.size() > 1) answer(i, i + 1, i, MentionKind::role, own, true);
    return true;
  }
  const std::string_view determiner = det == none ? std::string_view() : t_.lower(det);
  if (!number && determiner == "the" && det + 1 == i && !restricted(i)) return told_together(i, state ? GroupKind::states : GroupKind::any);
  if (!number && determiner != "both" && determiner != "these" && (determiner != "those" || restricted(i))) return true;
  const std::uint32_t begin = det != none && i - det < 4 ? det + 1 : i;
  auto found = group(i, number, state ? GroupKind::states : GroupKind::actors, 0, state);
  // Of single ones only states are plain enough.
  if (found.empty()) found = group(i, number, GroupKind::states, 0, true);
  // "the two rivals" may be persons.
  if (found.empty() && number == 2 && !state && lower != "sides" && lower != "parties") found = group(i, number, GroupKind::persons, 0, false);
  // "the two sides" of which the text hardly speaks are others.
  if (!state && std::any_of(found.begin(), found.end(), [&](std::uint32_t e) { return a_.drafts[e].type == Type::country && topicality(e) < 0.12; })) found.clear();
  answer(std::min(begin, i), i + 1, i, MentionKind::role, found, true);
  return true;
}

// "both", "the two", "all three", "each", "neither" without a noun.
bool References::bare_group(std::uint32_t i) {
  const std::string_view lower = t_.lower(i), dep = t_.dep(i);
  if (!is_one_of(dep, whole_deps)) return false;
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

}  // namespace entente::entity
