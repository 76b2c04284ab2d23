#pragma once
#include <span>
#include <string>
#include <string_view>

namespace entente::cli {

/// The candidate nearest to `word` by edit distance, or "" where none is near (more than a third of the letters
/// differ).
std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// "; did you mean 'X'?", or "" where nothing is near.
std::string suggestion(std::string_view word, std::span<const std::string> candidates);

}  // namespace entente::cli
