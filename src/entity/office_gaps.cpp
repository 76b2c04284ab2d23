#include "entity/office_gaps.hpp"

#include <algorithm>
#include <array>

namespace entente::entity {

const Name* OfficeGaps::name_starting(std::uint32_t i) const {
  if (i >= t_.size() || a_.name_at[i] < 0) return nullptr;
  const Name& n = a_.names[static_cast<std::size_t>(a_.name_at[i])];
  return n.begin == i ? &n : nullptr;
}

const Name* OfficeGaps::name_ending(std::uint32_t end) const {
  if (end == 0 || a_.name_at[end - 1] < 0) return nullptr;
  const Name& n = a_.names[static_cast<std::size_t>(a_.name_at[end - 1])];
  return n.end == end ? &n : nullptr;
}

const Name* OfficeGaps::owner_before(const Name* n) const {
  const bool state = n && n->entity != none && (n->type == Type::country || n->type == Type::region || n->type == Type::place);
  const bool owns = state && n->end + 1 < t_.sentence_end(n->begin) && t_.possessive(n->end) && person(name_starting(n->end + 1));
  return owns ? n : nullptr;
}

const Name* OfficeGaps::whose(const Name* last) const {
  if (!last || last->type == Type::person || last->begin < 2) return last;
  std::uint32_t i = last->begin - 1;
  if (t_.lower(i) == "the" && i > 1) --i;
  if (t_.lower(i) != "of" && t_.lower(i) != "from") return last;
  const Name* n = name_ending(i);
  return person(n) && t_.sentence(n->begin) == t_.sentence(last->begin) ? n : last;
}

// "his police chief, Gen. Ana Ruiz", "its president, Professor Li Wei", "Defence minister General Juan Soto": a rank or title of address that
// stands right before the name.
std::uint32_t OfficeGaps::past_rank(std::uint32_t i, bool after_comma) const {
  if (!t_.cap(i)) return i;
  std::uint32_t begin = i;
  // "Lt. Gen.", "Maj. Gen.": the tokenizer parts the stop from some.
  constexpr std::array<std::string_view, 8> kLower{"brig", "brig.", "lt", "lt.", "maj", "maj.", "rear", "vice"};
  if (std::binary_search(kLower.begin(), kLower.end(), t_.lower(i)) && (a_.title_at[i] < 0 || a_.title_at[i] != a_.title_at[i + 1])) {
    ++begin;
    if (begin < t_.size() && t_.form(begin) == ".") ++begin;
  }
  constexpr std::array<std::string_view, 11> kParted{"adm", "brig", "capt", "cmdr", "col", "cpl", "gen", "lt", "maj", "rep", "sgt"};
  if (begin == i && i + 2 < t_.size() && t_.form(i + 1) == "." && std::binary_search(kParted.begin(), kParted.end(), t_.lower(i)) && person(name_starting(i + 2))) return i + 2;
  if (begin >= t_.size() || a_.title_at[begin] < 0) return i;
  const TitleHit& rank = a_.titles[static_cast<std::size_t>(a_.title_at[begin])];
  if (!after_comma && !is_rank(a_.gazetteer.titles()[rank.title].title)) return i;
  return rank.begin == begin && !rank.plural && person(name_starting(rank.end)) ? rank.end : i;
}

// "Colombia's ambassador in Lima, Juan Ortega,": where he is posted stands between.
std::uint32_t OfficeGaps::past_place(std::uint32_t i, std::uint32_t limit) const {
  if (i + 2 >= limit || (t_.lower(i) != "in" && t_.lower(i) != "to" && t_.lower(i) != "at" && t_.lower(i) != "for")) return i;
  const Name* n = name_starting(t_.lower(i + 1) == "the" ? i + 2 : i + 1);
  return n && n->type != Type::person && n->end < limit && (t_.form(n->end) == "," || person(name_starting(n->end))) ? n->end : i;
}

// "Palau's envoy on oceans, Ana Ruiz,", "its representative in the country, Li Wei,": what he is for stands between.
std::uint32_t OfficeGaps::past_field(std::uint32_t i, std::uint32_t limit) const {
  const std::uint32_t begin = i;
  if (i + 2 >= limit || (t_.tag(i) != "IN" && t_.tag(i) != "TO")) return begin;
  bool only_for = true;
  for (; i < limit && i < begin + 8; ++i) {
    if (t_.form(i) == ",") return i;
    // "ECOWAS commissioner for peace and security Ana Ruiz".
    only_for &= t_.tag(i) != "IN" || t_.lower(i) == "for" || t_.lower(i) == "of" || t_.lower(i) == "on";
    if (const Name* n = name_starting(i); person(n) && n->end - n->begin > 1 && i > begin + 1 && only_for && t_.tag(i - 1) != "IN") return i;
    const std::string_view tag = t_.tag(i);
    if (tag != "IN" && tag != "TO" && tag != "DT" && tag != "CC" && tag != "PRP$" && tag != "POS" && tag != "HYPH" && !tag.starts_with("NN") && !tag.starts_with("JJ")) return begin;
  }
  return begin;
}

}  // namespace entente::entity
