#pragma once
#include <cstdint>
#include <string_view>

#include "entity/text.hpp"

/// Words of the reports of matches that tell what stands beside them. Internal.
namespace entente::entity {

/// A word before the name of a side: "beat holders X", "against newcomers Y".
bool is_side(std::string_view word);

/// Whether a score begins at token k: "2-1", "27–26", in one token or three.
bool is_score(const Text& t, std::uint32_t k);

}  // namespace entente::entity
