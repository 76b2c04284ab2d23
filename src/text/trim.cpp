#include "text/trim.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/dateline.hpp"
#include "text/wording.hpp"
#include "text/words.hpp"

namespace entente {

namespace {

using wording::folded;
using wording::is_digit;
using wording::is_letter;
using wording::is_space;

// clang-format off
constexpr auto desk_labels = std::to_array<std::string_view>({
    "(LEAD)", "(LD)", "(URGENT)", "(News Focus)", "(News Analysis)", "(EXCLUSIVE)", "(Exclusive)", "(FOCUS)", "(CORRECTED)", "(UPDATE)",
    "UPDATE", "WRAPUP", "EXCLUSIVE", "CORRECTED", "REFILE", "RPT", "ANALYSIS", "FACTBOX", "INTERVIEW", "TIMELINE", "NEWSMAKER", "INSIGHT",
    "BREAKING", "BREAKING NEWS", "JUST IN", "URGENT", "ALERT", "UPDATED", "LIVE"});
constexpr auto bullets = std::to_array<std::string_view>({"-", "*", "•", "▪", "●", "■", "►", "»", "–", "—", "+", "·"});
constexpr auto credit_labels = std::to_array<std::string_view>({
    "photo", "photos", "photograph", "photographs", "image", "images", "picture", "pictures", "pic", "credit", "video", "illustration", "graphic",
    "courtesy", "file photo", "file picture", "file image", "archive photo", "photo credit", "image credit", "picture credit", "photo courtesy",
    "image courtesy", "video courtesy", "source photo", "cover photo", "staff photo", "pool photo", "ap photo", "afp photo", "reuters photo",
    "epa photo", "handout photo", "photo illustration", "screenshot", "representational image", "file"});
constexpr auto agency_parts = std::to_array<std::string_view>({
    "reuters/", "ap/", "afp/", "epa/", "getty", "getty images", "epa-efe", "via getty", "via ap", "via reuters", "via afp", "(c) "});
constexpr auto staff_credits = std::to_array<std::string_view>({
    "reporting by", "additional reporting", "writing by", "editing by", "with inputs from", "with input from", "with agency", "translated by",
    "compiled by", "edited by", "with reporting by"});
constexpr auto sign_offs = std::to_array<std::string_view>({"enditem", "endit", "endall", "ends", "end", "30", "###"});
// clang-format on

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// "(2nd LD) ", "(3rd LEAD) ".
std::size_t numbered_label(std::string_view text) {
  if (text.size() < 3 || text[0] != '(' || !is_digit(text[1])) return 0;
  const std::size_t close = text.find(')');
  if (close == std::string_view::npos || close > 12) return 0;
  const auto inside = text.substr(0, close);
  return inside.ends_with(" LD") || inside.ends_with(" LEAD") ? close + 1 : 0;
}

/// A desk's label in capitals, with its number and the mark that ends it ("UPDATE 2-", "EXCLUSIVE: ").
std::size_t desk_label(std::string_view text) {
  if (const std::size_t length = numbered_label(text); length > 0) return length;
  for (const std::string_view label : desk_labels) {
    if (!text.starts_with(label)) continue;
    if (label.ends_with(')')) return label.size();
    std::size_t at = skip_space(text, label.size());
    while (at < text.size() && is_digit(text[at])) ++at;
    at = skip_space(text, at);
    if (at < text.size() && (text[at] == '-' || text[at] == ':' || text[at] == '|')) return at + 1;
  }
  return 0;
}

/// "Photo: Soldiers guard the entrance of the bank." is a caption; "Photo: Reuters" is none.
std::size_t caption_label(std::string_view text) {
  constexpr std::size_t longest_label = 16;
  const std::size_t colon = text.substr(0, longest_label).find(':');
  if (colon == std::string_view::npos || !is_one_of(std::string_view(folded(text.substr(0, colon))), credit_labels))
    return 0;
  const auto sentence = text.substr(colon + 1);
  const auto first =
      sentence.substr(0, sentence.find(". ") == std::string_view::npos ? sentence.size() : sentence.find(". ") + 1);
  return wording::is_prose(first) ? colon + 1 : 0;
}

std::size_t mark_at(std::string_view text) {
  if (const std::size_t hashes = text.find_first_not_of('#');
      hashes != std::string_view::npos && hashes >= 1 && hashes <= 6)
    if (is_space(text[hashes])) return hashes;
  if (text.starts_with("> ")) return 1;
  for (const std::string_view bullet : bullets)
    if (text.starts_with(bullet) && text.size() > bullet.size() && is_space(text[bullet.size()])) return bullet.size();
  const std::size_t emphasis = std::min(text.find_first_not_of("*_"), text.size());
  if (emphasis >= 1 && emphasis <= 3 && emphasis < text.size()) return emphasis;
  if (const std::size_t label = caption_label(text); label > 0) return label;
  return desk_label(text);
}

/// "photo", "photo:", "photo by X", "photo/X", but not "photo shows".
bool is_credit_label(std::string_view tail) {
  for (const std::string_view label : credit_labels) {
    if (!tail.starts_with(label)) continue;
    const auto rest = wording::trimmed(tail.substr(label.size()));
    if (rest.empty() || rest == ".") return true;
    for (const std::string_view link : {":", "/", "by ", "courtesy ", "credit", "- ", "| ", "from ", "via "})
      if (rest.starts_with(link)) return true;
  }
  return std::ranges::any_of(agency_parts, [&](std::string_view part) { return tail.starts_with(part); });
}

/// Initials of those who wrote and edited: "PTI MPB PYK", "arb/djw/mtp".
bool are_initials(std::string_view tail) {
  const auto words = wording::words(tail);
  if (words.empty() || words.size() > 6 || !is_agency(words.front())) return false;
  return std::ranges::all_of(words, [](std::string_view w) { return wording::is_all_caps(w) && w.size() <= 4; });
}

bool is_agency_sign(std::string_view tail, std::string_view core) {
  const auto words = wording::words(tail);
  if (words.empty() || words.size() > 3 || !wording::is_capitalized(words.front()))
    return words.size() == 1 && words[0] == "dpa";
  return is_agency(core) && !wording::ends_sentence(tail);
}

/// What stands behind a sentence is no sentence of the article.
bool is_credit(std::string_view tail) {
  std::string_view core = wording::trimmed(tail);
  const bool bracketed =
      core.size() > 2 && ((core.front() == '(' && core.back() == ')') || (core.front() == '[' && core.back() == ']'));
  if (bracketed) core = wording::trimmed(core.substr(1, core.size() - 2));
  while (!core.empty() && (core.front() == '/' || core.front() == '-' || core.front() == '|')) core.remove_prefix(1);
  while (!core.empty() && (core.back() == '/' || core.back() == '.')) core.remove_suffix(1);
  core = wording::trimmed(core);
  const std::string lower = folded(core);
  if (lower.empty()) return false;
  const bool staff = std::ranges::any_of(staff_credits, [&](std::string_view role) { return lower.starts_with(role); });
  if (staff) return bracketed;
  if (wording::words(core).size() <= 10 && is_credit_label(lower)) return true;
  if (is_one_of(std::string_view(lower), sign_offs)) return true;
  return is_agency_sign(tail, core) || are_initials(core);
}

/// The begin of the bracket that closes at the paragraph's end, npos where none does.
std::size_t last_bracket(std::string_view text) {
  if (text.empty() || (text.back() != ')' && text.back() != ']')) return std::string_view::npos;
  const std::size_t begin = text.rfind(text.back() == ')' ? '(' : '[');
  return begin != std::string_view::npos && begin > 0 && text.size() - begin <= 240 ? begin : std::string_view::npos;
}

/// "(Ana Ruiz / Agencia X)", "(Agencia X)": names alone, behind a sentence.
bool is_name_credit(std::string_view bracket) {
  const auto words = wording::words(bracket);
  return words.size() >= 2 && words.size() <= 7 && bracket.find('/') != std::string_view::npos &&
         std::ranges::all_of(words, wording::is_capitalized);
}

/// Where the last credit begins; `text.size()` where there is none.
std::size_t last_credit(std::string_view text) {
  if (const std::size_t bracket = last_bracket(text); bracket != std::string_view::npos) {
    const auto inside = text.substr(bracket);
    const bool after_sentence = wording::ends_sentence(wording::trimmed(text.substr(0, bracket)));
    if (is_credit(inside) || (after_sentence && is_name_credit(inside))) return bracket;
  }
  const std::size_t from = text.size() > 160 ? text.size() - 160 : 0;
  for (std::size_t i = from + 1; i < text.size(); ++i) {
    if (!is_space(text[i - 1]) || is_space(text[i])) continue;
    const auto before = wording::trimmed(text.substr(0, i));
    if (before.size() < 2 ||
        !wording::ends_sentence(before.substr(before.size() - std::min<std::size_t>(before.size(), 8))))
      continue;
    if (is_credit(text.substr(i))) return i;
  }
  return text.size();
}

}  // namespace

std::size_t leading_marks(std::string_view paragraph) {
  std::size_t at = 0;
  for (int rounds = 0; rounds < 4; ++rounds) {
    const std::size_t length = mark_at(paragraph.substr(at));
    const std::size_t next = skip_space(paragraph, at + length);
    if (length == 0 || next >= paragraph.size()) break;
    at = next;
  }
  return at;
}

std::size_t trailing_marks(std::string_view paragraph, std::string_view leading) {
  std::size_t end = paragraph.size();
  const auto trim = [&](std::string_view what) {
    while (end > 0 && what.find(paragraph[end - 1]) != std::string_view::npos) --end;
  };
  const bool emphasis = leading.find_first_of("*_") != std::string_view::npos;
  for (std::size_t before = 0; before != end;) {
    before = end;
    if (emphasis) trim("*_ \t\n");
    end = last_credit(paragraph.substr(0, end));
    trim(" \t\n");
  }
  return end == 0 ? paragraph.size() : end;
}

}  // namespace entente
