#pragma once
#include <vector>

#include "entente/article.hpp"
#include "entente/record.hpp"
#include "relation/matcher.hpp"

namespace entente::relation {

/// Merges the statements of a document into edges, one for each (source, relation, target), and writes the record: of several statements
/// the strongest status wins (asserted > planned > possible > wanted; negated and ended only where nothing contradicts), then the surest
/// evidence, then the first.
Record assemble(const Article& article, const Reader& reader, const Frames& frames, std::vector<Statement> statements);

}  // namespace entente::relation
