#include <algorithm>
#include <string_view>

#include "relation/tree.hpp"

namespace entente::relation {

// "Peru, Ecuador sign treaty", "Iran, Turkey stress ties": in headlines a comma stands for "and". The parser takes the first name for an
// adverbial, an apposition's noun or the whole sentence, and the verb for a part of the object's name.
void Tree::repair_headline_pairs(const std::function<bool(std::string_view)>& is_frame_verb) {
  for (const auto& sentence : document_->sentences()) {
    // A name, a comma, a name
    auto end_of_name = [&](std::uint32_t from) {
      auto i = from;
      while (i < sentence.end && words_[i] == Word::proper && (i == from || !is_frame_verb(lower_[i]))) ++i;
      return i;
    };
    const auto comma = end_of_name(sentence.begin);
    if (comma == sentence.begin || comma + 2 >= sentence.end || lower_[comma] != ",") continue;
    const auto second = comma + 1;
    auto verb = end_of_name(second);
    if (verb == second || verb + 1 >= sentence.end || is_date(sentence.begin) || is_date(second)) continue;
    const auto one = comma - 1, two = verb - 1;
    if (lower_[verb] == "to" && tag(verb + 1) == "VB") ++verb;  // "X, Y to meet"
    if (heads_[one] == verb && heads_[two] == verb && deps_[two] == Dep::nsubj && (deps_[one] == Dep::npadvmod || deps_[one] == Dep::nmod)) {
      heads_[one] = two, deps_[one] = Dep::conj;
      continue;
    }
    // An apposition would end with a comma before the verb.
    if (heads_[one] == verb && deps_[one] == Dep::nsubj && heads_[two] == one && deps_[two] == Dep::appos && tag(verb) == "VBP") {
      deps_[two] = Dep::conj;
      continue;
    }
    std::uint32_t root = sentence.begin;
    while (root < sentence.end && heads_[root] != root) ++root;
    const bool plain = tag(verb) != "VBD" && tag(verb) != "VBN" && tag(verb) != "VBG" && tag(verb) != "VBZ" && tag(verb) != "NNS";
    if (root == sentence.end || (root == verb && words_[verb] == Word::verb) || (words_[root] == Word::verb && root != verb && heads_[verb] != one) || !plain || !is_frame_verb(lower_[verb])) continue;
    if (words_[verb + 1] != Word::noun && words_[verb + 1] != Word::proper && words_[verb + 1] != Word::preposition && words_[verb + 1] != Word::adjective && lower_[verb + 1] != "to") continue;
    // The second name is the subject, the first goes with it; the old root, or what stood over the verb, is its object.
    auto object = verb;
    while (heads_[object] != object && heads_[object] > verb && heads_[object] < sentence.end) object = heads_[object];
    for (auto i = sentence.begin; i < sentence.end; ++i) {
      const bool left = i < verb;
      if (i == verb || i == one || i == two) continue;
      if (left && (heads_[i] >= verb || heads_[i] == i)) heads_[i] = i <= one ? one : two;
      if (!left && i != object && (heads_[i] < verb || heads_[i] == i)) heads_[i] = verb;
    }
    words_[verb] = Word::verb;
    heads_[verb] = verb, deps_[verb] = Dep::root;
    heads_[two] = verb, deps_[two] = Dep::nsubj;
    heads_[one] = two, deps_[one] = Dep::conj;
    if (object != verb) heads_[object] = verb, deps_[object] = Dep::dobj;
  }
}

// Whether the model took the token for a part of a date or time.
bool Tree::is_date(std::uint32_t i) const {
  const auto spans = document_->entities();
  return std::any_of(spans.begin(), spans.end(), [i](const auto& span) { return span.begin <= i && i < span.end && (span.label == "DATE" || span.label == "TIME"); });
}

// "Putin names Ana Ruiz defence chief", "Mali meddling in Niger, says Chad": a name right before a verb without a subject is no part of it, and
// what follows no apposition to it.
void Tree::repair_verb_names() {
  for (std::uint32_t i = 0; i + 1 < size(); ++i) {
    const auto verb = heads_[i];
    if (words_[verb] != Word::verb || verb == i) continue;
    const bool before = verb == i + 1 && words_[i] == Word::proper && (deps_[i] == Dep::compound || deps_[i] == Dep::nmod);
    if (before && (deps_[verb] == Dep::root || deps_[verb] == Dep::ccomp) && !has_dependent(verb, Dep::nsubj) && !has_dependent(verb, Dep::nsubjpass)) deps_[i] = Dep::nsubj;
    if (deps_[i] == Dep::appos && i > verb && is_noun(i) && !has_dependent(verb, Dep::dobj)) deps_[i] = Dep::dobj;
  }
}

// "The bloc, which has its seat in Lima, groups Peru and Chile": what has a subject is a verb, whatever the tagger took it for.
bool Tree::repair_plural_root(const nlp::Span& sentence, std::uint32_t root, const std::function<bool(std::string_view)>& is_frame_verb) {
  if (tag(root) != "NNS" || !is_frame_verb(lemma_[root])) return false;
  bool subject = false;
  for (auto i = sentence.begin; i < root; ++i) {
    if (heads_[i] != root) continue;
    subject |= deps_[i] == Dep::nsubj;
    if (deps_[i] == Dep::det || deps_[i] == Dep::amod || deps_[i] == Dep::poss || deps_[i] == Dep::nummod) return false;
  }
  if (!subject) return false;
  words_[root] = Word::verb;
  for (auto i = root + 1; i < sentence.end; ++i)
    if (heads_[i] == root && (words_[i] == Word::proper || words_[i] == Word::noun)) {
      if (deps_[i] == Dep::npadvmod || deps_[i] == Dep::appos || deps_[i] == Dep::nmod) deps_[i] = Dep::dobj;
      break;
    }
  return true;
}

// "Mexico thanks Brazil", "EU slams Russia over dam": between two names, in a sentence without a verb at its root, what the tagger took
// for a plural noun is the verb.
void Tree::repair_headline_verbs(const std::function<bool(std::string_view)>& is_frame_verb) {
  for (const auto& sentence : document_->sentences()) {
    std::uint32_t root = sentence.begin;
    while (root < sentence.end && heads_[root] != root) ++root;
    if (root == sentence.end || words_[root] == Word::verb) continue;
    // "Tashkent mediates between X and Y": the verb itself at the root, its subject before it
    if (root > sentence.begin && root + 1 < sentence.end && tag(root) == "NNS" && words_[root - 1] == Word::proper && heads_[root - 1] == root && is_frame_verb(lemma_[root]) &&
        (words_[root + 1] == Word::preposition || words_[root + 1] == Word::proper || tag(root + 1) == "DT" || words_[root + 1] == Word::noun)) {
      words_[root] = Word::verb;
      deps_[root - 1] = Dep::nsubj;
      for (auto i = root + 1; i < sentence.end; ++i)  // "EU fines Apple 500 million euros"
        if (heads_[i] == root && deps_[i] == Dep::appos) deps_[i] = Dep::dobj;
      continue;
    }
    if (repair_plural_root(sentence, root, is_frame_verb)) continue;
    for (auto t = sentence.begin + 1; t + 1 < sentence.end; ++t) {
      if (tag(t) != "NNS" || words_[t - 1] != Word::proper || !is_frame_verb(lemma_[t])) continue;
      const char next = text(t + 1).front();
      const bool verbless = words_[t + 1] == Word::noun && heads_[t] == root && deps_[t] == Dep::nsubj && t - 1 == sentence.begin;  // "Mali lifts ban on Niger"
      const bool object_follows = (next >= 'A' && next <= 'Z') || words_[t + 1] == Word::preposition || tag(t + 1) == "DT" || verbless;
      // The phrases left and right of it: their topmost tokens on that side
      auto left = t - 1;
      while (heads_[left] != left && heads_[left] < t && heads_[left] >= sentence.begin) left = heads_[left];
      auto right = t + 1;
      while (heads_[right] != right && heads_[right] > t) right = heads_[right];
      if (!object_follows || (root != left && root != right)) continue;
      for (auto i = t + 1; i < sentence.end; ++i)
        if (heads_[i] == left) heads_[i] = t;
      words_[t] = Word::verb;
      deps_[t] = Dep::root;
      heads_[t] = heads_[left] = t;
      deps_[left] = Dep::nsubj;
      if (words_[right] == Word::noun || words_[right] == Word::proper) heads_[right] = t, deps_[right] = Dep::dobj;
      else if (heads_[right] == right) heads_[right] = t;
      break;
    }
  }
}

}  // namespace entente::relation
