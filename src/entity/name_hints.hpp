#pragma once
#include "entity/analysis.hpp"
#include "entity/name_votes.hpp"

namespace entente::entity {

/// What set phrases around a name and the forms of firms say of its kind: "Dana Ruiz Inc.", "a reporter at the Argus", "X as army chief".
void vote_by_phrases(const Analysis& a, const Name& name, Votes& v);

/// "Lake Malawi", "Mount Kenya": begins with what it is, a part of the land.
bool begins_with_feature(const Text& text, const Name& name);

/// "Environment Canada", "Statistics Norway": what states' agencies are called by, before the name of the state.
bool is_agency_task(std::string_view lower);

/// Stands right behind "told" or "tells", an article between them at most.
bool is_told(const Text& text, std::uint32_t begin);

/// "Local 12", "Radio 4": the number behind the word belongs to the name.
bool takes_number(std::string_view lower);

/// "Zamora Hawks", "Northport Wanderers": what teams are called by, behind the name of a place.
bool team_word(std::string_view lower);

}  // namespace entente::entity
