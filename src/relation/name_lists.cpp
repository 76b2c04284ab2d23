#include "relation/tree.hpp"

namespace entente::relation {

// "Samoa, Vanuatu and Tuvalu backed it": the second of three names is no apposition of the first but coordinated with it. "by the two envoys,
// X and Y": names after a plural noun and a comma that the parser gave to the verb are the noun's apposition.
void Tree::repair_name_lists() {
  for (std::uint32_t i = 2; i < size(); ++i) {
    if (words_[i] != Word::proper || heads_[i] == i) continue;
    auto first = i;
    while (first > 0 && heads_[first - 1] == i && (words_[first - 1] == Word::proper || deps_[first - 1] == Dep::det || deps_[first - 1] == Dep::poss || deps_[first - 1] == Dep::punct || lower_[first - 1] == "'s") && lower_[first - 1] != ",") --first;
    while (first > 1 && lower_[first - 1] == "'s") --first;  // "Peru's Ana Ruiz"
    if (first < 2 || lower_[first - 1] != ",") continue;
    const auto before = first - 2;
    auto last = npos;  // of the names coordinated with it
    for (auto c = i + 1; c < size() && c < i + 8; ++c)
      if (heads_[c] == i && deps_[c] == Dep::conj && words_[c] == Word::proper) last = c;
    if (last == npos) continue;
    const bool closed = last + 1 < size() && lower_[last + 1] == ",";
    if (deps_[i] == Dep::appos && heads_[i] == before && words_[before] == Word::proper && !closed) deps_[i] = Dep::conj;
    if (deps_[i] == Dep::npadvmod && words_[heads_[i]] == Word::verb && tag(before) == "NNS" && before > heads_[i]) heads_[i] = before, deps_[i] = Dep::appos;
  }
}

}  // namespace entente::relation
