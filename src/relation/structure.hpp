#pragma once
#include <vector>

#include "relation/matcher.hpp"

namespace entente::relation {

/// Statements that hang on names rather than on predicates: offices ("Russian Foreign Minister X"), what an organization belongs to or
/// where it sits ("the Russian Foreign Ministry", "Cuba's Prensa Latina"), and nationality ("the Brazilian economist X").
std::vector<Statement> structural_statements(const Reader& reader, const Frames& frames);

}  // namespace entente::relation
