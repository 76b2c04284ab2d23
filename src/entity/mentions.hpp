#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/article.hpp"
#include "entente/nlp.hpp"
#include "entente/record.hpp"

/// The entity layer's answer for one document; the relation layer reads it and nothing else of the entity layer.
namespace entente::entity {

class Gazetteer;

/// How a token comes to denote an entity.
enum class MentionKind : std::uint8_t {
  name,       ///< a proper name: "Sergey Lavrov", "CELAC", "Havana"
  adjective,  ///< an adjective of nationality or region before or as a noun: "Russian", "Latin American"
  metonym,    ///< a capital or seat that stands for its state: "Moscow", "the Kremlin"
  body,       ///< a state's or region's body or people named only by nationality: "the Russian government", "Israeli troops",
              ///< "Latin American states", "Mexican officials", "the Mexicans"
  role,       ///< a role or description resolved to an entity: "the minister", "the bloc", "the top Russian diplomat"
  pronoun,    ///< "he", "its", "they", "we", "who", "which"
};

/// A phrase that denotes one or several entities ("the two leaders", "Latin American and Caribbean states").
struct Mention {
  std::uint32_t begin = 0, end = 0;  ///< Tokens, half-open: the name or description without its determiner's and modifiers' clauses.
  std::uint32_t head = 0;            ///< The token that syntactically heads the phrase within the sentence.
  MentionKind kind = MentionKind::name;
  bool some = false;                 ///< A limited part of it: "some Latin American nations".
  std::string_view rule;             ///< Of a name: what joined it to its entity ("surname", "acronym", "names file" ...); empty for the first.
  std::vector<std::uint32_t> entities;  ///< Indices into Mentions::entities, ascending; at least one.
};

/// The kinds of office a role noun denotes (data/entities/titles.json).
enum class OfficeKind : std::uint8_t {
  leads,            ///< president, prime minister, chief executive, secretary-general, king, mayor, coach
  holds_office_in,  ///< minister, ambassador, spokesman, senator, general, judge, deputy ...
  chairs,           ///< chairman, chairwoman, chair of a company, federation, committee
  works_for,        ///< analyst, correspondent, professor, player
  member_of,        ///< member, lawmaker of a party
  founded,          ///< founder, co-founder
  owns,             ///< owner, proprietor, shareholder
  succeeds,         ///< successor, predecessor (then source and target swap)
  kin,              ///< wife, son, brother
};

/// A role that the text gives to a person (title, apposition, copula or "X's president, Y"): who, what and of what.
struct Office {
  std::uint32_t holder = 0;                 ///< Entity index: the person (rarely an organization or country: "Mexico, chair of CELAC").
  std::vector<std::uint32_t> bodies;        ///< Entity indices: the states or organizations it is an office of; may be empty.
  OfficeKind kind = OfficeKind::holds_office_in;
  std::string title;                        ///< Lower-case role words as in the text: "foreign minister".
  bool former = false;                      ///< "former", "ex-", "then", "late" before the role.
  bool coming = false;                      ///< "is to be minister", "will become chairman", "president-elect".
  std::uint32_t begin = 0, end = 0;         ///< Tokens that show it, half-open: "Russian Foreign Minister Sergey Lavrov".
  std::uint32_t head = 0;                   ///< The role noun's token.
  bool in_text = true;                      ///< The body stands in the phrase; false where it was carried over from the context.
};

/// A direct quotation and who speaks it.
struct Quote {
  std::uint32_t begin = 0, end = 0;         ///< Tokens, half-open, quotation marks included.
  std::uint32_t speaker = 0;                ///< Entity index.
};

/// All entities of a document and where each is denoted.
struct Mentions {
  std::vector<Entity> entities;             ///< ids "e1".. in order of first mention; names, kinds, countries, refs filled in.
  /// Per entity: the class of an organization as data/entities/organizations.json has it ("ministry", "medium", "party", "army" ...), from
  /// the gazetteer or from the noun of the name ("Russian Foreign Ministry"); empty for other kinds and where unknown.
  std::vector<std::string> classes;
  /// Per entity: of a capital or seat that is a mere place here, the entity of the state for which it may stand ("took aim at Zagreb"); -1
  /// for all others.
  std::vector<std::int32_t> seat_of;
  std::vector<Mention> mentions;            ///< Ascending by begin. May nest ("Russian" inside "Russian Foreign Ministry").
  std::vector<Office> offices;              ///< Ascending by begin.
  std::vector<Quote> quotes;                ///< Those whose speaker is known; ascending, disjoint.

  /// Index into `mentions` of the widest mention that `token` heads; -1 where it heads none.
  std::int32_t headed_by(std::uint32_t token) const;
  /// Index into `mentions` of the narrowest mention that contains `token`; -1 where none does.
  std::int32_t containing(std::uint32_t token) const;

  std::vector<std::int32_t> by_head, by_token;  ///< Per token; filled by `resolve`.
};

/// Finds and resolves every entity of the document.
Mentions resolve(const Article& article, const nlp::Document& document, const Gazetteer& gazetteer);

}  // namespace entente::entity
