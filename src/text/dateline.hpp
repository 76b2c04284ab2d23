#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// The words before a report's first sentence: "MOSCOW, February 5. /TASS/.", "Moscow, Dec 22 (EFE) .-", "GENEVA — ".
struct Dateline {
  std::size_t length = 0;           ///< Bytes, the white space after it included.
  std::optional<std::string> date;  ///< YYYY-MM-DD where the year is given.
};

/// @param may_begin_story the paragraph stands where a story's first sentence may: then a place and a dash are enough.
std::optional<Dateline> scan_dateline(std::string_view paragraph, bool may_begin_story);

/// A news agency's name or sign, as it stands in datelines and at the end of reports: "Xinhua", "dpa", "AP".
bool is_agency(std::string_view name);

}  // namespace entente
