#include "nlp/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>

namespace entente::nlp {

std::size_t valid_utf8_prefix(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    if (bytes[at] < 0x80) {
      ++at;
      continue;
    }
    utf8proc_int32_t character;
    const auto size = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(std::min<std::size_t>(4, text.size() - at)), &character);
    if (size < 1) return at;
    at += static_cast<std::size_t>(size);
  }
  return at;
}

char32_t next_character(const char*& p) {
  const auto byte = [&](int i) { return static_cast<char32_t>(static_cast<unsigned char>(p[i])); };
  const std::size_t bytes = character_bytes(*p);
  char32_t c = byte(0);
  if (bytes == 2) c = (c & 0x1f) << 6 | (byte(1) & 0x3f);
  if (bytes == 3) c = (c & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
  if (bytes == 4) c = (c & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f);
  p += bytes;
  return c;
}

namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

utf8proc_category_t category(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

template <typename Predicate>
bool all(std::string_view text, Predicate predicate) {
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p != end;)
    if (!predicate(next_character(p))) return false;
  return !text.empty();
}

void append(std::string& out, char32_t c) {
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

// Unicode's "Cased" and "Case_Ignorable", as far as the final sigma rule needs them.
bool is_cased(char32_t c) {
  const auto kind = category(c);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LL || kind == UTF8PROC_CATEGORY_LT;
}
bool is_case_ignorable(char32_t c) {
  switch (category(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK: return true;
    default: return c == '\'' || c == '.' || c == ':' || c == 0xb7 || c == 0x387 || c == 0x2018 || c == 0x2019 || c == 0x2024 || c == 0x2027;
  }
}

/// Whether the capital sigma at `at` (2 bytes) ends a word: a cased character before it and none after, case-ignorable ones aside.
bool is_final_sigma(std::string_view text, std::size_t at) {
  bool before = false;
  for (std::size_t i = at; i > 0;) {
    while (continues(text[--i])) {}
    const char* p = text.data() + i;
    const char32_t c = next_character(p);
    if (is_case_ignorable(c)) continue;
    before = is_cased(c);
    break;
  }
  if (!before) return false;
  for (const char *p = text.data() + at + 2, *end = text.data() + text.size(); p != end;) {
    const char32_t c = next_character(p);
    if (!is_case_ignorable(c)) return !is_cased(c);
  }
  return true;
}

}  // namespace

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

std::string_view first_character(std::string_view text) { return text.empty() ? text : text.substr(0, character_bytes(text[0])); }

std::string_view last_characters(std::string_view text, std::size_t count) {
  std::size_t begin = text.size();
  while (begin > 0 && count > 0)
    if (!continues(text[--begin])) --count;
  return text.substr(begin);
}

bool is_space(char32_t c) {
  if (c < 0x80) return (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x20);
  return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
         c == 0x205f || c == 0x3000;
}

bool is_alpha(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  if (category(c) == UTF8PROC_CATEGORY_ND) return true;
  // Numeric_Type=Digit: digits that are not part of a decimal system.
  static constexpr char32_t ranges[][2] = {
      {0xb2, 0xb3},     {0xb9, 0xb9},     {0x1369, 0x1371}, {0x19da, 0x19da}, {0x2070, 0x2070},   {0x2074, 0x2079},   {0x2080, 0x2089},
      {0x2460, 0x2468}, {0x2474, 0x247c}, {0x2488, 0x2490}, {0x24ea, 0x24ea}, {0x24f5, 0x24fd},   {0x24ff, 0x24ff},   {0x2776, 0x277e},
      {0x2780, 0x2788}, {0x278a, 0x2792}, {0x10a40, 0x10a43}, {0x10e60, 0x10e68}, {0x11052, 0x1105a}, {0x1f100, 0x1f10a}};
  return std::any_of(std::begin(ranges), std::end(ranges), [c](const auto& range) { return c >= range[0] && c <= range[1]; });
}

bool is_upper_letter(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : category(c) == UTF8PROC_CATEGORY_LU; }

bool all_alpha(std::string_view text) { return all(text, is_alpha); }
bool all_space(std::string_view text) { return all(text, is_space); }

std::string lower(std::string_view text) {
  constexpr char32_t capital_i_with_dot = 0x130, capital_sigma = 0x3a3, small_sigma = 0x3c3, small_final_sigma = 0x3c2;
  std::string out;
  out.reserve(text.size());
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p != end;) {
    if (static_cast<unsigned char>(*p) < 0x80) {
      out += *p >= 'A' && *p <= 'Z' ? static_cast<char>(*p + 32) : *p;
      ++p;
      continue;
    }
    const auto at = static_cast<std::size_t>(p - text.data());
    const char32_t c = next_character(p);
    if (c == capital_i_with_dot) out += "i\u0307";
    else if (c == capital_sigma) append(out, is_final_sigma(text, at) ? small_final_sigma : small_sigma);
    else append(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
  }
  return out;
}

std::string word_shape(std::string_view text) {
  constexpr std::size_t longest = 100, longest_run = 4;
  if (text.size() >= longest && count_characters(text) >= longest) return "LONG";
  std::string out;
  char32_t last = 0;
  std::size_t run = 0;
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p != end;) {
    const char32_t c = next_character(p);
    const char32_t mark = is_alpha(c) ? (is_upper_letter(c) ? U'X' : U'x') : is_digit(c) ? U'd' : c;
    run = mark == last && !out.empty() ? run + 1 : 0;
    last = mark;
    if (run < longest_run) append(out, mark);
  }
  return out;
}

}  // namespace entente::nlp
