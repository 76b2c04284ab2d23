#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "entity/analysis.hpp"

/// Words of the reports of matches that tell what stands beside them. Internal.
namespace entente::entity {

/// A word before the name of a side: "beat holders X", "against newcomers Y".
bool is_side(std::string_view word);

/// Whether a score begins at token k: "2-1", "27–26", in one token or three.
bool is_score(const Text& t, std::uint32_t k);

/// Of players of teams: "striker", "fast bowler".
bool is_player(std::string_view title);

/// "the Angola forward": is draft `e` named right before token `i` by its name, not by its adjective?
bool named_before(const Analysis& a, std::uint32_t i, std::uint32_t e);

/// "a former Canterbury wicketkeeper": a city that has players is its club.
void take_for_clubs(Analysis& a, const std::vector<std::uint32_t>& bodies);

}  // namespace entente::entity
