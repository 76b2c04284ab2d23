#include "text/wording.hpp"

#include <algorithm>
#include <array>

namespace entente::wording {

namespace {

/// Typographic punctuation, two or three bytes each in UTF-8, with what it folds to.
struct Mark {
  std::string_view bytes, plain;
};
constexpr std::array marks = {Mark{"“", "\""}, Mark{"”", "\""},  Mark{"„", "\""},  Mark{"‟", "\""},  Mark{"«", "\""},
                              Mark{"»", "\""}, Mark{"‘", "'"},   Mark{"’", "'"},   Mark{"‚", "'"},   Mark{"‛", "'"},
                              Mark{"‹", "'"},  Mark{"›", "'"},   Mark{"–", "-"},   Mark{"—", "-"},   Mark{"―", "-"},
                              Mark{"‐", "-"},  Mark{"‑", "-"},   Mark{"−", "-"},   Mark{"…", "..."}, Mark{"•", "*"},
                              Mark{"·", "*"},  Mark{"►", "*"},   Mark{"▶", "*"},   Mark{"●", "*"},   Mark{"■", "*"},
                              Mark{"†", "*"},  Mark{"©", "(c)"}, Mark{"®", "(r)"}, Mark{"™", "(tm)"}};

const Mark* mark_at_begin(std::string_view text) {
  if (text.empty() || (text[0] != '\xE2' && text[0] != '\xC2')) return nullptr;  // All begin so.
  const auto found = std::ranges::find_if(marks, [&](const Mark& mark) { return text.starts_with(mark.bytes); });
  return found == marks.end() ? nullptr : &*found;
}

const Mark* mark_at_end(std::string_view text) {
  if (text.empty() || static_cast<unsigned char>(text.back()) < 0x80) return nullptr;
  const auto found = std::ranges::find_if(marks, [&](const Mark& mark) { return text.ends_with(mark.bytes); });
  return found == marks.end() ? nullptr : &*found;
}

bool is_ascii_mark(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !is_letter(c) && !is_digit(c) && !is_space(c);
}

std::string_view bare(std::string_view word) {
  while (!word.empty()) {
    if (is_ascii_mark(word.front()))
      word.remove_prefix(1);
    else if (const Mark* mark = mark_at_begin(word))
      word.remove_prefix(mark->bytes.size());
    else
      break;
  }
  while (!word.empty()) {
    if (is_ascii_mark(word.back()))
      word.remove_suffix(1);
    else if (const Mark* mark = mark_at_end(word))
      word.remove_suffix(mark->bytes.size());
    else
      break;
  }
  return word;
}

/// -1 lower case, 1 upper case, 0 neither: of the first character. Latin-1, Latin Extended-A and the like by their
/// UTF-8 bytes.
int letter_case(std::string_view text) {
  if (text.empty()) return 0;
  if (is_upper(text[0])) return 1;
  if (is_lower(text[0])) return -1;
  if (text.size() < 2) return 0;
  const auto lead = static_cast<unsigned char>(text[0]), next = static_cast<unsigned char>(text[1]);
  if (lead == 0xC3) return next == 0x97 || next == 0xB7 ? 0 : next < 0x9F ? 1 : -1;  // À..Þ, ß..ÿ
  if (lead == 0xC4 || lead == 0xC5) {  // pairs of capital and small letters
    const unsigned code = ((lead & 0x1Fu) << 6) | (next & 0x3Fu);
    const bool odd_is_capital = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    return (code % 2 == 1) == odd_is_capital ? 1 : -1;
  }
  return 0;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    if (const auto word = bare(text.substr(begin, at - begin)); !word.empty()) out.push_back(word);
  }
  return out;
}

bool is_capitalized(std::string_view word) { return letter_case(word) > 0; }
bool begins_lower(std::string_view text) { return letter_case(text) < 0; }

bool is_all_caps(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const int direction = letter_case(word.substr(at));
    if (direction < 0) return false;
    letters += direction > 0 ? 1 : 0;
  }
  return letters >= 2;
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  text = trimmed(text);
  while (!text.empty()) {
    if (const Mark* mark = mark_at_begin(text)) {
      out += mark->plain;
      text.remove_prefix(mark->bytes.size());
      continue;
    }
    const char c = text.front();
    if (!is_space(c))
      out += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    else if (out.back() != ' ')
      out += ' ';
    text.remove_prefix(1);
  }
  return out;
}

std::size_t length_without_closers(std::string_view text) {
  constexpr std::string_view ascii = "\"')]}*_ \t\n";
  constexpr std::array<std::string_view, 6> typographic = {"”", "’", "»", "›", "“", "‘"};  // The last two set wrongly.
  while (!text.empty()) {
    if (ascii.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
      continue;
    }
    const auto found = std::ranges::find_if(typographic, [&](std::string_view mark) { return text.ends_with(mark); });
    if (found == typographic.end()) break;
    text.remove_suffix(found->size());
  }
  return text.size();
}

bool ends_sentence(std::string_view text) {
  text = text.substr(0, length_without_closers(text));
  return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with(':') ||
         text.ends_with(';') || text.ends_with("…");
}

bool is_prose(std::string_view text, const std::vector<std::string_view>& words, std::size_t least) {
  if (words.size() < least || !ends_sentence(text)) return false;
  const auto lower = static_cast<std::size_t>(std::ranges::count_if(words, begins_lower));
  return lower * 3 >= words.size();
}

bool is_prose(std::string_view text, std::size_t least) {
  return ends_sentence(text) && is_prose(text, words(text), least);
}

}  // namespace entente::wording
