#pragma once
#include <string>
#include <string_view>

namespace entente::entity {

/// Appends `text` as names are looked up by: diacritics off, apostrophes and full stops dropped, hyphens and white space as one space
/// each. "al-Shabaab" → "al Shabaab", "U.S." → "US", "Türkiye" → "Turkiye", "Women’s" → "Womens". Case stays.
void append_folded(std::string& out, std::string_view text);

/// The whole of it, without spaces at the ends.
std::string fold(std::string_view text);
/// The same in lower case: two spellings of a name that differ only in case, accents or hyphens become equal.
std::string fold_lower(std::string_view text);

/// In place; ASCII and, beyond it, what Unicode gives as simple mapping.
std::string lower_case(std::string_view text);
std::string upper_case(std::string_view text);

/// Code point at the start of `text` (valid UTF-8, not empty); `length` is its size in bytes.
char32_t code_point(std::string_view text, std::size_t& length);
bool is_upper(char32_t c);
bool is_lower(char32_t c);

}  // namespace entente::entity
