#include "entity/fold.hpp"

#include <utf8proc.h>

#include <array>

namespace entente::entity {
namespace {

void append_code_point(std::string& out, char32_t c) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto n = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(n));
}

void append_space(std::string& out) {
  if (!out.empty() && out.back() != ' ') out += ' ';
}

// Letters that Unicode does not decompose, as English copy writes them.
std::string_view transliterated(char32_t c) {
  switch (c) {
    case U'ø': return "o";
    case U'Ø': return "O";
    case U'ł': return "l";
    case U'Ł': return "L";
    case U'đ': return "d";
    case U'Đ': return "D";
    case U'ı': return "i";
    case U'ß': return "ss";
    case U'æ': return "ae";
    case U'Æ': return "AE";
    case U'œ': return "oe";
    case U'ð': return "d";
    case U'þ': return "th";
    case U'Þ': return "Th";
    default: return {};
  }
}

void append_beyond_ascii(std::string& out, char32_t c) {
  switch (c) {
    case U'\u2018': case U'\u2019': case U'\u02BC': case U'\u02BB': case U'\u201B': case U'\u00B4': return;  // apostrophes
    case U'\u00A0': case U'\u2009': case U'\u202F': case U'\u2010': case U'\u2011': case U'\u2013': append_space(out); return;
    default: break;
  }
  if (const auto letters = transliterated(c); !letters.empty()) {
    out += letters;
    return;
  }
  std::array<utf8proc_int32_t, 8> parts{};
  int last_boundclass = 0;
  const auto n = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
                                         static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK), &last_boundclass);
  if (n < 0 || n > static_cast<utf8proc_ssize_t>(parts.size())) {
    append_code_point(out, c);
    return;
  }
  for (utf8proc_ssize_t i = 0; i < n; ++i) append_code_point(out, static_cast<char32_t>(parts[static_cast<std::size_t>(i)]));
}

template <class Ascii, class Other>
std::string mapped(std::string_view text, Ascii ascii, Other other) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      out += ascii(text[i++]);
      continue;
    }
    std::size_t length = 1;
    const char32_t c = code_point(text.substr(i), length);
    append_code_point(out, static_cast<char32_t>(other(static_cast<utf8proc_int32_t>(c))));
    i += length;
  }
  return out;
}

}  // namespace

char32_t code_point(std::string_view text, std::size_t& length) {
  utf8proc_int32_t c = 0;
  const auto n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &c);
  length = n > 0 ? static_cast<std::size_t>(n) : 1;
  return n > 0 ? static_cast<char32_t>(c) : U'\uFFFD';
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return utf8proc_isupper(static_cast<utf8proc_int32_t>(c)) != 0;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return utf8proc_islower(static_cast<utf8proc_int32_t>(c)) != 0;
}

void append_folded(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char ch = text[i];
    if (static_cast<unsigned char>(ch) >= 0x80) {
      std::size_t length = 1;
      append_beyond_ascii(out, code_point(text.substr(i), length));
      i += length;
      continue;
    }
    ++i;
    switch (ch) {
      case '\'': case '.': case '`': break;
      case ' ': case '-': case '\n': case '\t': case '\r': append_space(out); break;
      default: out += ch;
    }
  }
}

std::string fold(std::string_view text) {
  std::string out;
  append_folded(out, text);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string fold_lower(std::string_view text) { return lower_case(fold(text)); }

std::string lower_case(std::string_view text) {
  return mapped(text, [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }, utf8proc_tolower);
}

std::string upper_case(std::string_view text) {
  return mapped(text, [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }, utf8proc_toupper);
}

}  // namespace entente::entity
