#include "relation/conditions.hpp"

#include <algorithm>
#include <array>

namespace entente::relation {

Conditions::Conditions(const Reader& reader, const Frames& frames)
    : r_(reader), frames_(frames), kept_(frames.paths().size()) {
  const auto n = reader.tree.size();
  lemma_.reserve(n), form_.reserve(n);
  for (std::uint32_t t = 0; t < n; ++t) {
    const auto lemma = reader.tree.lemma(t), form = reader.tree.lower(t);
    lemma_.push_back(frames.word(lemma));
    form_.push_back(form == lemma ? lemma_.back() : frames.word(form));
    if (reader.tree.tag(t) == "CD" && is_money(t)) lemma_.back() = frames.word("million");
  }
}

// "Spain's banning of X": the verb of a noun in -ing that no frame knows as a noun; 0 for all others.
std::uint32_t Conditions::deed_of(std::uint32_t t) const {
  constexpr std::string_view kEnding = "ing";
  const auto form = r_.tree.lower(t);
  if (r_.tree.word(t) != Word::noun || form_[t] != 0 || form.size() < 6 || !form.ends_with(kEnding)) return 0;
  if (r_.tree.child_with_form(t, "of") == Tree::npos) return 0;
  auto stem = std::string(form.substr(0, form.size() - kEnding.size()));
  if (const auto word = frames_.word(stem); frames_.is_verb(stem)) return word;
  if (const auto n = stem.size(); stem[n - 1] == stem[n - 2] && frames_.is_verb(stem.substr(0, n - 1))) return frames_.word(stem.substr(0, n - 1));
  stem += 'e';
  return frames_.is_verb(stem) ? frames_.word(stem) : 0;
}

// "gave £400,000": as if the million were said
bool Conditions::is_money(std::uint32_t t) const {
  const auto children = r_.tree.children(t);
  return std::any_of(children.begin(), children.end(), [&](auto c) { return c < t && r_.tree.tag(c) == "$"; });
}

bool Conditions::is_there(const Trigger& trigger, std::uint32_t t) const {
  const auto& tree = r_.tree;
  switch (trigger.word_class) {
    case Trigger::Class::verb:
      if (!tree.is_verb(t)) return deed_of(t) != 0 && trigger.size == 0;
      if (tree.dep(t) == Dep::amod && tree.tag(t) != "VBG") return false;
      break;
    case Trigger::Class::noun:
      if (!tree.is_noun(t)) return false;
      break;
    case Trigger::Class::adjective:
      if (tree.word(t) != Word::adjective && tree.tag(t) != "VBN" && tree.tag(t) != "VBG" && tree.tag(t) != "VBD") return false;
      break;
  }
  const std::uint32_t n = trigger.size;
  if (n == 0) return trigger.word_class != Trigger::Class::verb || !is_phrasal(t);
  if (trigger.before) {
    if (t < n) return false;
    for (std::uint32_t i = 0; i < n; ++i)
      if (form_[t - n + i] != trigger.particles[i]) return false;
    return true;
  }
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto next = t + 1 + i;
    const bool follows = next < tree.size() && (form_[next] == trigger.particles[i] || lemma_[next] == trigger.particles[i]);
    if (!follows && !below(t, trigger.particles[i])) return false;
  }
  return true;
}

// "took in", "knocked out": a verb with a particle that some frame knows by that particle is another verb.
bool Conditions::is_phrasal(std::uint32_t verb) const {
  const auto children = r_.tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](auto c) { return r_.tree.dep(c) == Dep::prt && frames_.is_phrasal(lemma_[verb], form_[c]); });
}

// A particle among the verb's children, its object moved in between: "threw [X] out".
bool Conditions::below(std::uint32_t verb, std::uint32_t particle) const {
  for (auto c : r_.tree.children(verb)) {
    if (form_[c] != particle) continue;
    const auto d = r_.tree.dep(c);
    const bool preposition = d == Dep::prep && r_.tree.has_child(c, Dep::pobj);  // "took over the port in May" is no "take in"
    if (d == Dep::prt || d == Dep::advmod || (d == Dep::prep && !preposition) || d == Dep::acomp) return true;
  }
  return false;
}

bool Conditions::holds(const Condition& condition, std::uint32_t t) const {
  const auto& found = arguments(condition.route.id, t);
  if (condition.absent) return found.empty() || (condition.route.company && !denotes_actor(found));
  if (found.empty()) return !condition.asks();
  for (const auto& a : found)
    if ((contains(condition.forbidden, a.token) && !begins_name(a.token)) || (!condition.forbidden_classes.empty() && of_class(condition.forbidden_classes, a.token)) || of_kind(condition.forbidden_kinds, a.token)) return false;
  if (condition.any || !condition.asks()) return true;
  for (const auto& a : found) {
    // "Pacific Alliance" is no "alliance" that somebody forms
    const bool itself = contains(condition.lemmas, a.token);
    const auto what = itself || condition.lemmas.empty() ? Tree::npos : counted(a.token);
    const bool named = (itself && !r_.actors.in_name(a.token)) || (what != Tree::npos && contains(condition.lemmas, what));
    if (named || (condition.wish && is_wish(a.token)) || (condition.infinitive && is_infinitive(a.token))) return true;
    if (!condition.lemmas.empty() && conjunct_contained(condition.lemmas, a.token)) return true;
    if (!condition.by_actor()) continue;
    if (!condition.classes.empty() && of_class(condition.classes, a.token)) return true;
    for (const auto& actor : r_.actors.of(a.token, false))
      if (condition.actor || condition.kinds.has(r_.mentions.entities[actor.entity].kind)) return true;
  }
  return false;
}

// "Rally for the Republic" is no rally, "Mission of Hope" no mission.
bool Conditions::begins_name(std::uint32_t token) const {
  const auto m = r_.mentions.containing(token);
  if (m < 0) return false;
  const auto& mention = r_.mentions.mentions[static_cast<std::size_t>(m)];
  return mention.kind == entity::MentionKind::name && mention.end > token + 2;
}

bool Conditions::denotes_actor(const ArgumentList& found) const {
  return std::any_of(found.begin(), found.end(), [&](const Argument& a) { return !r_.actors.of(a.token, false).empty(); });
}

// "signed a treaty, a protocol and a letter": each conjunct hangs on the one before it.
bool Conditions::conjunct_contained(const Words& lemmas, std::uint32_t t) const {
  constexpr int kConjuncts = 6;
  for (int steps = 0; steps < kConjuncts && t != Tree::npos; ++steps) {
    auto next = Tree::npos;
    for (auto c : r_.tree.children(t)) {
      if (r_.tree.dep(c) != Dep::conj) continue;
      if (contains(lemmas, c)) return true;
      if (next == Tree::npos) next = c;
    }
    t = next;
  }
  return false;
}

bool Conditions::of_class(const std::vector<std::string>& classes, std::uint32_t t) const {
  const auto actors = r_.actors.of(t, false);
  return std::any_of(actors.begin(), actors.end(), [&](const Actor& actor) {
    return actor.entity < r_.mentions.classes.size() && std::find(classes.begin(), classes.end(), r_.mentions.classes[actor.entity]) != classes.end();
  });
}

bool Conditions::is_infinitive(std::uint32_t verb) const {
  if (r_.tree.tag(verb) != "VB") return false;
  const auto to = r_.tree.child_with_form(verb, "to");
  return to != Tree::npos && to < verb;  // "must listen to X" is none
}

bool Conditions::is_wish(std::uint32_t verb) const {
  const auto& tree = r_.tree;
  if (tree.tag(verb) == "VB") {  // but "will leave" and "could leave" are no wishes
    const auto children = tree.children(verb);
    const bool modal = std::any_of(children.begin(), children.end(), [&](auto c) {
      return tree.dep(c) == Dep::aux && tree.tag(c) == "MD" && tree.lower(c) != "should" && tree.lower(c) != "must" && tree.lower(c) != "ought";
    });
    if (!modal) return true;
  }
  if (tree.tag(verb) == "VBD" && tree.lemma(verb) == tree.lower(verb)) {  // "recommended that X cut subsidies"
    const auto governor = tree.lemma(tree.head(verb));
    if (governor == "demand" || governor == "urge" || governor == "request" || governor == "ask" || governor == "propose" || governor == "recommend" || governor == "insist") return true;
  }
  if ((tree.tag(verb) == "NN" || (tree.tag(verb) == "JJ" && tree.is_verb(verb))) && tree.dep(verb) == Dep::ccomp) return true;  // "demanded that X resign"
  if (tree.tag(verb) == "VBP") {  // a subjunctive looks like a plural: "demanded that the government end curbs"
    const auto subject = tree.child(verb, Dep::nsubj);
    const auto governor = tree.lemma(tree.head(verb));
    const bool asks = governor == "demand" || governor == "urge" || governor == "request" || governor == "ask" || governor == "propose" || governor == "recommend";
    if (asks || (subject != Tree::npos && (tree.tag(subject) == "NN" || tree.tag(subject) == "NNP"))) return true;
  }
  for (auto c : r_.tree.children(verb))
    if (r_.tree.dep(c) == Dep::aux && (r_.tree.lower(c) == "should" || r_.tree.lower(c) == "must" || r_.tree.lower(c) == "ought")) return true;
  return false;
}

bool Conditions::of_kind(const Kinds& kinds, std::uint32_t t) const {
  if (kinds.empty()) return false;
  const auto actors = r_.actors.of(t, false);
  return std::any_of(actors.begin(), actors.end(), [&](const Actor& actor) { return kinds.has(r_.mentions.entities[actor.entity].kind); });
}

bool Conditions::contains(const Words& words, std::uint32_t t) const {
  const auto has = [&](std::uint32_t word) { return word != 0 && std::binary_search(words.ids.begin(), words.ids.end(), word); };
  const bool hyphen = t >= 2 && r_.tree.lower(t - 1) == "-";
  if (!(hyphen && is_lower_rank(t)) && (has(lemma_[t]) || (form_[t] != lemma_[t] && has(form_[t])))) return true;
  return hyphen && std::any_of(words.hyphenated.begin(), words.hyphenated.end(), [&](const std::string& w) { return is_compound(w, t); });
}

// "vice-president": no president
bool Conditions::is_lower_rank(std::uint32_t t) const {
  const auto rank = r_.tree.lower(t - 2);
  return rank == "vice" || rank == "deputy" || rank == "under" || rank == "sub";
}

// "sit-in": three tokens, of which the last heads the word
bool Conditions::is_compound(std::string_view word, std::uint32_t t) const {
  const auto hyphen = word.find('-');
  return r_.tree.lower(t - 2) == word.substr(0, hyphen) && (r_.tree.lower(t) == word.substr(hyphen + 1) || r_.tree.lemma(t) == word.substr(hyphen + 1));
}

// "a series of bombs", "dozens of rounds", "the last of the troops": a noun of number or measure stands for what it counts.
std::uint32_t Conditions::counted(std::uint32_t t) const {
  constexpr std::array<std::string_view, 41> kMeasures{"barrage", "batch", "bulk", "couple", "dozen", "fifth", "fleet", "flurry", "hail", "half", "handful", "host", "hundred", "kind", "last", "lot", "majority", "million",
                                                       "most", "number", "package", "part", "percent", "quarter", "range", "remainder", "remnant", "rest", "round", "salvo", "score", "series", "set", "share", "spate", "string", "swarm", "third", "thousand", "volley", "wave"};
  if (std::find(kMeasures.begin(), kMeasures.end(), r_.tree.lemma(t)) == kMeasures.end()) return Tree::npos;
  const auto of = r_.tree.child_with_form(t, "of");
  return of == Tree::npos ? Tree::npos : r_.tree.child(of, Dep::pobj);
}

}  // namespace entente::relation
