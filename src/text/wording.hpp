#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What a line of text looks like: the clues by which prose is told from page furniture.
namespace entente::wording {

inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
/// ASCII letters only.
inline bool is_letter(char c) { return is_upper(c) || is_lower(c); }

std::string_view trimmed(std::string_view text);

/// The words of a text: maximal runs without white space, with punctuation (ASCII and typographic) taken off both ends;
/// those of punctuation alone are left out.
std::vector<std::string_view> words(std::string_view text);

/// Begins with an upper-case letter, accented ones included.
bool is_capitalized(std::string_view word);
/// Two letters or more, all of them upper case.
bool is_all_caps(std::string_view word);
/// Begins with a lower-case letter, accented ones included.
bool begins_lower(std::string_view text);

/// ASCII lower case, typographic quotes made straight, dashes made hyphens, runs of white space made one space, ends
/// trimmed.
std::string folded(std::string_view text);

/// Length without closing quotes, brackets, emphasis marks and white space at the end.
std::size_t length_without_closers(std::string_view text);
/// Ends with . ? ! … or : ; before any closing quotes and brackets.
bool ends_sentence(std::string_view text);

/// Running prose: ends like a sentence and has words in lower case among at least `least` words.
bool is_prose(std::string_view text, std::size_t least = 6);
bool is_prose(std::string_view text, const std::vector<std::string_view>& words, std::size_t least = 6);

}  // namespace entente::wording
