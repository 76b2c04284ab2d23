#include "text/dateline.hpp"

#include <algorithm>
#include <array>

#include "text/date.hpp"
#include "text/wording.hpp"
#include "text/words.hpp"

namespace entente {

namespace {

using wording::is_capitalized;
using wording::is_space;

// clang-format off
constexpr auto agencies = std::to_array<std::string_view>({
    "aa", "aap", "abc", "abc news", "abi", "acn", "adn", "afp", "afp-jiji", "agencia efe", "agencies", "agerpres", "agi", "aina", "aki",
    "al jazeera", "alja", "anadolu", "anadolu agency", "andina", "angop", "ani", "anp", "ansa", "antara", "ap", "apa", "apanews", "app",
    "aps", "armenpress", "ata", "atpe", "avn", "azertac", "bbc", "belga", "belta", "bernama", "beta", "bloomberg", "bna", "bns", "bss", "bta",
    "business wire", "cana", "cbs", "cmc", "cna", "cnn", "cns", "cp", "canadian press", "the canadian press", "ctk", "ddp", "dow jones", "dpa",
    "dw", "ecns", "efe", "ekantipur", "elta", "epa", "fars", "fbc", "fides", "focus taiwan", "gcc", "globe newswire", "globenewswire", "gna",
    "hina", "ians", "ina", "inquirer", "interfax", "interfax-ukraine", "ips", "irin", "irna", "isna", "itar-tass", "jiji", "jiji press", "jta",
    "kabar", "kazinform", "kcna", "kna", "kuna", "kyodo", "kyodo news", "leta", "lusa", "map", "mehr", "mena", "mercopress", "merco press",
    "mia", "mna", "montsame", "mti", "nan", "nbc", "newsis", "nhk", "nna", "notimex", "novosti", "npr", "ntb", "pana", "panapress", "pap",
    "petra", "pl", "pna", "pr newswire", "prensa latina", "press tv", "prnewswire", "pti", "qna", "reuters", "rfa", "rfe/rl", "rferl", "ria",
    "ria novosti", "ritzau", "rss", "rt", "sana", "sanews", "sapa", "shine", "slna", "spa", "sputnik", "stt", "sta", "tanjug", "tap", "tass",
    "telam", "télam", "the associated press", "associated press", "thomson reuters foundation", "tna", "trend", "tt", "ukrinform", "un news",
    "unb", "uni", "unian", "upi", "uza", "vna", "voa", "voa news", "wafa", "wam", "xinhua", "xna", "yonhap", "yna", "zuma"});
constexpr auto particles = std::to_array<std::string_view>({
    "de", "del", "da", "do", "dos", "la", "las", "los", "el", "al", "and", "of", "the", "on", "sur", "am", "an", "der", "upon", "near"});
constexpr auto weekdays = std::to_array<std::string_view>({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
// clang-format on

/// What has been read of a dateline so far.
struct Reading {
  std::string_view text;
  std::size_t at = 0;
  int place_words = 0;
  std::size_t caps_letters = 0;  ///< Of the place's words before the first comma, if all are in capitals; else 0.
  bool dated = false, agency = false, bracketed = false;
  bool dash = false, colon = false, stop = false;
  std::optional<std::string> date{};

  std::string_view rest() const { return text.substr(at); }
  void skip(std::string_view any) {
    while (at < text.size() && any.find(text[at]) != std::string_view::npos) ++at;
  }
};

std::string_view word_at(std::string_view text) { return text.substr(0, text.find_first_of(" ,\t\n(/[:")); }

/// "(AFP)", "/TASS/", "[Reuters]", "(5 February 2020)".
bool read_brackets(Reading& r) {
  const auto rest = r.rest();
  if (rest.empty()) return false;
  const char close = rest[0] == '(' ? ')' : rest[0] == '[' ? ']' : rest[0] == '/' ? '/' : '\0';
  const std::size_t end = close == '\0' ? std::string_view::npos : rest.find(close, 1);
  if (end == std::string_view::npos || end > 40) return false;
  const auto inside = wording::trimmed(rest.substr(1, end - 1));
  const auto words = wording::words(inside);
  if (words.empty() || words.size() > 4) return false;
  if (const auto date = scan_date(inside)) {
    r.dated = true;
    r.date = iso_date(inside);
  } else if (is_agency(inside)) {
    r.agency = true;
  } else if (close == '/' || !std::ranges::all_of(words, is_capitalized)) {
    return false;
  }
  r.bracketed = true;
  r.at += end + 1;
  return true;
}

bool read_date(Reading& r) {
  const auto rest = r.rest();
  if (const auto date = scan_date(rest)) {
    r.date = iso_date(rest);
    r.at += date->length;
    return r.dated = true;
  }
  const auto word = word_at(rest);
  if (!is_one_of(std::string_view(wording::folded(word)), weekdays) || r.place_words == 0) return false;
  r.at += word.size();
  return r.dated = true;
}

/// Capitalised words, with commas and slashes between them, up to a date, a bracket or a separator.
void read_place(Reading& r) {
  bool all_caps = true, first_part = true;
  while (r.place_words < 8) {
    const std::size_t before = r.at;
    r.skip(" ");
    if (r.place_words > 0 && r.text.substr(r.at).starts_with(',')) {
      first_part = false;
      ++r.at;
      r.skip(" ");
    } else if (r.place_words > 0 && r.text.substr(r.at).starts_with('/')) {
      ++r.at;
    }
    const auto word = word_at(r.rest());
    const bool particle = r.place_words > 0 && is_one_of(std::string_view(wording::folded(word)), particles);
    const bool dash = word.starts_with("-") || word.starts_with("–") || word.starts_with("—");
    if (word.empty() || dash || (!is_capitalized(word) && !particle) || scan_date(r.rest())) {
      r.at = before;
      return;
    }
    // A full stop ends the place, unless it belongs to a short form ("St.", "Calif.", "D.C.").
    const bool ends = word.ends_with('.') && word.size() > 6;
    if (first_part) {
      all_caps = all_caps && (wording::is_all_caps(word) || particle);
      r.caps_letters = all_caps ? r.caps_letters + word.size() : 0;
    }
    ++r.place_words;
    r.at += word.size() - (word.ends_with('.') ? 1 : 0);
    if (ends) return;
    if (word.ends_with('.')) ++r.at;
  }
}

void read_separators(Reading& r) {
  while (r.at < r.text.size()) {
    const auto rest = r.rest();
    if (rest.starts_with("–") || rest.starts_with("—") || rest.starts_with("―")) {
      r.dash = true;
      r.at += 3;
    } else if (rest[0] == '-' || rest[0] == '_') {
      r.dash = true;
      ++r.at;
    } else if (rest[0] == ':' && !r.colon) {
      r.colon = true;
      ++r.at;
    } else if (rest[0] == '.' || rest[0] == ',') {
      r.stop = true;
      ++r.at;
    } else if (is_space(rest[0])) {
      ++r.at;
    } else {
      return;
    }
  }
}

bool begins_sentence(std::string_view text) {
  for (const std::string_view mark : {"\"", "'", "“", "‘", "«", "(", "["})
    if (text.starts_with(mark)) return true;
  return is_capitalized(text) || (!text.empty() && wording::is_digit(text[0]));
}

/// A second dash in the sentence makes the first one a parenthesis: "Kenya – host of the talks – said".
bool has_more_dashes(std::string_view text) {
  const auto sentence = text.substr(0, std::min<std::size_t>(text.find(". "), 300));
  for (const std::string_view dash : {" - ", " – ", " — ", " -- "})
    if (sentence.find(dash) != std::string_view::npos) return true;
  return false;
}

bool is_convincing(const Reading& r, bool may_begin_story) {
  const bool caps = r.caps_letters >= 3;
  // "The Government of National Accord (GNA), recognised by ...": a body's acronym may be an agency's too, but a sentence goes on after it.
  if (r.agency && !begins_sentence(r.rest()) && !(caps && (r.dash || r.colon))) return false;
  if (r.agency && r.text.starts_with("The ") && !r.text.starts_with("The Hague") && !r.dash && !r.colon && !r.dated) return false;
  if (r.agency) return r.place_words > 0 || r.dash || r.colon;
  if (r.bracketed && caps && r.dash) return true;
  if (!begins_sentence(r.rest()) || r.place_words == 0) return false;
  if (r.dated) return r.dash || r.colon || (caps && r.stop);
  if (caps && r.dash) return true;
  if (caps && r.colon) return may_begin_story && r.caps_letters >= 5;
  return may_begin_story && r.dash && !r.bracketed && r.place_words <= 5 && !has_more_dashes(r.rest());
}

/// "Thursday, May 7, 2015 On Tuesday, the government ...": a date line that has run into the text.
std::optional<Dateline> scan_leading_date(std::string_view text) {
  const auto weekday = word_at(text);
  const auto date = scan_date(text);
  if (!date || date->year == 0 || !is_one_of(std::string_view(wording::folded(weekday)), weekdays)) return std::nullopt;
  const auto rest = text.substr(date->length);
  if (!rest.starts_with(' ') || !is_capitalized(wording::trimmed(rest))) return std::nullopt;
  return Dateline{date->length + rest.find_first_not_of(' '), iso_date(text)};
}

}  // namespace

bool is_agency(std::string_view name) {
  const std::string lower = wording::folded(name);
  return is_one_of(std::string_view(lower), agencies);
}

std::optional<Dateline> scan_dateline(std::string_view paragraph, bool may_begin_story) {
  if (const auto date = scan_leading_date(paragraph)) return date;
  Reading r{.text = paragraph.substr(0, 400)};
  read_place(r);
  for (bool more = true; more && r.at < r.text.size();) {
    const std::size_t before = r.at;
    r.skip(" ,.");
    more = (!r.dated && read_date(r)) || (!r.bracketed && read_brackets(r));
    if (!more) r.at = before;
  }
  const std::size_t before = r.at;
  read_separators(r);
  // A hyphen inside a word ("Asia-Pacific") is no separator.
  if (r.dash && r.at == before + 1 && !r.bracketed) return std::nullopt;
  if (r.at >= r.text.size() || !is_convincing(r, may_begin_story)) return std::nullopt;
  // "(ANSA) - Rome, October 22 - ": the place behind the agency.
  if (r.agency && r.place_words == 0 && !r.dated && r.dash) {
    Reading behind{.text = r.text, .at = r.at};
    read_place(behind);
    behind.skip(" ,.");
    if (behind.place_words > 0 && read_date(behind)) {
      read_separators(behind);
      if (behind.dash && behind.at < behind.text.size() && begins_sentence(behind.rest())) return Dateline{behind.at, behind.date};
    }
  }
  return Dateline{r.at, r.date};
}

}  // namespace entente
