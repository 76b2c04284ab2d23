#pragma once
#include <boost/container/small_vector.hpp>
#include <cstdint>

#include "entity/mentions.hpp"
#include "relation/arguments.hpp"

namespace entente::relation {

/// An entity as the argument of a predicate.
struct Actor {
  std::uint32_t entity = 0;
  std::uint32_t begin = 0, end = 0;  ///< Tokens of the phrase that denotes it, half-open.
  float certainty = 1.0F;            ///< Of the phrase denoting it: a name is surer than a pronoun.
  bool some = false;
};
using ActorList = boost::container::small_vector<Actor, 4>;

/// Says which entities an argument phrase denotes.
class Actors {
 public:
  Actors(const Tree& tree, const Arguments& arguments, const Lexicon& lexicon, const entity::Mentions& mentions)
      : tree_(tree), arguments_(arguments), lexicon_(lexicon), mentions_(mentions) {}

  /// The actors of the phrase headed by `token`, conjuncts included.
  /// @param author where the phrase is no actor itself, take the author of what it names: possessor, nationality, of- or by-argument.
  /// @param predicate conjuncts on its other side are left out: in "X, who leads Y, and Z met" only X leads.
  ActorList of(std::uint32_t token, bool author, std::uint32_t predicate = Tree::npos) const;
  /// Whether the token is part of a proper name and so no predicate.
  bool in_name(std::uint32_t token) const;
  bool is_one_of_several(std::uint32_t token) const;

 private:
  std::int32_t whole_name(std::uint32_t token) const;
  void single(std::uint32_t token, bool author, float certainty, int depth, ActorList& out) const;
  std::uint32_t speaker_of_clause(std::uint32_t token) const;
  bool is_led(std::uint32_t people, std::uint32_t participle) const;
  void through_phrase(std::uint32_t token, float certainty, int depth, ActorList& out) const;
  void described(std::uint32_t token, float certainty, int depth, ActorList& out) const;
  void people_of(std::uint32_t token, float certainty, int depth, ActorList& out) const;
  bool is_own_passive(std::uint32_t verb) const;
  std::uint32_t taken_up(std::uint32_t token) const;
  void author_of(std::uint32_t token, float certainty, int depth, ActorList& out) const;
  void add(const entity::Mention& mention, float certainty, ActorList& out) const;
  std::uint32_t glued_name(std::uint32_t token) const;
  void conjuncts(std::uint32_t token, boost::container::small_vector<std::uint32_t, 8>& out) const;

  const Tree& tree_;
  const Arguments& arguments_;
  const Lexicon& lexicon_;
  const entity::Mentions& mentions_;
};

}  // namespace entente::relation
