#include "text/unglue.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/date.hpp"
#include "text/wording.hpp"
#include "text/words.hpp"

namespace entente {

namespace {

using wording::is_digit;
using wording::is_letter;
using wording::is_lower;
using wording::is_space;
using wording::is_upper;

// clang-format off
/// Words that begin a sentence and end no name: a joint before them parts a sentence from what stands before it.
constexpr auto openers = std::to_array<std::string_view>({
    "The", "He", "She", "They", "We", "This", "These", "Those", "There", "His", "Her", "Its", "But", "According", "After", "Before", "When",
    "While", "Earlier", "Meanwhile", "However", "Speaking", "Although", "Since"});
/// Short forms after which a full stop ends no sentence.
constexpr auto short_forms = std::to_array<std::string_view>({
    "Gen", "Sen", "Rep", "Gov", "Col", "Maj", "Capt", "Sgt", "Cpl", "Adm", "Prof", "Rev", "Hon", "Pres", "Amb", "Dept", "Mrs", "Messrs", "Inc",
    "Ltd", "Corp", "Bros", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed",
    "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun", "approx", "est", "www", "Fig", "vol", "Vol", "Art", "Sec", "Ave", "Blvd", "Univ", "Assn"});
constexpr auto not_after_stop = std::to_array<std::string_view>({"Com", "Net", "Org", "Gov", "Edu", "Info", "Js", "Io"});
/// Credits and commands that stand between sentences in such copies.
constexpr auto inline_furniture = std::to_array<std::string_view>({
    "Go to the mediabank", "Go to the photo bank", "File photo", "File picture", "Click here to share on social media"});
// clang-format on

/// At most 64 letters: a text without spaces must take no more time.
std::string_view letters_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 64 && is_letter(text[end])) ++end;
  return text.substr(at, end - at);
}

/// At most 32 letters, for the same reason.
std::string_view letters_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 32 && is_letter(text[begin - 1])) --begin;
  return text.substr(begin, at - begin);
}

/// Bytes of a closing quote or bracket that ends at `at`, 0 where there is none.
std::size_t closer_before(std::string_view text, std::size_t at) {
  if (at >= 3 && (text.substr(at - 3, 3) == "”" || text.substr(at - 3, 3) == "’")) return 3;
  return at >= 1 && (text[at - 1] == '"' || text[at - 1] == ')' || text[at - 1] == '\'') ? 1 : 0;
}

std::size_t opener_at(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  if (rest.starts_with("“") || rest.starts_with("‘")) return 3;
  return rest.starts_with('"') ? 1 : 0;
}

class Ungluer {
 public:
  explicit Ungluer(std::string_view text) : text_(text) {
    for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1))
      quotes_.push_back(at);
  }

  std::vector<Piece> run() {
    std::size_t at = 0;
    bool glued = false;  // The piece at `at` stands right behind a sentence.
    while (at < text_.size()) {
      if (const std::size_t end = furniture_end(at); end > at) {
        emit(at, end, true);
        at = end;
        glued = false;
        continue;
      }
      if (const std::size_t end = glued ? teaser_end(at) : at; end > at) {
        emit(at, end, true);
        at = end;
        continue;
      }
      const std::size_t cut = next_cut(at);
      emit(at, cut, is_run_together(text_.substr(at, cut - at)));
      glued = cut < text_.size() && !is_space(text_[cut - 1]);
      at = cut;
    }
    return std::move(pieces_);
  }

 private:
  void emit(std::size_t begin, std::size_t end, bool furniture) {
    while (begin < end && is_space(text_[begin])) ++begin;
    while (begin < end && is_space(text_[end - 1])) --end;
    if (begin == end) return;
    pieces_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), furniture});
  }

  /// The end of a credit or command that stands here, with the slashes around it.
  std::size_t furniture_end(std::size_t at) const {
    std::size_t begin = at;
    while (begin < text_.size() && (is_space(text_[begin]) || text_[begin] == '/')) ++begin;
    for (const std::string_view phrase : inline_furniture) {
      if (!text_.substr(begin).starts_with(phrase)) continue;
      const std::size_t end = begin + phrase.size();
      const auto rest = text_.substr(end);
      const bool alone =
          rest.empty() || rest == "." || is_upper(rest[0]) || rest.starts_with(" /") || rest.starts_with("/");
      if (alone) return rest == "." ? end + 1 : end;
    }
    return at;
  }

  /// Where "Title of another article12 May, 10:05 GMT" ends, with the next sentence stuck to it.
  std::size_t teaser_end(std::size_t at) const {
    const std::size_t limit = std::min(text_.size(), at + 240);
    for (std::size_t i = at + 1; i < limit; ++i) {
      if (!is_digit(text_[i]) || is_digit(text_[i - 1]) || is_space(text_[i - 1])) continue;
      const auto date = scan_date(text_.substr(i));
      if (!date) continue;
      std::size_t end = i + date->length;
      while (end < text_.size() && (text_[end] == ',' || text_[end] == ' ')) ++end;
      const std::size_t time = scan_time(text_.substr(end, 5));
      if (time == 0) continue;
      end += time;
      if (text_.substr(end).starts_with(" GMT") || text_.substr(end).starts_with(" UTC")) end += 4;
      return end;
    }
    return at;
  }

  /// The next place after `at` where something is stuck to what stands before it; the end where there is none.
  std::size_t next_cut(std::size_t at) const {
    for (std::size_t i = at + 1; i < text_.size(); ++i) {
      if (is_space(text_[i - 1]) ? begins_furniture(i) : cuts_here(at, i)) return i;
    }
    return text_.size();
  }

  bool begins_furniture(std::size_t i) const {
    if ((text_[i] != 'F' && text_[i] != 'G' && text_[i] != 'C' && text_[i] != '/') || i < 2) return false;
    const auto before = wording::trimmed(text_.substr(0, i));
    return wording::ends_sentence(before.substr(before.size() - std::min<std::size_t>(before.size(), 8))) &&
           furniture_end(i) > i;
  }

  bool cuts_here(std::size_t piece, std::size_t i) const {
    const std::size_t quote = opener_at(text_, i);
    const std::size_t word = i + quote;
    if (word >= text_.size() || !is_upper(text_[word])) return false;
    return (quote == 0 && opens_sentence(i)) || follows_sentence(piece, i, quote);
  }

  /// "RuizThe minister": lower case, then a whole word that opens a sentence, then another word.
  bool opens_sentence(std::size_t i) const {
    if (!is_lower(text_[i - 1])) return false;
    const auto word = letters_at(text_, i);
    const std::size_t end = i + word.size();
    return is_one_of(word, openers) && end + 1 < text_.size() && text_[end] == ' ' && letters_before(text_, i).size() >= 3;
  }

  /// "ended.He said", "order.”In this", "rose by 3.8%.The": a sentence's end right before a capital.
  bool follows_sentence(std::size_t piece, std::size_t i, std::size_t quote) const {
    std::size_t end = i;
    if (quote == 1 && !opens_quotation(i)) return false;
    while (end > 0 && closer_before(text_, end) > 0) {
      if (text_[end - 1] == '"' && opens_quotation(end - 1)) return false;  // The cut is before this quote.
      end -= closer_before(text_, end);
    }
    if (end < piece + 20 || (text_[end - 1] != '.' && text_[end - 1] != '?' && text_[end - 1] != '!')) return false;
    const char last = text_[end - 2];
    const auto before = letters_before(text_, end - 1);
    const bool ends_word =
        is_lower(last) && before.size() >= (end < i ? 2u : 3u) && (end < i || !is_one_of(before, short_forms));
    const bool ends_number =
        is_digit(last) && is_digit(text_[end - 3]);  // One digit may be part of a name: "version 2.Beta".
    if (!ends_word && !ends_number && last != '%' && last != ')') return false;
    const auto word = letters_at(text_, i + quote);
    const std::size_t after = i + quote + word.size();
    const bool is_word = word.size() == 1 ? after < text_.size() && is_space(text_[after]) : is_lower(word[1]);
    const bool is_address = after < text_.size() && (text_[after] == '@' || text_[after] == '.') &&
                            after + 1 < text_.size() && is_letter(text_[after + 1]);
    return is_word && !is_address && !is_one_of(word, not_after_stop);
  }

  /// A straight quote opens where an even number of them stands before it.
  bool opens_quotation(std::size_t i) const {
    return (std::ranges::lower_bound(quotes_, i) - quotes_.begin()) % 2 == 0;
  }

  /// "InternationalIndiaAfricaOleg Burunov": the first word is a menu run together, and no sentence follows.
  static bool is_run_together(std::string_view piece) {
    const auto first = letters_at(piece, 0);
    int joints = 0;
    for (std::size_t i = 1; i < first.size(); ++i) joints += is_lower(first[i - 1]) && is_upper(first[i]) ? 1 : 0;
    return joints >= 2 && !wording::ends_sentence(piece) && wording::words(piece).size() <= 8;
  }

  std::string_view text_;
  std::vector<std::size_t> quotes_;  ///< Offsets of the straight quotes.
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> unglue(std::string_view paragraph) { return Ungluer(paragraph).run(); }

}  // namespace entente
