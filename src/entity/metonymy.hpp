#pragma once
#include "entity/analysis.hpp"

namespace entente::entity {

/// Does a capital or seat of power act or is it addressed here (then it is its state), or is it merely a location?
/// @param house a seat that is a house or name of power ("Kremlin"), which is less often a mere location.
bool acts_as_state(const Analysis& a, std::uint32_t begin, std::uint32_t end, bool house);

}  // namespace entente::entity
