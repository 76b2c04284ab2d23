#include "text/date.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "text/wording.hpp"

namespace entente {

namespace {

using wording::is_digit;
using wording::is_letter;
using wording::is_lower;
using wording::is_upper;

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// A reader that goes forward over a text and can be set back.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  bool done() const { return at >= text.size(); }
  char peek() const { return done() ? '\0' : text[at]; }
  bool accept(char c) { return peek() == c && !done() ? (++at, true) : false; }
  void skip(std::string_view any) {
    while (!done() && any.find(text[at]) != std::string_view::npos) ++at;
  }
  std::string letters() {
    std::string word;
    while (!done() && is_letter(text[at])) word += lower(text[at++]);
    return word;
  }
  /// A whole number of at most `most` digits, -1 where there is none.
  int number(std::size_t most, std::size_t* digits = nullptr) {
    const std::size_t begin = at;
    int value = 0;
    while (!done() && is_digit(text[at]) && at - begin < most) value = value * 10 + (text[at++] - '0');
    if (digits != nullptr) *digits = at - begin;
    const bool good = at > begin && !is_digit(peek());
    if (!good) at = begin;
    return good ? value : -1;
  }
};

/// Index + 1 of the name that `word` is, in full or cut to three letters or more ("Sept"); 0 where it is none.
int name_index(std::span<const std::string_view> names, std::string_view word) {
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool cut = word.size() <= 5 && names[i].starts_with(word);
    if (word == names[i] || cut) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool day_is_good(int day) { return day >= 1 && day <= 31; }

void ordinal(Cursor& c) {
  for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
    const auto rest = c.text.substr(c.at);
    if (rest.starts_with(suffix) && (rest.size() == 2 || !is_letter(rest[2]))) c.at += 2;
  }
}

/// ", 2020" or " 2020" after a day and month.
int year(Cursor& c) {
  const std::size_t begin = c.at;
  c.accept('.');
  c.accept(',');
  c.skip(" ");
  std::size_t digits = 0;
  const int value = c.number(4, &digits);
  if (digits == 4 && value >= 1900 && value <= 2100) return value;
  c.at = begin;
  return 0;
}

std::optional<ScannedDate> month_first(Cursor c) {
  const int month = name_index(months, c.letters());
  if (month == 0) return std::nullopt;
  c.accept('.');
  c.skip(" ");
  const int day = c.number(2);
  if (!day_is_good(day)) return std::nullopt;
  ordinal(c);
  if (is_letter(c.peek())) return std::nullopt;
  const int y = year(c);
  return ScannedDate{c.at, y, month, day};
}

std::optional<ScannedDate> day_first(Cursor c) {
  const int day = c.number(2);
  if (!day_is_good(day)) return std::nullopt;
  ordinal(c);
  c.accept('.');
  c.skip(" -");
  const std::size_t begin = c.at;
  const int month = name_index(months, c.letters());
  if (month == 0 || !is_upper(c.text[begin])) return std::nullopt;
  if (c.at - begin < months[static_cast<std::size_t>(month) - 1].size()) c.accept('.');
  c.skip("-");
  const int y = year(c);
  return ScannedDate{c.at, y, month, day};
}

/// 2020-02-05 and 2020/02/05; 5/2/20 and 5.2.2020, where day and month cannot be told apart.
std::optional<ScannedDate> numeric(Cursor c) {
  std::size_t digits = 0;
  const int first = c.number(4, &digits);
  const char separator = c.peek();
  if (first < 0 || (separator != '-' && separator != '/' && separator != '.')) return std::nullopt;
  ++c.at;
  const int second = c.number(2);
  if (second < 1 || second > 31 || !c.accept(separator)) return std::nullopt;
  std::size_t last_digits = 0;
  const int third = c.number(4, &last_digits);
  if (third < 0 || is_letter(c.peek()) != (c.peek() == 'T')) return std::nullopt;
  if (digits == 4 && first >= 1900 && second <= 12 && day_is_good(third))
    return ScannedDate{c.at, first, second, third};
  if (digits <= 2 && day_is_good(first) && (last_digits == 2 || last_digits == 4)) return ScannedDate{c.at, 0, 0, 0};
  return std::nullopt;
}

}  // namespace

std::optional<ScannedDate> scan_date(std::string_view text) {
  Cursor c{text};
  if (name_index(weekdays, c.letters()) != 0) {
    c.accept('.');
    c.accept(',');
    c.skip(" ");
  } else {
    c.at = 0;
  }
  for (const auto form : {numeric, month_first, day_first})
    if (const auto date = form(c)) return date;
  return std::nullopt;
}

std::size_t scan_time(std::string_view text) {
  Cursor c{text};
  const int hour = c.number(2);
  if (hour < 0 || hour > 24) return 0;
  const bool minutes = c.accept(':') || c.accept('.') || c.accept('h');
  if (minutes && c.number(2) < 0) return 0;
  if (c.accept(':')) c.number(2);
  std::size_t end = c.at;
  c.skip(" ");
  const std::string_view rest = c.text.substr(c.at);
  bool half = false;
  for (const std::string_view mark : {"a.m.", "p.m.", "am", "pm", "AM", "PM", "a.m", "p.m"}) {
    if (!rest.starts_with(mark) || (rest.size() > mark.size() && is_letter(rest[mark.size()]))) continue;
    c.at += mark.size();
    end = c.at;
    half = true;
    break;
  }
  if (!minutes && !half) return 0;
  c.skip(" (");
  const std::size_t zone = c.at;
  while (is_upper(c.peek())) ++c.at;
  if (c.at - zone >= 2 && c.at - zone <= 5 && !is_letter(c.peek())) {
    c.accept(')');
    end = c.at;
  }
  return end;
}

std::optional<std::string> iso_date(std::string_view text) {
  text = wording::trimmed(text);
  const auto date = scan_date(text);
  if (!date || date->year == 0 || date->month == 0 || date->day == 0) return std::nullopt;
  std::string out = std::to_string(date->year);
  for (const int part : {date->month, date->day}) out += (part < 10 ? "-0" : "-") + std::to_string(part);
  return out;
}

std::optional<Timestamp> read_timestamp(std::string_view line) {
  static constexpr std::array<std::string_view, 36> companions = {
      "published", "updated", "posted", "modified", "last",    "first",   "created", "issued", "date",
      "on",        "at",      "by",     "ago",      "minutes", "minute",  "min",     "mins",   "hours",
      "hour",      "days",    "day",    "read",     "gmt",     "utc",     "local",   "time",   "edition",
      "release",   "edited",  "added",  "live",     "filed",   "updates", "last",    "hrs",    "ist"};
  Timestamp stamp;
  bool dated = false;
  Cursor c{line};
  while (c.skip(" \t,;:|/()[]-+•·"), !c.done()) {
    // The longer of the readings: "11.42" is a time, "11.4.2020" a date.
    const auto rest = line.substr(c.at);
    if (rest.starts_with("–") || rest.starts_with("—") || rest.starts_with("•") || rest.starts_with("·")) {
      c.at += rest.starts_with("·") ? 2 : 3;
      continue;
    }
    if (const auto date = scan_date(rest)) {
      if (!stamp.date) stamp.date = iso_date(rest);
      c.at += date->length;
      dated = true;
      continue;
    }
    if (const std::size_t time = scan_time(rest); time > 0) {
      c.at += time;
      dated = true;
      continue;
    }
    if (c.number(4) >= 0) continue;
    const std::string word = c.letters();
    if (name_index(weekdays, word) != 0) {
      dated = true;
      continue;
    }
    if (word.empty() || std::ranges::find(companions, word) == companions.end()) return std::nullopt;
    if (word == "ago") dated = true;
    c.accept('.');
  }
  if (!dated) return std::nullopt;
  return stamp;
}

}  // namespace entente
