#pragma once
#include <cstdint>
#include <vector>

#include "relation/matcher.hpp"

namespace entente::relation {

/// Whether a noun names an accord: what it takes up was signed.
bool names_accord(const Reader& reader, std::uint32_t noun);

/// The parties to an accord or talks that a noun takes up without naming them: "The deal was brokered by X", "X welcomed the truce". They are
/// those of the accord or talks last told of, each once; empty where the noun names parties of its own or nothing fits.
/// @param told the statements of the frames so far, in order of the text.
ActorList parties_of(const Reader& reader, const Frames& frames, const std::vector<Statement>& told, std::uint32_t noun);

}  // namespace entente::relation
