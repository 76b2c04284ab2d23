#include "text/furniture.hpp"

#include <algorithm>
#include <vector>

#include "text/date.hpp"
#include "text/furniture_phrases.hpp"
#include "text/wording.hpp"

namespace entente::furniture {

namespace {

using wording::folded;
using wording::is_digit;

/// A paragraph in the forms in which it is asked about.
struct Line {
  std::string_view paragraph;
  std::string whole;      ///< Folded.
  std::string_view core;  ///< `whole` without marks at both ends ("» Read more…" → "read more").
  std::vector<std::string_view> words;
  bool prose = false;

  explicit Line(std::string_view text)
      : paragraph(text), whole(folded(text)), core(whole), words(wording::words(text)) {
    const auto is_mark = [](char c) {
      return static_cast<unsigned char>(c) < 0x80 && !wording::is_letter(c) && !is_digit(c);
    };
    while (!core.empty() && is_mark(core.front())) core.remove_prefix(1);
    while (!core.empty() && is_mark(core.back())) core.remove_suffix(1);
    prose = wording::is_prose(text, words);
  }
};

/// Short and with a link, a mail address or a telephone number: the foot of a press release.
bool is_contact(const Line& line) {
  if (line.words.size() > 14) return false;
  const std::string_view text = line.whole;
  const std::size_t at = text.find('@');
  const bool mail =
      at != std::string_view::npos && at > 0 && text[at - 1] != ' ' && text.find('.', at) != std::string_view::npos;
  return mail || phrases::addresses.occurs_in(text);
}

bool has_full_date(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); at = std::min(line.find(' ', at), line.size() - 1) + 1)
    if (iso_date(line.substr(at))) return true;
  return false;
}

/// "Home > News > World", "News|Conflict": separators of menus. One bar behind a headline is the site's name.
bool has_menu_separators(std::string_view line) {
  if (!phrases::menu_separators.occurs_in(line)) return false;
  const std::size_t bar = line.find(" | ");
  if (bar == std::string_view::npos || line.find('|', bar + 2) != std::string_view::npos) return true;
  const auto title = line.substr(0, bar);
  return wording::words(title).size() < 4 || phrases::menu_separators.occurs_in(title) || has_full_date(title);
}

/// "By Ana Ruiz and Tom Hale", "By the Foreign Desk | Updated ...", "By admin", "Reporting by ...; editing by ...".
bool is_byline(const Line& line) {
  const bool role = phrases::credit_roles.begins(line.core);
  if (!role && line.prose) return false;
  if (phrases::byline_beginnings.begins(line.core)) return true;
  if (!role && !line.core.starts_with("by ")) return false;
  const auto words = wording::words(line.paragraph.substr(0, line.paragraph.find('|')));
  if (!role && (words.size() < 2 || words.size() > 14)) return false;
  return words.size() == 2 || std::all_of(words.begin() + 1, words.end(), [](std::string_view word) {
           return wording::is_capitalized(word) || is_digit(word.front()) ||
                  phrases::byline_connectives.has(folded(word));
         });
}

/// "Mexico City, April 6, 2024": capitalised words and a date, nothing after it.
bool is_place_and_date(std::string_view paragraph) {
  std::size_t at = 0;
  for (int words = 0; words < 5; ++words) {
    while (at < paragraph.size() && (paragraph[at] == ' ' || paragraph[at] == ',')) ++at;
    const auto rest = paragraph.substr(at);
    if (words > 0)
      if (const auto date = scan_date(rest))
        return rest.find_first_not_of(" .)", date->length) == std::string_view::npos;
    if (!wording::is_capitalized(rest)) return false;
    at = std::min(paragraph.find(' ', at), paragraph.size());
  }
  return false;
}

/// "(ATTN: ADDS details in paras 5-8)", "[Eds: ...]".
bool is_note_to_editors(std::string_view whole) {
  return (whole.starts_with('(') || whole.starts_with('[')) && phrases::editor_notes.begins(whole.substr(1));
}

/// Sentences that only a page says of itself or to its reader. One in quotation marks is somebody's words.
bool is_sure(const Line& line) {
  const std::string_view whole = line.whole, core = line.core;
  if (whole.starts_with('"') || whole.starts_with('\'')) return false;
  if (core.starts_with("the post ") && core.find("appeared first on") != std::string_view::npos) return true;
  if (core.starts_with("list ") && core.find(" of ") != std::string_view::npos &&
      (core.ends_with(" items") || is_digit(core.back())))
    return true;
  return phrases::sure_beginnings.begins(core) || phrases::sure_beginnings.begins(whole) ||
         phrases::sure_parts.occurs_in(core);
}

bool is_menu_line(const std::vector<std::string_view>& words) {
  if (words.size() < 2) return false;
  bool named = false;
  for (const std::string_view word : words) {
    if (std::ranges::all_of(word, is_digit)) continue;
    if (!phrases::menu_words.has(folded(word))) return false;
    named = true;
  }
  return named;
}

/// For a line that is not running prose.
bool is_furniture(const Line& line) {
  if (phrases::beginnings.begins(line.core) || phrases::beginnings.begins(line.whole) ||
      phrases::parts.occurs_in(line.whole))
    return true;
  if (is_contact(line) || is_menu_line(line.words)) return true;
  return has_menu_separators(line.whole) && !wording::ends_sentence(line.paragraph);
}

}  // namespace

bool is_bare_name(std::string_view paragraph) {
  const auto words = wording::words(paragraph);
  const auto joints = static_cast<std::size_t>(std::ranges::count(words, "and"));
  if (words.size() < 2 || words.size() > 4 + 3 * joints || wording::ends_sentence(paragraph)) return false;
  const bool names =
      std::ranges::all_of(words, [](std::string_view word) { return wording::is_capitalized(word) || word == "and"; });
  return names && joints <= 1 && paragraph.find_first_of("0123456789:?!\"") == std::string_view::npos;
}

Look look_of(std::string_view paragraph) {
  constexpr std::size_t longest = 1000;  // Furniture is short.
  if (paragraph.size() > longest) return Look::prose;
  const Line line(paragraph);
  if (line.words.empty()) return Look::furniture;  // "---", "* * *"
  if (phrases::comments_headers.has(line.core)) return Look::comments;
  if (phrases::related_headers.has(line.core)) return Look::related;
  if (phrases::lines.has(line.core) || is_note_to_editors(line.whole) || is_sure(line)) return Look::furniture;
  if (is_byline(line)) return Look::byline;
  if (line.prose) return Look::prose;
  if (read_timestamp(paragraph)) return Look::timestamp;
  if (phrases::related_beginnings.begins(line.core)) return Look::related;
  if (is_place_and_date(paragraph)) return Look::timestamp;
  if (is_furniture(line)) return Look::furniture;
  return wording::ends_sentence(paragraph) ? Look::prose : Look::title;
}

}  // namespace entente::furniture
