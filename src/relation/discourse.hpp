#pragma once
#include <vector>

#include "relation/matcher.hpp"

namespace entente::relation {

/// Statements that no single predicate makes but a clause and its claimant together: a norm with a named addressee ("Washington must lift
/// the embargo, he said") urges the addressee.
std::vector<Statement> discourse_statements(const Reader& reader, const Frames& frames);

}  // namespace entente::relation
