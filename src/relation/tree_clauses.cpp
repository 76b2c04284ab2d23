#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "relation/tree.hpp"
#include "text/words.hpp"

/// Repairs of clauses: a subject parted from its verb, a subjunctive that looks like an adjective.
namespace entente::relation {

// "demanded that Mali free its chief": between a name and an object, behind a verb of asking and "that", a verb in its bare form, which the
// tagger took for an adjective or noun.
void Tree::repair_subjunctives(const std::function<bool(std::string_view)>& is_frame_verb) {
  for (std::uint32_t i = 1; i + 3 < size(); ++i) {
    if (lower_[i] != "that" || deps_[i] != Dep::mark || !is_one_of(lemma_[i - 1], {"demand", "urge", "request", "insist", "propose", "recommend", "ask"})) continue;
    auto t = i + 1;
    while (t + 1 < size() && words_[t] == Word::proper) ++t;
    if (t == i + 1 || (tag(t) != "JJ" && tag(t) != "NN") || !is_frame_verb(lower_[t])) continue;
    const bool object_follows = words_[t + 1] == Word::proper || words_[t + 1] == Word::pronoun || tag(t + 1) == "DT" || tag(t + 1) == "CD";
    if (!object_follows || token(t).sentence != token(i).sentence || (words_[heads_[t]] == Word::verb && heads_[t] < t)) continue;
    const auto subject = t - 1, governor = i - 1;
    auto object = t + 1;
    while (heads_[object] > t && heads_[object] != object && is_noun(heads_[object])) object = heads_[object];
    words_[t] = Word::verb;
    deps_[t] = Dep::ccomp;
    heads_[t] = governor;
    heads_[i] = t;
    for (auto c = i + 1; c < subject; ++c)
      if (heads_[c] > subject) heads_[c] = subject;
    heads_[subject] = t, deps_[subject] = Dep::nsubj;
    if (is_noun(object) || words_[object] == Word::pronoun) heads_[object] = t, deps_[object] = Dep::dobj;
  }
}

// "lost to Y by 212 votes": no agent
bool Tree::has_agent(std::uint32_t verb, std::uint32_t limit) const {
  for (auto by = verb + 1; by < limit; ++by) {
    if (heads_[by] != verb || deps_[by] != Dep::agent) continue;
    for (auto object = by + 1; object < limit && object < by + 4; ++object)
      if (heads_[object] == by) return deps_[object - 1] != Dep::nummod;
    return true;
  }
  return false;
}

// The verb of the clause whose subject is followed by an apposition or relative clause between commas: "X, a former minister, [called] ...".
// The parser hangs it on the subject or, a past tense, on the last noun of what stands between.
std::uint32_t Tree::interrupted_verb(std::uint32_t subject, std::uint32_t limit) const {
  bool inserted = false;
  for (auto c = subject + 1; c < limit; ++c) {
    if (heads_[c] == subject && (deps_[c] == Dep::appos || deps_[c] == Dep::relcl)) inserted = true;
    if (deps_[c] != Dep::acl || words_[c] != Word::verb || lower_[c - 1] != ",") continue;
    if (!inserted) {  // "X, regarded as its midwife, shuttled between Y and Z": the first participle is inserted
      inserted = heads_[c] == subject && tag(c) == "VBN" && c == subject + 2;
      continue;
    }
    const bool own = heads_[c] == subject && (tag(c) == "VBD" || tag(c) == "VBN");
    const bool nested = tag(c) == "VBD" && heads_[c] > subject && heads_[c] < c;
    if (own || nested) return has_agent(c, limit) ? npos : c;
  }
  return npos;
}

// "Unison, which represents the staff, called on X to go": the parser takes the verb behind the second comma for a participle, and the subject
// for the whole sentence, or for that of the verb coordinated with it ("X, a former player, called it a gift and said ...").
void Tree::repair_interrupted_subjects() {
  for (const auto& sentence : document_->sentences()) {
    auto root = sentence.begin;
    while (root < sentence.end && heads_[root] != root) ++root;
    if (root == sentence.end) continue;
    if (is_noun(root)) {
      auto last = sentence.end - 1;
      while (last > root && token(last).pos == "SPACE") --last;
      const auto verb = lower_[last] == "." || is_quote(last) ? interrupted_verb(root, sentence.end) : npos;
      if (verb == npos) continue;
      for (auto c = verb + 1; c < sentence.end; ++c)
        if (heads_[c] == root) heads_[c] = verb;
      for (auto c = sentence.begin; c < root; ++c)  // "In May X, the head of Y, called": the phrase is the verb's
        if (heads_[c] == root && deps_[c] == Dep::prep) heads_[c] = verb;
      heads_[verb] = verb, deps_[verb] = Dep::root;
      heads_[root] = verb, deps_[root] = Dep::nsubj;
    } else if (words_[root] == Word::verb) {
      for (auto subject = sentence.begin; subject < root; ++subject) {
        if (heads_[subject] != root || deps_[subject] != Dep::nsubj || !is_noun(subject)) continue;
        const auto verb = interrupted_verb(subject, root);
        if (verb == npos) continue;
        for (auto c = verb + 1; c < root; ++c)  // "and" with nothing coordinated before it
          if (heads_[c] == subject && deps_[c] == Dep::cc && c + 2 >= root) heads_[verb] = root, deps_[verb] = Dep::conj;
        break;
      }
    }
  }
}

// "Mali, Chad says, attacked Niger": two names taken for the speaker, of whom the first is the subject of what is said.
void Tree::split_speaker(std::uint32_t begin, std::uint32_t end, std::uint32_t root) {
  for (auto speaker = begin + 2; speaker + 2 < end; ++speaker) {
    const auto teller = speaker + 1;
    const bool named = deps_[speaker] == Dep::nsubj || deps_[speaker] == Dep::appos || deps_[speaker] == Dep::conj;
    if (!named || words_[teller] != Word::verb || lower_[teller + 1] != ",") continue;
    auto subject = heads_[speaker];
    if (subject == teller)  // both hang on the verb
      for (subject = begin; subject < speaker && (heads_[subject] != teller || deps_[subject] != Dep::nsubj); ++subject) {}
    if (subject >= speaker || deps_[subject] != Dep::nsubj || heads_[subject] != teller) continue;
    if (teller != root && heads_[teller] != root) continue;
    const auto first = first_of_name(speaker);
    if (first < subject + 2 || lower_[first - 1] != "," || has_dependent(subject, Dep::cc)) continue;
    for (auto clause = teller + 2; clause < end; ++clause) {
      if (words_[clause] != Word::verb || (teller == root ? heads_[clause] != root || deps_[clause] != Dep::ccomp : clause != root)) continue;
      if (has_dependent(clause, Dep::nsubj) || has_dependent(clause, Dep::nsubjpass) || has_dependent(clause, Dep::mark)) continue;
      heads_[subject] = clause, deps_[subject] = has_dependent(clause, Dep::auxpass) ? Dep::nsubjpass : Dep::nsubj;
      heads_[speaker] = teller, deps_[speaker] = Dep::nsubj;
      return;
    }
  }
}

// "Beijing, he assured, supports Tehran": what stands before a speaker put in between is the subject of the verb behind him. "X, regarded as
// its midwife, shuttled between Y and Z": a participle behind the subject's comma, taken for the verb of the clause.
void Tree::repair_inserted_clauses() {
  for (const auto& sentence : document_->sentences()) {
    auto root = sentence.begin;
    while (root < sentence.end && heads_[root] != root) ++root;
    if (root == sentence.end || words_[root] != Word::verb) continue;
    auto subject = npos, verb = npos, stray = npos;
    for (auto i = sentence.begin; i < sentence.end; ++i) {
      if (heads_[i] == root && i < root && (deps_[i] == Dep::nsubj || deps_[i] == Dep::nsubjpass || deps_[i] == Dep::expl || deps_[i] == Dep::csubj)) subject = i;
      const bool behind = heads_[i] == root && i > root && deps_[i] == Dep::advcl && lower_[i - 1] == "," && (tag(i) == "VBD" || tag(i) == "VBN");
      if (behind && verb == npos) verb = i;
      const bool inserted = heads_[i] != root && heads_[heads_[i]] == root && heads_[i] < root && (deps_[heads_[i]] == Dep::parataxis || deps_[heads_[i]] == Dep::ccomp);
      if (inserted && deps_[i] == Dep::npadvmod && words_[i] == Word::proper && lower_[i + 1] == "," && !is_date(i) && i < heads_[i]) stray = i;
    }
    split_speaker(sentence.begin, sentence.end, root);
    if (subject == npos && stray != npos && stray <= sentence.begin + 3) heads_[stray] = root, deps_[stray] = Dep::nsubj;
    const bool participle = root > sentence.begin && lower_[root - 1] == "," && (tag(root) == "VBN" || tag(root) == "VBD");
    if (subject == npos || verb == npos || !participle || has_subject(verb) || !only_between(subject, root)) continue;
    for (auto i = sentence.begin; i < sentence.end; ++i)
      if (heads_[i] == root && i != verb && (i > verb || i <= subject || deps_[i] == Dep::punct)) heads_[i] = verb;
    heads_[verb] = verb, deps_[verb] = Dep::root;
    heads_[root] = subject, deps_[root] = Dep::acl;
    deps_[subject] = Dep::nsubj;
  }
}

bool Tree::has_subject(std::uint32_t verb) const {
  const auto& sentence = document_->sentences()[token(verb).sentence];
  for (auto i = sentence.begin; i < sentence.end; ++i)
    if (heads_[i] == verb && (deps_[i] == Dep::nsubj || deps_[i] == Dep::nsubjpass || deps_[i] == Dep::mark || deps_[i] == Dep::aux || deps_[i] == Dep::auxpass)) return true;
  return false;
}

// Does the subject's phrase reach up to the comma before the verb?
bool Tree::only_between(std::uint32_t subject, std::uint32_t verb) const {
  for (auto i = subject + 1; i + 1 < verb; ++i) {
    auto top = i;
    for (int steps = 0; heads_[top] > subject && heads_[top] < verb && heads_[top] != top && steps < 12; ++steps) top = heads_[top];
    if (heads_[top] != subject) return false;
  }
  return true;
}

// "In a letter to the chairman, Ana Ruiz, President Li Wei said", "in talks with Iran and Qatar recalled its envoy": a finite verb without a
// subject has that phrase for one which ends right before it, though the parser hung it on what stands further left.
void Tree::repair_subjectless_verbs() {
  for (const auto& sentence : document_->sentences())
    for (auto verb = sentence.begin + 2; verb < sentence.end; ++verb) {
      auto first = verb;  // of the auxiliaries
      for (auto i = verb - 1; i > sentence.begin + 1 && (heads_[i] == verb || words_[i] == Word::adverb); --i)
        if (heads_[i] == verb && deps_[i] == Dep::aux) first = i;
      const bool finite = words_[verb] == Word::verb && (tag(verb) == "VBD" || tag(verb) == "VBZ" || tag(verb) == "VBP" || (first < verb && tag(first) == "MD"));
      if (!finite || (deps_[verb] != Dep::root && deps_[verb] != Dep::ccomp)) continue;
      bool subject = false;
      for (auto i = sentence.begin; i < sentence.end; ++i)
        subject |= heads_[i] == verb && (deps_[i] == Dep::nsubj || deps_[i] == Dep::nsubjpass || deps_[i] == Dep::csubj || deps_[i] == Dep::expl || deps_[i] == Dep::auxpass);
      const auto phrase = subject ? npos : phrase_before(first, sentence.begin);
      if (phrase != npos) heads_[phrase] = verb, deps_[phrase] = Dep::nsubj;
    }
}

// The apposition or conjunct that ends right before the verb, adverbs and days left out; npos where there is none.
std::uint32_t Tree::phrase_before(std::uint32_t verb, std::uint32_t begin) const {
  auto last = verb - 1;
  while (last > begin + 1 && (words_[last] == Word::adverb || (is_date(last) && lower_[last] != ",") || (lower_[last] == "on" && is_date(last + 1)))) --last;
  const bool comma = lower_[last] == ",";
  if (comma) --last;
  if (deps_[last] == Dep::pobj && lower_[heads_[last]] == "of" && words_[heads_[heads_[last]]] == Word::proper) last = heads_[heads_[last]];  // "Foreign Minister Ana Ruiz of Chile"
  auto appositions = 0;
  for (auto at = last; heads_[at] < verb && heads_[at] < at && heads_[at] >= begin; at = heads_[at]) {
    if (!is_noun(at)) break;
    if (deps_[at] == Dep::conj && !comma && words_[at] == Word::proper && !is_noun(heads_[at])) break;
    const bool joined = deps_[at] == Dep::conj && first_of_name(at) > begin && lower_[first_of_name(at) - 1] == "and" && words_[at] == Word::proper && is_date(heads_[at]);
    if (joined && !comma) return at;
    if (deps_[at] == Dep::appos && ++appositions == (comma ? 2 : 1)) return at;
    if (deps_[at] == Dep::appos && comma)  // "of the president, the minister, Ana Ruiz, said": both hang on him
      for (auto other = heads_[at] + 1; other < at; ++other)
        if (heads_[other] == heads_[at] && deps_[other] == Dep::appos && is_noun(other)) return other;
    if (deps_[at] != Dep::appos && deps_[at] != Dep::conj) break;
  }
  return npos;
}

// "the bloc's crime agency, IMPACS", "beat holders Palmeiras 2-1", "its founder, Ana Ruiz,": a name behind a common noun, taken for an
// adverbial of the noun or of its verb, says who that is.
void Tree::repair_adverbial_appositions() {
  for (std::uint32_t i = 2; i < size(); ++i) {
    if (words_[i] != Word::proper || deps_[i] != Dep::npadvmod || heads_[i] >= i || is_date(i)) continue;
    auto first = i;
    while (first > 0 && heads_[first - 1] >= first && heads_[first - 1] <= i && (words_[first - 1] == Word::proper || words_[first - 1] == Word::noun || deps_[first - 1] == Dep::det)) --first;
    if (first < 2) continue;
    const bool comma = lower_[first - 1] == ",";
    const auto governor = heads_[i];
    auto noun = comma ? first - 2 : first - 1;
    if (comma && words_[governor] == Word::verb)  // "the chairman of the Union (ABC), Ana Ruiz": the common noun above the name in between
      while (words_[noun] != Word::noun && heads_[noun] != noun && heads_[noun] > governor) noun = heads_[noun];
    if (words_[noun] != Word::noun || noun < governor) continue;
    const bool argument = deps_[noun] == Dep::dobj || deps_[noun] == Dep::pobj;
    if (governor == noun || (words_[governor] == Word::verb && argument && (comma || heads_[noun] == governor))) heads_[i] = noun, deps_[i] = Dep::appos;
  }
}

}  // namespace entente::relation
