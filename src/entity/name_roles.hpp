#pragma once
#include "entity/analysis.hpp"
#include "entity/name_votes.hpp"

namespace entente::entity {

/// What a name does and what is done to it: bought, founded and merged are bodies.
void vote_by_role(const Analysis& a, const Name& name, Votes& votes);

/// "its president, X", "the faction, X": what the noun before the comma says of the name.
void vote_by_apposed_noun(const Analysis& a, const Name& name, Votes& votes);

/// "X, the former head of ...", "X, a militant group": what the noun behind the comma, from token `from` on, says of the name.
void vote_by_apposition(const Analysis& a, const Name& name, std::uint32_t from, std::uint32_t limit, Votes& votes);

/// An office that persons hold, not states or bodies.
bool of_persons(OfficeKind office);

}  // namespace entente::entity
