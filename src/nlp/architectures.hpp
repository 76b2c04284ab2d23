#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "nlp/config.hpp"

namespace entente::nlp {

/// @throws ModelError where the section's architecture is not one of those known.
void check_architecture(const Config& config, const std::string& section, std::span<const std::string_view> known);

/// The value of a key that must be an integer from 1 to 65536. @throws ModelError otherwise.
std::size_t positive(const Config& config, const std::string& section, std::string_view key);

/// The number of words that the states of a TransitionBasedParser are seen through: `plain`, or `extra` with extra_state_tokens.
/// @throws ModelError where the section is not one, or is of another state type.
std::size_t transition_features(const Config& config, const std::string& section, std::string_view state_type, std::size_t plain,
                                std::size_t extra);

}  // namespace entente::nlp
