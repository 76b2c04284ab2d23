#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "relation/argument_words.hpp"
#include "relation/tree.hpp"

namespace entente::relation {

namespace {

constexpr std::array<std::string_view, 22> kTimes{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
                                                  "may", "june", "july", "august", "september", "october", "november", "december", "today", "yesterday", "tomorrow"};

bool is_time(std::string_view lower) { return std::find(kTimes.begin(), kTimes.end(), lower) != kTimes.end(); }


// Verbs that have a subjunctive below them.
bool asks_for(std::string_view verb) { return is_one_of(verb, {"ask", "demand", "insist", "propose", "recommend", "request", "require", "urge"}); }

// Verbs with two objects: "gave X a week".
bool takes_two(std::string_view verb) {
  return is_one_of(verb, {"give", "grant", "deny", "refuse", "hand", "show", "offer", "allow", "send", "pay", "lend", "award", "promise", "fine", "deal", "serve", "teach", "spare", "cost", "owe"});
}

// Verbs that say of their object what it is: "called X a liar".
bool gives_name(std::string_view verb) {
  return is_one_of(verb, {"call", "brand", "label", "dub", "name", "term", "deem", "declare", "designate", "consider", "pronounce", "judge", "proclaim", "title", "think", "rule"});
}

}  // namespace

bool names_its_object(std::string_view verb) { return gives_name(verb); }

// First token of a name with the words before it that belong to it.
std::uint32_t Tree::first_of_name(std::uint32_t head) const {
  auto first = head;
  while (first > 0 && words_[first - 1] == Word::proper && (heads_[first - 1] == head || heads_[first - 1] == first)) --first;
  if (first > 0 && deps_[first - 1] == Dep::det && heads_[first - 1] == head) --first;
  return first;
}

// "Ruiz replaces Norway midfielder Ana Berg": a name right after a verb that has its subject before it and no object.
bool Tree::is_second_subject(std::uint32_t i) const {
  const auto verb = heads_[i];
  if (deps_[i] != Dep::nsubj || words_[i] != Word::proper || verb >= i || words_[verb] != Word::verb) return false;
  for (auto t = verb + 1; t < i; ++t)
    if (heads_[t] <= verb || heads_[t] > i) return false;
  bool subject = false;
  const auto& sentence = document_->sentences()[token(i).sentence];
  for (auto c = sentence.begin; c < sentence.end; ++c) {
    if (heads_[c] != verb || c == i || c == verb) continue;
    if (c < verb && deps_[c] == Dep::nsubj) subject = true;
    if (deps_[c] == Dep::dobj || deps_[c] == Dep::ccomp || deps_[c] == Dep::xcomp || deps_[c] == Dep::attr) return false;
  }
  return subject;
}

// "FIFA suspended Pakistan", "Azerbaijan shelled Armenia": in short sentences the parser takes a name beside the verb for an adverbial or a
// part of another name. A finite verb without a subject has the name right before it for one, and without an object the name right after it.
void Tree::repair_bare_arguments() {
  for (std::uint32_t i = 0; i < size(); ++i) {
    const auto verb = heads_[i];
    const bool adverb = deps_[i] == Dep::advmod && i <= verb + 1;  // "Luanda has been mediating", "also criticised FIFA"
    const bool astray = adverb || deps_[i] == Dep::npadvmod || deps_[i] == Dep::compound || deps_[i] == Dep::nmod;
    if (is_second_subject(i)) deps_[i] = Dep::dobj;
    if (words_[i] != Word::proper || (!astray && deps_[i] != Dep::appos) || words_[verb] != Word::verb || is_time(lower_[i])) continue;
    const auto between = std::span(words_).subspan(i + 1, verb > i + 1 ? verb - i - 1 : 0);
    const auto goes_with_verb = [](Word w) { return w == Word::verb || w == Word::adverb || w == Word::other; };
    const bool auxiliaries = std::all_of(between.begin(), between.end(), goes_with_verb);
    const bool close = i < verb && auxiliaries && heads_[i + 1] != i;
    const bool had = close && has_dependent(verb, Dep::aux) && lower_[i + 1] != ",";
    // "Nauru quit the forum": a past tense that looks like the infinitive
    const bool alike = tag(verb) == "VB" && deps_[verb] == Dep::root && i + 1 == verb && is_one_of(lower_[verb], {"beat", "bid", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "set", "shut", "split", "spread"});
    const bool finite = tag(verb) == "VBD" || tag(verb) == "VBZ" || tag(verb) == "VBP" || had || alike;
    const bool attached = deps_[verb] == Dep::root || deps_[verb] == Dep::ccomp || deps_[verb] == Dep::conj || deps_[verb] == Dep::parataxis;
    if (!finite || !attached) continue;
    bool subject = false, object = false;
    const auto& sentence = document_->sentences()[token(i).sentence];
    for (auto c = sentence.begin; c < sentence.end; ++c) {
      if (heads_[c] != verb || c == verb) continue;
      subject |= deps_[c] == Dep::nsubj || deps_[c] == Dep::nsubjpass || deps_[c] == Dep::csubj || deps_[c] == Dep::expl;
      object |= deps_[c] == Dep::dobj || deps_[c] == Dep::dative || deps_[c] == Dep::ccomp || deps_[c] == Dep::xcomp || deps_[c] == Dep::oprd || deps_[c] == Dep::attr || deps_[c] == Dep::acomp;
    }
    if ((i + 1 == verb || (close && words_[i + 1] == Word::verb)) && astray && !subject && deps_[verb] != Dep::conj) deps_[i] = Dep::nsubj;
    else if (i > verb && (astray || deps_[i] == Dep::appos) && !object && first_of_name(i) == verb + 1) deps_[i] = Dep::dobj;
  }
}

// "beat holders Palmeiras 2-1", "met coach Ana Ruiz": a noun right before a name that the parser takes for the object introduces it.
void Tree::repair_introduced_names() {
  for (std::uint32_t i = 2; i < size(); ++i) {
    const auto verb = heads_[i];
    if (words_[i] != Word::proper || (deps_[i] != Dep::npadvmod && deps_[i] != Dep::dobj && deps_[i] != Dep::appos) || verb >= i || words_[verb] != Word::verb || is_time(lower_[i])) continue;
    if (takes_two(lemma_[verb]) || gives_name(lemma_[verb])) continue;
    const auto first = first_of_name(i);
    if (first < 2 || deps_[first] == Dep::det) continue;
    const auto noun = first - 1;
    if (noun <= verb || words_[noun] != Word::noun || heads_[noun] != verb || deps_[noun] != Dep::dobj) continue;
    deps_[i] = Dep::dobj;
    heads_[noun] = i;
    deps_[noun] = Dep::compound;
  }
}

// "demanded that Malawi release Ann Brook": all that follows taken for one name, with a verb between two of its names.
void Tree::repair_asked(std::uint32_t that, const std::function<bool(std::string_view)>& is_frame_verb) {
  const auto object = [&] {
    for (auto c = that + 3; c < size() && c < that + 10; ++c)
      if (heads_[c] == that && deps_[c] == Dep::pobj) return c;
    return npos;
  }();
  if (object == npos || !is_noun(object)) return;
  for (auto verb = that + 2; verb < object; ++verb) {
    if (tag(verb) != "NN" || heads_[verb] != object || words_[verb - 1] != Word::proper || heads_[verb - 1] != verb || !is_frame_verb(lower_[verb])) continue;
    words_[verb] = Word::verb;
    heads_[verb] = heads_[that], deps_[verb] = Dep::ccomp;
    heads_[that] = verb, deps_[that] = Dep::mark;
    deps_[verb - 1] = Dep::nsubj;
    heads_[object] = verb, deps_[object] = Dep::dobj;
    for (auto c = that + 1; c + 1 < verb; ++c)
      if (heads_[c] == object) heads_[c] = verb - 1;
    return;
  }
}

// "demanded that Mr Lund resign": what "that" marks as a clause is a verb, and the name before it its subject.
void Tree::repair_that_clauses(const std::function<bool(std::string_view)>& is_frame_verb) {
  for (std::uint32_t i = 0; i + 2 < size(); ++i) {
    if (i > 0 && lower_[i] == "that" && deps_[i] == Dep::prep && words_[heads_[i]] == Word::verb && asks_for(lemma_[heads_[i]])) repair_asked(i, is_frame_verb);
    const auto verb = heads_[i];
    const bool subjunctive = deps_[i] == Dep::mark && lower_[i] == "that" && deps_[verb] == Dep::ccomp && (tag(verb) == "NN" || tag(verb) == "JJ") && asks_for(lemma_[heads_[verb]]);
    if (subjunctive && has_dependent(verb, Dep::nsubj) && has_dependent(verb, Dep::dobj) && is_frame_verb(lower_[verb])) words_[verb] = Word::verb;
    if (deps_[i] != Dep::mark || lower_[i] != "that" || verb < i + 2 || verb > i + 8 || words_[verb] != Word::noun || tag(verb) != "NN") continue;
    if (words_[verb - 1] != Word::proper || heads_[verb - 1] != verb || deps_[verb] != Dep::dobj) continue;
    words_[verb] = Word::verb;
    deps_[verb] = Dep::ccomp;
    deps_[verb - 1] = Dep::nsubj;
    for (auto c = i + 1; c + 1 < verb; ++c)
      if (heads_[c] == verb) heads_[c] = verb - 1;
  }
}

// "Leeds sacked coach Ann Brook", "Kenya arrests pastor Paul Njoroge": a sentence without a verb at its root, but with a participle or
// verb between a name at its beginning and the root, has that verb at its root.
void Tree::repair_buried_verbs(const std::function<bool(std::string_view)>& is_frame_verb) {
  for (const auto& sentence : document_->sentences()) {
    auto root = sentence.begin;
    while (root < sentence.end && heads_[root] != root) ++root;
    if (root == sentence.end || words_[root] == Word::verb || !is_noun(root)) continue;
    auto t = sentence.begin;
    if (deps_[t] == Dep::det) ++t;
    while (t < root && words_[t] == Word::proper && !is_time(lower_[t])) ++t;
    // "Hungary vetoes EU loan": a name at the beginning may pass for an adjective or a common noun
    const bool alone = t == sentence.begin && t + 1 < root && capital(t) && tag(t + 1) == "VBZ" && (words_[t] == Word::adjective || words_[t] == Word::noun);
    if (alone) words_[t++] = Word::proper;
    if (t == root || t == sentence.begin || words_[t - 1] != Word::proper) continue;
    const bool finite = tag(t) == "VBD" || tag(t) == "VBZ" || tag(t) == "VBN";
    if (!finite || !is_frame_verb(lemma_[t]) || (deps_[t] != Dep::amod && deps_[t] != Dep::compound && deps_[t] != Dep::nmod && deps_[t] != Dep::acl)) continue;
    auto top = t;  // it must hang on the root, by modifiers only
    for (int steps = 0; top != root && steps < 4; ++steps) top = heads_[top];
    if (top != root) continue;
    const auto name = t - 1;
    auto subject = name;
    while (heads_[subject] != subject && heads_[subject] < t && heads_[subject] >= sentence.begin) subject = heads_[subject];
    for (auto i = sentence.begin; i < t; ++i)
      if (i != subject && (heads_[i] >= t || heads_[i] < sentence.begin)) heads_[i] = subject;
    for (auto i = t + 1; i < sentence.end; ++i)
      if (heads_[i] < t) heads_[i] = t;
    words_[t] = Word::verb;
    heads_[t] = t;
    deps_[t] = Dep::root;
    heads_[subject] = t;
    deps_[subject] = Dep::nsubj;
    heads_[root] = t;
    deps_[root] = Dep::dobj;
  }
}

// "Ann Brook co-founded Greenpeace", "FIFA re-elected Carl Lund": the prefix taken for a word of its own, and the verb for a part of the name.
void Tree::repair_prefixed_verbs(const std::function<bool(std::string_view)>& is_frame_verb) {
  for (std::uint32_t i = 1; i + 3 < size(); ++i) {
    const auto verb = i + 2, object = heads_[verb];
    if ((lower_[i] != "co" && lower_[i] != "re") || lower_[i + 1] != "-" || words_[i - 1] != Word::proper || deps_[verb] != Dep::amod || object <= verb) continue;
    if ((tag(verb) != "VBD" && tag(verb) != "VBN") || !is_frame_verb(lemma_[verb]) || token(i - 1).sentence != token(object).sentence) continue;
    const auto& sentence = document_->sentences()[token(i).sentence];
    auto root = sentence.begin;
    while (root < sentence.end && heads_[root] != root) ++root;
    if (root != i && root != i + 1 && root != object) continue;
    auto subject = i - 1;
    for (int steps = 0; heads_[subject] < i && heads_[subject] >= sentence.begin && heads_[subject] != subject && steps < 8; ++steps) subject = heads_[subject];
    for (auto c = sentence.begin; c < sentence.end; ++c)
      if (c != verb && (heads_[c] == i || heads_[c] == i + 1 || (heads_[c] == object && c < verb))) heads_[c] = verb;
    heads_[i] = heads_[i + 1] = verb, deps_[i] = deps_[i + 1] = Dep::other;
    heads_[verb] = verb, deps_[verb] = Dep::root, words_[verb] = Word::verb;
    heads_[subject] = verb, deps_[subject] = Dep::nsubj;
    heads_[object] = verb, deps_[object] = Dep::dobj;
  }
}

bool Tree::is_quote(std::uint32_t i) const { return is_one_of(text(i), {"\"", "“", "”", "‘", "'", "``", "''"}); }

// "called the move 'theatre'": what stands before the quotation mark is the object, taken for a part of what it is called.
bool Tree::split_quotation(std::uint32_t verb, std::uint32_t object) {
  auto first = npos;
  for (auto c = verb + 1; c + 1 < object; ++c)
    if (heads_[c] == object && is_noun(c) && is_quote(c + 1) && (deps_[c] == Dep::nmod || deps_[c] == Dep::compound || deps_[c] == Dep::amod)) first = c;
  if (first == npos) return false;
  for (auto c = verb + 1; c < first; ++c)
    if (heads_[c] == object) heads_[c] = first;
  heads_[first] = verb;
  deps_[first] = Dep::dobj;
  deps_[object] = Dep::oprd;
  return true;
}

// "declared Ana Ruiz persona non grata": a full name taken for a part of what somebody is called.
bool Tree::split_full_name(std::uint32_t verb, std::uint32_t object) {
  auto first = verb;  // "declared Russian diplomat Ivan Petrov persona non grata": what describes him comes first
  while (first + 1 < object && words_[first + 1] != Word::proper && (words_[first + 1] == Word::adjective || words_[first + 1] == Word::noun || deps_[first + 1] == Dep::det || deps_[first + 1] == Dep::poss)) ++first;
  auto last = first;
  while (last + 1 < object && words_[last + 1] == Word::proper) ++last;
  if ((words_[object] != Word::noun && lower_[object] != "persona") || last < first + 2 || last + 1 != object || heads_[last] != object) return false;
  for (auto c = verb + 1; c < last; ++c)
    if (heads_[c] == object) heads_[c] = last;
  heads_[last] = verb, deps_[last] = Dep::dobj;
  heads_[object] = verb, deps_[object] = Dep::oprd;
  return true;
}

// "gave the envoy a week", "called the plan a farce": of two phrases after the verb the parser makes one, or an adverbial of the second.
void Tree::repair_two_objects() {
  for (std::uint32_t verb = 0; verb < size(); ++verb) {
    if (words_[verb] != Word::verb) continue;
    const bool two = takes_two(lemma_[verb]) || lemma_[verb] == "wish", naming = gives_name(lemma_[verb]);
    if (!two && !naming) continue;
    auto first = npos, second = npos;
    const auto end = document_->sentences()[token(verb).sentence].end;
    for (auto c = verb + 1; c < end; ++c) {
      if (heads_[c] != verb || !(is_noun(c) || words_[c] == Word::pronoun)) continue;
      if (first == npos && (deps_[c] == Dep::dobj || deps_[c] == Dep::dative)) first = c;
      else if (first != npos && second == npos && (deps_[c] == Dep::dobj || deps_[c] == Dep::npadvmod)) second = c;
    }
    if (first == npos && lemma_[verb] == "wish")  // "wished Serbia success"
      for (auto c = verb + 2; c < end && c < verb + 8; ++c)
        if (heads_[c] == verb && tag(c) == "NN" && deps_[c] == Dep::ccomp) deps_[c] = Dep::dobj;
    if (naming && (tag(verb) == "VBD" || tag(verb) == "VBZ"))
      for (auto c = verb + 3; c < end && c < verb + 8 && first == npos; ++c)
        if (heads_[c] == verb && deps_[c] == Dep::ccomp && split_full_name(verb, c)) break;
    if (first == npos) continue;
    if (naming && split_full_name(verb, first)) continue;
    if (naming && split_quotation(verb, first)) continue;
    for (auto c = first + 1; second == npos && c < end && c < first + 8; ++c)
      if (heads_[c] == first && words_[c] == Word::noun && (deps_[c] == Dep::appos || deps_[c] == Dep::npadvmod)) second = c;
    if (second == npos || is_time(lower_[second])) continue;
    auto begin = second;  // of the second phrase
    while (begin > first + 1 && heads_[begin - 1] >= begin && heads_[begin - 1] <= second) --begin;
    while (begin > first + 1 && is_quote(begin - 1)) --begin;
    if (begin != first + 1) continue;  // with a comma between them it is an apposition
    // "granted asylum that same day", but "gave the envoy a week"
    if (is_span_of_time(lemma_[second]) && is_one_of(lower_[begin], {"last", "next", "that", "the", "this"})) continue;
    heads_[second] = verb;
    deps_[first] = two ? Dep::dative : Dep::dobj;
    deps_[second] = two ? Dep::dobj : Dep::oprd;
  }
}

// "made Ana Ruiz prime minister": the name taken for a modifier of what it is made.
void Tree::repair_made() {
  for (std::uint32_t verb = 0; verb + 2 < size(); ++verb) {
    if (words_[verb] != Word::verb || lemma_[verb] != "make" || words_[verb + 1] != Word::proper) continue;
    auto name = verb + 1;
    while (name + 1 < size() && words_[name + 1] == Word::proper && token(name + 1).sentence == token(verb).sentence) ++name;
    const auto office = heads_[name];
    if (deps_[name] != Dep::compound || office <= name || office - name > 3 || heads_[office] != verb || deps_[office] != Dep::dobj || tag(office) != "NN") continue;
    heads_[name] = verb, deps_[name] = Dep::dobj;
    for (auto i = verb + 1; i < name; ++i) heads_[i] = name, deps_[i] = Dep::compound;
    deps_[office] = Dep::oprd;
  }
}

}  // namespace entente::relation
