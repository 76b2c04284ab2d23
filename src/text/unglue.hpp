#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// A part of a paragraph; offsets from the paragraph's begin.
struct Piece {
  std::uint32_t begin = 0, end = 0;
  bool furniture = false;
};

/// Parts what a careless copy of a page has stuck together: a sentence right behind another ("order.”In this regard"),
/// a menu or a name before a sentence ("OpinionAna RuizThe minister said"), a teaser for another article with its time
/// ("Oil Prices Fall3 May, 10:05 GMTHe added"). A paragraph without such joints comes back whole.
std::vector<Piece> unglue(std::string_view paragraph);

}  // namespace entente
