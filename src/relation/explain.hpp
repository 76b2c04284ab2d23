#pragma once
#include <iosfwd>

#include "relation/matcher.hpp"

namespace entente::relation {

/// How a document is read, for people: trees, actors, propositions, frames that fired and that nearly did, and the edges.
void explain(std::ostream& out, const Reader& reader, const Frames& frames, const Record& record);

}  // namespace entente::relation
