#pragma once
#include <cstddef>
#include <string>

namespace entente {

/// Puts spaces in the place of Markdown's links and of addresses in angle brackets, between two offsets: of
/// "[accord](https://...)" the word stays, of "<https://...>" nothing.
void blank_markup(std::string& text, std::size_t begin, std::size_t end);

}  // namespace entente
