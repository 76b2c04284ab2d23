#pragma once
#include <cstdint>
#include <string>
#include <string_view>

/// Character properties as Python's str methods define them; the reference implementation's attributes are built on those.
/// Texts are valid UTF-8 unless said otherwise.
namespace entente::nlp {

/// Byte offset of the first invalid UTF-8 sequence; text.size() where all is valid.
std::size_t valid_utf8_prefix(std::string_view text);

/// Decodes the character at `p` and moves `p` behind it.
char32_t next_character(const char*& p);
/// Number of bytes of the character that begins with `lead`.
constexpr std::size_t character_bytes(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}
std::size_t count_characters(std::string_view text);
/// The first character, and the last `count` characters (all where there are fewer).
std::string_view first_character(std::string_view text);
std::string_view last_characters(std::string_view text, std::size_t count);

bool is_space(char32_t c);  ///< str.isspace
bool is_alpha(char32_t c);  ///< str.isalpha: categories L*
bool is_digit(char32_t c);  ///< str.isdigit: decimal digits, and superscript, circled and the like
bool is_upper_letter(char32_t c);  ///< isalpha and isupper: category Lu

bool all_alpha(std::string_view text);  ///< str.isalpha of a whole string; false for ""
bool all_space(std::string_view text);  ///< str.isspace of a whole string; false for ""
std::string lower(std::string_view text);  ///< str.lower, final sigma included
/// spaCy's word shape: "Xxxxx", "dd.d", runs cut at four; "LONG" from 100 characters on.
std::string word_shape(std::string_view text);

}  // namespace entente::nlp
