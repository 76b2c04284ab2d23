#include "text/lines.hpp"

#include <algorithm>

#include "text/wording.hpp"

namespace entente {

namespace {

std::vector<Paragraph> split_lines(std::string_view text) {
  std::vector<Paragraph> lines;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto line = wording::trimmed(text.substr(at, end - at));
    if (!line.empty()) {
      const auto begin = static_cast<std::uint32_t>(line.data() - text.data());
      lines.push_back({begin, begin + static_cast<std::uint32_t>(line.size()), blank});
    }
    blank = line.empty();
    at = end + 1;
  }
  return lines;
}

std::string_view of(std::string_view text, const Paragraph& line) {
  return text.substr(line.begin, line.end - line.begin);
}

/// Characters, not bytes: lines are wrapped by what the eye sees.
std::size_t width(std::string_view line) {
  return static_cast<std::size_t>(
      std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t first_word_width(std::string_view line) { return width(line.substr(0, line.find_first_of(" \t"))); }

/// The width at which the text is wrapped, 0 where it is not: no line is much wider, and most lines that have a
/// follower are as full as they can be.
std::size_t wrap_width(std::string_view text, const std::vector<Paragraph>& lines) {
  constexpr std::size_t narrowest = 40, widest = 132;
  std::size_t widest_seen = 0, followed = 0, open = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) widest_seen = std::max(widest_seen, width(of(text, lines[i])));
  if (widest_seen < narrowest || widest_seen > widest) return 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after_blank) continue;
    ++followed;
    const auto line = of(text, lines[i]), next = of(text, lines[i + 1]);
    const bool full = width(line) + 1 + first_word_width(next) > widest_seen * 9 / 10;
    open += full && !wording::ends_sentence(line) ? 1 : 0;
  }
  return followed >= 2 && open * 2 >= followed ? widest_seen : 0;
}

}  // namespace

std::vector<Paragraph> split_paragraphs(std::string_view text) {
  const auto lines = split_lines(text);
  const std::size_t wrapped = wrap_width(text, lines);
  std::vector<Paragraph> paragraphs;
  std::uint32_t last_line = 0;  // begin of the paragraph's last line
  for (const Paragraph& line : lines) {
    bool join = false;
    if (wrapped != 0 && !line.after_blank) {
      const auto before = text.substr(last_line, paragraphs.back().end - last_line);
      join = width(before) + 1 + first_word_width(of(text, line)) > wrapped * 17 / 20;
    }
    if (join)
      paragraphs.back().end = line.end;
    else
      paragraphs.push_back(line);
    last_line = line.begin;
  }
  return paragraphs;
}

bool continues(std::string_view before, std::string_view next) {
  if (wording::ends_sentence(before) || !wording::begins_lower(next)) return false;
  // A heading or a list item may be followed by a line in lower case; a sentence cut in two is long on the side that
  // comes first and ends in a lower-case word or a comma.
  const auto words = wording::words(before);
  if (words.size() < 6 || wording::words(next).size() < 3) return false;
  return before.ends_with(',') || wording::begins_lower(words.back());
}

}  // namespace entente
