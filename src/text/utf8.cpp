#include "text/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace entente {

namespace {

struct Sequence {
  std::size_t length;  ///< Bytes that belong together: a character, or a maximal ill-formed sequence.
  bool valid;
};

/// The character that starts at `at` (Unicode Standard, table 3-7).
Sequence sequence_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  unsigned char low = 0x80, high = 0xBF;  // of the second byte
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i >= text.size() || byte(at + i) < low || byte(at + i) > high) return {i, false};
    low = 0x80, high = 0xBF;
  }
  return {length, true};
}

/// Skips ASCII eight bytes at a time: most of English text.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size()) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    if ((word & 0x8080808080808080u) != 0) break;
    at += 8;
  }
  return at;
}

struct Replacement {
  std::uint32_t first, last;  ///< Code points, both included.
  const char* by;
};

constexpr std::array replacements = {
    Replacement{0x0000, 0x0008, " "},   Replacement{0x000B, 0x000C, "\n"},  Replacement{0x000E, 0x001F, " "},
    Replacement{0x007F, 0x0084, " "},   Replacement{0x0085, 0x0085, "\n"},  Replacement{0x0086, 0x00A0, " "},
    Replacement{0x00AD, 0x00AD, ""},    Replacement{0x1680, 0x1680, " "},   Replacement{0x2000, 0x200A, " "},
    Replacement{0x200B, 0x200B, ""},    Replacement{0x200E, 0x200F, ""},    Replacement{0x2028, 0x2029, "\n"},
    Replacement{0x202A, 0x202E, ""},    Replacement{0x202F, 0x202F, " "},   Replacement{0x205F, 0x205F, " "},
    Replacement{0x2060, 0x2060, ""},    Replacement{0x2066, 0x2069, ""},    Replacement{0x3000, 0x3000, " "},
    Replacement{0xFB00, 0xFB00, "ff"},  Replacement{0xFB01, 0xFB01, "fi"},  Replacement{0xFB02, 0xFB02, "fl"},
    Replacement{0xFB03, 0xFB03, "ffi"}, Replacement{0xFB04, 0xFB04, "ffl"}, Replacement{0xFEFF, 0xFEFF, ""},
};

const Replacement* replacement_of(std::uint32_t code) {
  const auto found = std::ranges::lower_bound(replacements, code, {}, &Replacement::last);
  return found != replacements.end() && found->first <= code ? &*found : nullptr;
}

std::uint32_t decode(std::string_view text, std::size_t at) {
  utf8proc_int32_t code = 0;
  utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                   static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  return static_cast<std::uint32_t>(code);
}

std::string composed(const std::string& text) {
  utf8proc_uint8_t* result = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &result, options);
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(result, std::free);
  return length < 0 ? text : std::string(reinterpret_cast<const char*>(result), static_cast<std::size_t>(length));
}

bool plain(char c) { return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t'; }

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
    const Sequence sequence = sequence_at(text, at);
    if (!sequence.valid) return at;
    at += sequence.length;
    if (sequence.length == 1) at = skip_ascii(text, at);
  }
  return std::nullopt;
}

std::string replace_invalid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Sequence sequence = sequence_at(text, at);
    out += sequence.valid ? text.substr(at, sequence.length) : std::string_view("\uFFFD");
    at += sequence.length;
  }
  return out;
}

std::string normalized(std::string text) {
  if (std::ranges::all_of(text, plain)) return text;
  std::string out;
  out.reserve(text.size());
  bool combining = false;
  for (std::size_t at = 0; at < text.size();) {
    if (plain(text[at])) {
      out += text[at++];
    } else if (text[at] == '\r') {
      out += '\n';
      at += at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
    } else {
      const std::size_t length = sequence_at(text, at).length;
      const std::uint32_t code = decode(text, at);
      const Replacement* replacement = replacement_of(code);
      combining = combining || (code >= 0x0300 && code <= 0x036F);
      out += replacement != nullptr ? std::string_view(replacement->by) : std::string_view(text).substr(at, length);
      at += length;
    }
  }
  return combining ? composed(out) : out;
}

std::uint64_t hash64(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

std::string digest(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out(16, '0');
  std::uint64_t hash = hash64(text);
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, hash >>= 4) *digit = digits[hash & 15];
  return out;
}

}  // namespace entente
