#include "relation/told_deeds.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "relation/accords.hpp"
#include "text/words.hpp"

namespace entente::relation {

namespace {

constexpr std::uint32_t kMemory = 300;  // tokens back to a deed taken up by its own noun
constexpr std::uint32_t kRecent = 100;  // tokens back to one taken up as "the move"
constexpr float kSure = 0.7F;           // no people of a state, whose own deed it need not be
constexpr float kLead = 0.85F;          // the deed may be another than that of the first sentence

bool holds(const std::vector<std::string>& verbs, std::string_view verb) { return std::find(verbs.begin(), verbs.end(), verb) != verbs.end(); }

void add(const Actor& actor, const ActorList& apart, ActorList& found) {
  const auto same = [&](const Actor& a) { return a.entity == actor.entity; };
  if (std::none_of(apart.begin(), apart.end(), same) && std::none_of(found.begin(), found.end(), same)) found.push_back(actor);
}

// "Saturday's deal", "this week's ruling": the possessor is a time.
bool is_time(std::string_view lemma) {
  constexpr std::array<std::string_view, 17> kTimes{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday",
                                                    "day", "week", "month", "year", "night", "morning", "weekend", "evening"};
  return is_one_of(lemma, kTimes);
}

bool is_making(std::string_view lemma) {
  constexpr std::array<std::string_view, 16> kMakes{"adopt", "announce", "carry", "conclude", "deliver", "file", "impose", "initial",
                                                    "issue", "launch", "make", "order", "pass", "reach", "sign", "table"};
  return is_one_of(lemma, kMakes);
}

}  // namespace

std::uint32_t ToldDeeds::taken_up(const Frame& frame, std::uint32_t trigger) const {
  const auto& tree = r_.tree;
  constexpr std::array<std::string_view, 5> kTaking{"the", "this", "that", "these", "those"};
  for (const auto& route : frame.target) {
    if (route.path.empty()) continue;
    for (const auto& argument : r_.arguments.find(trigger, route.path)) {
      const auto noun = argument.token;
      const auto word = tree.lower(noun);
      if ((word == "it" || word == "this" || word == "that") && r_.mentions.containing(noun) < 0) {
        if (const auto act = meant_by(noun); act != Tree::npos) return act;
        continue;
      }
      if (!tree.is_noun(noun) || !r_.lexicon.acts.contains(tree.lemma(noun)) || r_.actors.in_name(noun)) continue;
      const auto possessor = tree.child(noun, Dep::poss);
      const auto det = tree.child(noun, Dep::det);
      const bool definite = possessor != Tree::npos ? is_time(tree.lower(possessor)) : det != Tree::npos && is_one_of(tree.lower(det), kTaking);
      if (!definite) continue;
      // "the promises it makes", "the attack by X": says itself whose.
      const bool own = tree.child_with_form(noun, "of") != Tree::npos || tree.child_with_form(noun, "by") != Tree::npos ||
                       tree.child_with_form(noun, "between") != Tree::npos || tree.has_child(noun, Dep::relcl);
      if (!own) return noun;
    }
  }
  return Tree::npos;
}

// "X closed the port, a move that Y condemned", "X accused Y of theft, a claim dismissed by Z": the noun without a definite article stands after a
// comma and is described by a clause.
std::uint32_t ToldDeeds::summing_up(const Frame& frame, std::uint32_t trigger) const {
  const auto& tree = r_.tree;
  constexpr std::array<std::string_view, 28> kSums{"act",      "argument", "assertion", "assessment", "choice",      "comparison", "condition", "course", "description",    "figure",
                                                   "formula",  "idea",     "image",     "line",       "notion",      "policy",     "position",  "practice", "prospect",     "scheme",
                                                   "sentiment", "stance",   "strategy",  "suggestion", "tactic",      "thing",      "theory",    "view"};
  for (const auto& route : frame.target) {
    if (route.path.empty()) continue;
    for (const auto& argument : r_.arguments.find(trigger, route.path)) {
      const auto noun = argument.token;
      if (!tree.is_noun(noun) || noun > trigger || r_.actors.in_name(noun)) continue;
      if (!r_.lexicon.acts.contains(tree.lemma(noun)) && !is_one_of(tree.lemma(noun), kSums)) continue;
      auto first = noun;
      for (auto c : tree.children(noun)) first = std::min(first, c);
      const auto word = tree.lower(first);
      if (first < 2 || (word != "a" && word != "an" && word != "something" && word != "one")) continue;
      if (tree.lower(first - 1) == "," || tree.lower(first - 1) == "-" || tree.lower(first - 1) == "--" || tree.lower(first - 1) == "\u2014") return noun;
    }
  }
  return Tree::npos;
}

ActorList ToldDeeds::summed_up(std::uint32_t noun, bool denies, const ActorList& apart) const {
  const auto& tree = r_.tree;
  ActorList found;
  constexpr std::array<std::string_view, 3> kCharges{"accusation", "allegation", "charge"};
  const auto lemma = tree.lemma(noun);
  if (denies && is_one_of(lemma, kCharges)) return found;
  const auto act = r_.lexicon.acts.find(lemma);
  // The clause's verbs before it, innermost first; the one that tells of such an act is meant, else the innermost.
  std::uint32_t verb = Tree::npos;
  for (auto at = noun; !tree.is_root(at);) {
    at = tree.head(at);
    if (at > noun || !tree.is_verb(at)) continue;
    if (act != r_.lexicon.acts.end() && holds(act->second, tree.lemma(at))) {
      verb = at;
      break;
    }
    if (verb == Tree::npos) verb = at;
  }
  if (verb != Tree::npos) doers(verb, apart, found);
  return found;
}

std::uint32_t ToldDeeds::judged(const Frame& frame, std::uint32_t trigger) const {
  const bool by_speaker = std::any_of(frame.source.begin(), frame.source.end(), [](const Route& route) { return route.speaker; });
  const bool of_subject = std::any_of(frame.target.begin(), frame.target.end(), [](const Route& route) { return route.path.size() == 1 && route.path.front().kind == Function::Kind::subj; });
  if (!by_speaker || !of_subject) return Tree::npos;
  constexpr std::array<std::string_view, 3> kDemonstratives{"it", "that", "this"};
  const auto& tree = r_.tree;
  for (const auto& argument : r_.arguments.find(trigger, Function{Function::Kind::subj, {}})) {
    const auto pronoun = argument.token;
    if (pronoun == 0 || pronoun > trigger || !is_one_of(tree.lower(pronoun), kDemonstratives)) continue;
    if (tree.has_child(pronoun, Dep::relcl)) continue;  // "It is X that ..."
    const auto& quotes = r_.mentions.quotes;
    const bool opens = std::any_of(quotes.begin(), quotes.end(), [&](const entity::Quote& q) { return q.begin + 1 == pronoun || q.begin == pronoun; });
    if (opens) return pronoun;
  }
  return Tree::npos;
}

ActorList ToldDeeds::last_doers(std::uint32_t pronoun, const ActorList& apart) const {
  ActorList found;
  if (const auto act = meant_by(pronoun); act != Tree::npos) found = authors(act, act, false, apart);
  // What the sentence before tells, else what the news is of.
  const auto sentence = r_.tree.token(pronoun).sentence;
  if (found.empty() && sentence > 0) last_read(r_.tree.document().sentences()[sentence - 1].begin, pronoun, apart, found);
  if (found.empty()) of_lead(pronoun, apart, found);
  return found;
}

// "X condemned the ruling; Y called it regrettable": the act that a phrase of the same sentence or the one before takes up.
std::uint32_t ToldDeeds::meant_by(std::uint32_t pronoun) const {
  const auto& tree = r_.tree;
  const auto sentence = tree.token(pronoun).sentence;
  for (auto e = pronoun; e-- > 0 && tree.token(e).sentence + 1 >= sentence;) {
    const auto d = tree.dep(e);
    if ((d != Dep::dobj && d != Dep::nsubj && d != Dep::nsubjpass) || !tree.is_noun(e) || r_.actors.in_name(e)) continue;
    if (r_.lexicon.acts.contains(tree.lemma(e))) return e;
  }
  return Tree::npos;
}

// Of the nearest mention of the same deed that names its author ("Spain's ruling ... the ruling"), or of the nearest verb that the noun
// takes up ("Spain ruled ... the ruling").
void ToldDeeds::mentioned(std::uint32_t noun, const Verbs& verbs, std::uint32_t limit, std::uint32_t before, const ActorList& apart, ActorList& found) const {
  const auto& tree = r_.tree;
  for (auto e = before; e-- > limit && found.empty();) {
    if (tree.is_noun(e) && tree.lemma(e) == tree.lemma(noun) && !r_.actors.in_name(e)) {
      for (const auto& actor : r_.actors.of(e, true)) add(actor, apart, found);
      if (const auto verb = r_.arguments.carrier(e); found.empty() && verb != Tree::npos && (is_making(tree.lemma(verb)) || holds(verbs, tree.lemma(verb)))) doers(verb, apart, found);
    } else if (tree.is_verb(e) && holds(verbs, tree.lemma(e))) {
      doers(e, apart, found);
    }
  }
}

// "the move": the nearest deed that a frame has read.
void ToldDeeds::last_read(std::uint32_t limit, std::uint32_t before, const ActorList& apart, ActorList& found) const {
  std::uint32_t nearest = Tree::npos;
  for (auto i = told_.size(); i-- > 0;) {
    const auto& st = told_[i];
    if (st.trigger < limit || (nearest != Tree::npos && st.trigger != nearest)) break;
    if (st.trigger >= before || !is_deed(st)) continue;
    if (std::any_of(apart.begin(), apart.end(), [&](const Actor& a) { return a.entity == st.source; })) continue;
    nearest = st.trigger;
    add({st.source, st.source_token, st.source_token + 1, 1.0F, st.some}, apart, found);
  }
}

// News are told of a deed in their first sentence: its first doer.
void ToldDeeds::of_lead(std::uint32_t before, const ActorList& apart, ActorList& found) const {
  const auto& tree = r_.tree;
  const auto& sentences = tree.document().sentences();
  for (std::size_t s = 0; s < sentences.size() && s < 3 && found.empty(); ++s)
    for (auto t = sentences[s].begin; t < sentences[s].end && t < before && found.empty(); ++t) {
      if (!tree.is_verb(t) || r_.lexicon.speech.contains(tree.lemma(t))) continue;
      doers(t, apart, found);
      found.erase(std::remove_if(found.begin(), found.end(), [](const Actor& a) { return a.certainty < kSure; }), found.end());
    }
  for (auto& actor : found) actor.certainty *= kLead;
}

void ToldDeeds::doers(std::uint32_t verb, const ActorList& apart, ActorList& found) const {
  for (const auto& argument : r_.arguments.find(verb, Function{Function::Kind::subj, {}}))
    for (const auto& actor : r_.actors.of(argument.token, false)) add(actor, apart, found);
}

// The verbs that tell it. "Called the ruling a triumph ... condemned the decision": a ruling spoken of shortly before is the decision meant.
const ToldDeeds::Verbs& ToldDeeds::verbs_of(std::uint32_t noun) const {
  const auto& own = r_.lexicon.acts.find(r_.tree.lemma(noun))->second;
  if (!holds(own, "rule")) return own;
  const auto limit = noun > kRecent ? noun - kRecent : 0U;
  for (auto e = noun; e-- > limit;) {
    const auto act = r_.tree.is_noun(e) ? r_.lexicon.acts.find(r_.tree.lemma(e)) : r_.lexicon.acts.end();
    if (act != r_.lexicon.acts.end() && holds(act->second, "rule")) return act->second;
  }
  return own;
}

ActorList ToldDeeds::authors(std::uint32_t noun, std::uint32_t before, bool denies, const ActorList& apart) const {
  ActorList found;
  const auto lemma = r_.tree.lemma(noun);
  constexpr std::array<std::string_view, 4> kCharges{"accusation", "allegation", "charge", "claim"};
  if (denies && is_one_of(lemma, kCharges)) return found;
  const auto& verbs = verbs_of(noun);
  if (is_accord(noun))
    for (const auto& party : parties_of(r_, frames_, told_, noun)) add(party, apart, found);
  if (!found.empty()) return found;
  const auto limit = before > kMemory ? before - kMemory : 0U;
  mentioned(noun, verbs, limit, before, apart, found);
  if (found.empty() && holds(verbs, "*")) last_read(before > kRecent ? before - kRecent : 0U, before, apart, found);
  if (found.empty() && holds(verbs, "lead")) of_lead(before, apart, found);
  return found;
}

bool ToldDeeds::is_accord(std::uint32_t noun) const { return names_accord(r_, noun); }

// What is done, not said of others.
bool ToldDeeds::is_deed(const Statement& st) const {
  const auto& type = frames_.relations()[st.relation];
  constexpr std::array<std::string_view, 9> kSaid{"accuses", "criticizes", "interviewed_by", "invites", "meets", "supports", "threatens", "urges", "visits"};
  // "X, long Y's partner": a standing, no deed.
  const bool standing = type.name == "cooperates_with" && r_.tree.is_noun(st.trigger) && st.phrase == st.trigger;
  return type.event_class != "structural" && !is_one_of(type.name, kSaid) && !standing;
}

}  // namespace entente::relation
