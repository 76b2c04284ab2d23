#pragma once
#include <cstdint>
#include <optional>

#include "entente/record.hpp"
#include "entity/mentions.hpp"
#include "relation/arguments.hpp"

namespace entente::relation {

/// Who is said to claim something: entity index and the token that names it.
struct Claimant {
  std::uint32_t entity = 0;
  std::uint32_t token = 0;
};

/// What surrounds a predicate: modality, future, wish, negation, and to whom the claim is attributed.
class Context {
 public:
  Context(const Tree& tree, const Arguments& arguments, const Lexicon& lexicon, const entity::Mentions& mentions)
      : tree_(tree), arguments_(arguments), lexicon_(lexicon), mentions_(mentions) {}

  /// @param attempt_counts an attempt is as good as the deed (relations of conflict); else it is a plan.
  Status status(std::uint32_t predicate, bool attempt_counts) const;

  /// The innermost named source of the clause that holds `predicate`: subject of a verb of speech above it, "according to X", or the
  /// speaker of the quotation it stands in.
  std::optional<Claimant> claimant(std::uint32_t predicate) const;

 private:
  struct Reading;  // what has been gathered on the way up
  void read_predicate(std::uint32_t predicate, Reading& reading, bool itself) const;
  void read_verb(std::uint32_t verb, Reading& reading) const;
  void read_noun(std::uint32_t noun, Reading& reading, bool itself) const;
  bool is_answered(std::uint32_t noun, std::uint32_t verb) const;
  bool came_about(std::uint32_t verb) const;
  bool semicolon_between(std::uint32_t begin, std::uint32_t end) const;
  bool has_yet(std::uint32_t verb, std::uint32_t infinitive) const;
  std::optional<Claimant> asker(std::uint32_t wanted) const;
  bool is_taken(std::uint32_t chance) const;
  std::uint32_t read_governor(std::uint32_t predicate, Reading& reading) const;
  void apply(Operator op, Reading& reading) const;
  std::optional<Operator> operator_of(const WordMap<Operator>& map, std::uint32_t token) const;
  std::optional<Claimant> speaker(std::uint32_t verb) const;
  std::optional<Claimant> according_to(std::uint32_t token) const;
  std::optional<Claimant> named(std::uint32_t token) const;

  const Tree& tree_;
  const Arguments& arguments_;
  const Lexicon& lexicon_;
  const entity::Mentions& mentions_;
};

}  // namespace entente::relation
