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

}  // namespace entente::relation
