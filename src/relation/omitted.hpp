#pragma once
#include <cstdint>
#include <vector>

#include "relation/matcher.hpp"

namespace entente::relation {

/// The entity that a predicate leaves out because it was told before; -1 where nothing fits.
/// @param told the statements of the frames so far, in order of the text.
/// @param sources who does it.

/// "X attacked Y and recalled its ambassador", "Z has also cut relations": the other side of the conflict told last.
std::int64_t omitted_opponent(const Reader& reader, const Frames& frames, const std::vector<Statement>& told, std::uint16_t relation, std::uint32_t trigger, const ActorList& sources);

/// "Norway pledged forty million": who asked for it last, or else the state that the text is of.
std::int64_t omitted_recipient(const Reader& reader, const Frames& frames, const std::vector<Statement>& told, std::uint32_t trigger, const ActorList& sources);

}  // namespace entente::relation
