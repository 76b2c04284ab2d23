#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A date as found at the beginning of a text.
struct ScannedDate {
  std::size_t length = 0;            ///< Bytes it takes, a weekday before it included.
  int year = 0, month = 0, day = 0;  ///< 0 where the text does not say it, or says it ambiguously ("5/2/20").
};

/// Reads a date that stands at the beginning: "2020-02-05", "Feb. 5", "Wednesday, February 5th, 2020", "5 February
/// 2020", "12/4/17".
std::optional<ScannedDate> scan_date(std::string_view text);

/// Bytes of a time of day at the beginning, time zone included: "11:05 UTC", "6:42pm AEDT", "5:48 p.m."; 0 where there
/// is none.
std::size_t scan_time(std::string_view text);

/// The full date (YYYY-MM-DD) that a text begins with, whatever comes after ("2020-02-05T10:00:00Z", "February 5, 2020
/// 11:05 UTC").
std::optional<std::string> iso_date(std::string_view text);

/// A line of nothing but dates, times and words that go with them ("Published On 22 Nov 2024", "Updated 3 hours ago"),
/// and the full date it gives, if any.
struct Timestamp {
  std::optional<std::string> date;
};
std::optional<Timestamp> read_timestamp(std::string_view line);

}  // namespace entente
