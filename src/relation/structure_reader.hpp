#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relation/structure.hpp"

/// What the readers of structural statements share; internal to them.
namespace entente::relation {

inline constexpr double kStated = 0.92;     ///< The phrase names office and body.
inline constexpr double kCarried = 0.7;     ///< The body comes from the context.
inline constexpr double kAffiliated = 0.79;
inline constexpr double kBelonging = 0.75;  ///< "X of Y": of which kind is told by the kinds of X and Y.

/// Reads statements off the mentions and offices of a document and gathers them.
class StructureReader {
 public:
  StructureReader(const Reader& reader, const Frames& frames, std::vector<Statement>& out) : r_(reader), frames_(frames), out_(out) {}

 protected:
  using Mention = entity::Mention;

  /// Adds a statement whose kinds the relation admits.
  /// @param any_body the target may be a city, which with a mayor is a region that he leads, or a state for which a player plays.
  void add(std::string_view relation, Statement st, bool any_body = false);
  /// A statement of two named near one another.
  void relate(std::string_view relation, const Actor& source, const Actor& target, double confidence, std::string frame);
  /// Relates a mention's entity to what it belongs to.
  void affiliate(const Mention& mention, const Actor& whole, std::string_view relation, double confidence);

  /// Countries and regions that a noun phrase names before, after "of", or as its possessor.
  /// @param name a name whose own words are left out: what they say is told by its inner names.
  /// @param places cities too.
  ActorList states_of(std::uint32_t head, bool with_possessor, const Mention* name = nullptr, bool places = false) const;

  /// "[Lagos]-based": told by the frames of what is based there.
  bool sits(std::uint32_t token) const;
  /// "[Russian]-led", "[US]-backed": of what it leads or backs, it is no seat.
  bool leads(std::uint32_t token) const;

  /// The heads of a name's appositions. "A and B, a Chilean firm," is said of B, though the parser hangs it on A.
  std::vector<std::uint32_t> appositions(const Mention& mention) const;

  /// "[Chinese] Foreign Ministry spokeswoman X": the nationality belongs to the title.
  bool in_title(std::uint32_t holder, std::uint32_t token) const;
  bool has_office(std::uint32_t holder, std::uint32_t body) const;
  Kind kind_of(std::uint32_t entity) const { return r_.mentions.entities[entity].kind; }
  const std::string& class_of(std::uint32_t entity) const;

  const Reader& r_;
  const Frames& frames_;
  std::vector<Statement>& out_;
};

/// Where organizations sit, whose they are, what they are parts of.
void read_organizations(const Reader& reader, const Frames& frames, std::vector<Statement>& out);
/// What persons are of, by names beside theirs.
void read_persons(const Reader& reader, const Frames& frames, std::vector<Statement>& out);
/// What descriptions beside persons' names say.
void read_descriptions(const Reader& reader, const Frames& frames, std::vector<Statement>& out);

}  // namespace entente::relation
