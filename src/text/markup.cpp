#include "text/markup.hpp"

#include <algorithm>
#include <string_view>

namespace entente {

namespace {

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("mailto:");
}

void blank(std::string& text, std::size_t begin, std::size_t end) {
  std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
}

/// The end of an address that closes with `close` and holds no white space; `begin` where there is none.
std::size_t address_end(std::string_view text, std::size_t begin, char close) {
  if (!is_address(text.substr(begin))) return begin;
  const std::size_t end = text.find_first_of(std::string(" \n\t<[") + close, begin);
  return end != std::string_view::npos && text[end] == close ? end + 1 : begin;
}

}  // namespace

void blank_markup(std::string& text, std::size_t begin, std::size_t end) {
  std::size_t bracket = std::string::npos;  // The last "[" that is open.
  for (std::size_t at = begin; at < end; ++at) {
    const std::string_view view = std::string_view(text).substr(0, end);
    if (text[at] == '[') bracket = at;
    if (text[at] == '<') {
      const std::size_t after = address_end(view, at + 1, '>');
      if (after > at + 1) blank(text, at, after);
    }
    if (text[at] == ']' && at + 1 < end && text[at + 1] == '(' && bracket != std::string::npos) {
      const std::size_t after = address_end(view, at + 2, ')');
      if (after == at + 2) continue;
      blank(text, at, after);
      text[bracket] = ' ';
      bracket = std::string::npos;
    }
  }
}

}  // namespace entente
