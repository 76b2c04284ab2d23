#pragma once
#include <string_view>

#include "nlp/unicode.hpp"

namespace entente::nlp {

/// Calls visit(chunk, space_after) for each run of white space and each run of other characters of `text`, in order. The single space
/// between two runs belongs to none: it is the earlier one's `space_after`.
template <typename Visit>
void each_chunk(std::string_view text, Visit visit) {
  const char *p = text.data(), *const end = p + text.size(), *begin = p;
  if (p == end) return;
  const char* probe = p;
  bool in_space = is_space(next_character(probe));
  while (p != end) {
    const char* const at = p;
    const char32_t c = next_character(p);
    if (is_space(c) == in_space) continue;
    if (begin < at) visit(std::string_view(begin, static_cast<std::size_t>(at - begin)), c == U' ');
    begin = c == U' ' ? p : at;
    in_space = !in_space;
  }
  if (begin < end) visit(std::string_view(begin, static_cast<std::size_t>(end - begin)), false);
}

}  // namespace entente::nlp
