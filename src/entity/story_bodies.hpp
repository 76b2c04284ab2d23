#pragma once
#include <cstdint>
#include <string_view>

#include "entity/analysis.hpp"

/// Bodies that a text is of, or of which it names but one: whose office a bare title is. Each answer is a draft, or `none`. Internal.
namespace entente::entity {

/// The city, or else the province, that a local story is of: named most, in its headline and first lines above all.
std::uint32_t local_seat(Analysis& a, bool province);

/// "the presiding judge": the only court of the text.
std::uint32_t only_court(const Analysis& a);

/// "Justice X": the court that the sentence with the title or the one before names last, or the only one.
std::uint32_t court_before(const Analysis& a, std::uint32_t title);

/// "Speaker X": the only parliament.
std::uint32_t only_parliament(const Analysis& a);

/// "Councilman X": the only city council.
std::uint32_t only_council(const Analysis& a);

/// "Senator X", "the lawmaker": the only chamber of such members, of the holder's state where both are known.
std::uint32_t only_chamber(const Analysis& a, std::string_view title, std::uint32_t holder);

/// The firm, club, school or paper that the story is of: named far more often than any other organization.
std::uint32_t firm_of_story(Analysis& a);

/// "The club has put X up for sale. Manager Y said": the firm, club or paper that the sentence with the title, or else the one before it, has for
/// a subject.
std::uint32_t firm_near(const Analysis& a, std::uint32_t title);

/// The team, a state's too, that the sentence with the title or the one before it has for a subject, or else the one that the story is of.
std::uint32_t team_near(const Analysis& a, std::uint32_t title);

}  // namespace entente::entity
