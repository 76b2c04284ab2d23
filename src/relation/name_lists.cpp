#include <algorithm>
#include <array>

#include "relation/tree.hpp"

namespace entente::relation {

namespace {

// 2 for "two" or "both", 0 where the word says no small number.
std::uint32_t number(std::string_view word) {
  constexpr std::array<std::string_view, 7> kNumbers{"two", "three", "four", "five", "six", "seven", "eight"};
  if (word == "both") return 2;
  const auto at = std::find(kNumbers.begin(), kNumbers.end(), word);
  return at == kNumbers.end() ? 0 : static_cast<std::uint32_t>(at - kNumbers.begin()) + 2;
}

}  // namespace

bool Tree::has_same_preposition(std::uint32_t name, std::string_view preposition) const {
  for (auto p = name + 1; p < size() && p <= name + 2; ++p)
    if (heads_[p] == name && lower_[p] == preposition) return true;
  return false;
}

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
    // "Sall of Senegal, Ruiz of Chad and Anouma of Gabon"
    const auto of = heads_[before], listed = heads_[i];
    if (deps_[i] == Dep::appos && words_[listed] == Word::proper && deps_[before] == Dep::pobj && heads_[of] == listed && !closed && has_same_preposition(i, lower_[of])) deps_[i] = Dep::conj;
    if (deps_[i] == Dep::npadvmod && words_[heads_[i]] == Word::verb && tag(before) == "NNS" && before > heads_[i]) heads_[i] = before, deps_[i] = Dep::appos;
  }
}

// "the presidents of Chad and Niger, X and Y", "two members of the bloc, Mali and Guinea": names that the parser coordinates with the object
// of the plural noun are the noun's apposition, where that coordination is closed already or the noun's number is theirs.
void Tree::repair_listed_after_of() {
  for (std::uint32_t i = 4; i < size(); ++i) {
    if (words_[i] != Word::proper || deps_[i] != Dep::conj || heads_[i] > i) continue;
    const auto begin = first_of_name(i);
    if (begin == 0 || lower_[begin - 1] != ",") continue;
    std::uint32_t names = 1;  // of the list that begins at i
    for (auto last = i, c = i + 1; c < size() && c < last + 8; ++c)
      if (deps_[c] == Dep::conj && heads_[c] == last && words_[c] == Word::proper) ++names, last = c;
    auto first = heads_[i];
    bool closed = false;
    for (std::uint32_t c = first; c < begin; ++c) closed |= deps_[c] == Dep::cc && heads_[c] == first;
    for (; deps_[first] == Dep::conj && heads_[first] < first; first = heads_[first])
      for (auto c = heads_[first]; c < first; ++c) closed |= deps_[c] == Dep::cc && heads_[c] == heads_[first];
    // "two members of the bloc, Mali and Guinea": on the object or on the noun itself
    const bool object = deps_[first] == Dep::pobj && lower_[heads_[first]] == "of";
    const auto noun = object ? heads_[heads_[first]] : first;
    if (names < 2 || tag(noun) != "NNS" || noun > first || noun >= begin) continue;
    std::uint32_t counted = 0;
    for (auto c = noun > 4 ? noun - 4 : 0; c < noun; ++c)
      if (heads_[c] == noun && (deps_[c] == Dep::nummod || deps_[c] == Dep::predet || deps_[c] == Dep::det)) counted = std::max(counted, number(lower_[c]));
    if ((closed && object) || counted == names) heads_[i] = noun, deps_[i] = Dep::appos;
  }
}

}  // namespace entente::relation
