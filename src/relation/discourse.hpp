#pragma once
#include <vector>

#include "relation/matcher.hpp"

namespace entente::relation {

/// Statements that no single predicate makes but a clause and its claimant together: a norm with a named addressee ("Washington must lift
/// the embargo, he said") urges the addressee.
std::vector<Statement> discourse_statements(const Reader& reader, const Frames& frames);

/// What is told of others by a verb that stands for one told before: "So did X", "as has X", "X followed suit", "X did the same".
/// @param told the statements of the document's frames.
std::vector<Statement> elliptical_statements(const Reader& reader, const Frames& frames, const std::vector<Statement>& told);

}  // namespace entente::relation
