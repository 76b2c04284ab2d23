#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// A paragraph: one line, or several that belong together. Half-open byte offsets, without white space at the ends.
struct Paragraph {
  std::uint32_t begin = 0, end = 0;
  bool after_blank = true;  ///< A blank line, or nothing, stands before it.
};

/// The text's paragraphs. A line is a paragraph of its own, unless the text is wrapped at a fixed width: then lines are
/// joined where the next one's first word would not have fitted.
std::vector<Paragraph> split_paragraphs(std::string_view text);

/// `next` goes on with the sentence that `before` leaves unfinished: a break (or a blank line) stands in mid-sentence
/// between them.
bool continues(std::string_view before, std::string_view next);

}  // namespace entente
