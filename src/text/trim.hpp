#pragma once
#include <cstddef>
#include <string_view>

namespace entente {

/// Bytes of what stands before a paragraph's first word and is not part of it: marks of headings, lists and emphasis
/// ("## ", "- ", "**"), and a desk's labels ("(LEAD) ", "UPDATE 2-").
std::size_t leading_marks(std::string_view paragraph);

/// Where what stands behind a paragraph's last sentence begins: credits ("(Photo: X)", "Image: X.", "(Reporting by
/// ...)"), an agency's sign and initials ("EFE", "Enditem"), marks of emphasis that `leading` opens. The paragraph's
/// length where there is nothing.
std::size_t trailing_marks(std::string_view paragraph, std::string_view leading);

}  // namespace entente
