#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "entity/mentions.hpp"
#include "relation/function.hpp"
#include "relation/lexicon.hpp"
#include "relation/tree.hpp"

namespace entente::relation {

/// The head token of an argument phrase and how sure its attachment is, in [0, 1]. Of arguments of different rank the lowest rank that
/// denotes an actor counts: the others are second choices ("US support": US; "the support that it announced": its subject).
struct Argument {
  std::uint32_t token = 0;
  float certainty = 1.0F;
  std::uint8_t rank = 0;
};
using ArgumentList = std::vector<Argument>;

/// The proposition layer: finds the arguments of predicates in their canonical functions, the same for actives and passives, relative
/// clauses, control, participles, coordination, nominalizations with their support verbs, copulas and appositions.
class Arguments {
 public:
  Arguments(const Tree& tree, const Lexicon& lexicon, const entity::Mentions& mentions) : tree_(tree), lexicon_(lexicon), mentions_(mentions) {}

  /// Heads of the argument phrases of `predicate` in `function`; conjuncts are not expanded, relative pronouns are replaced by their
  /// antecedents. Empty where there is none.
  ArgumentList find(std::uint32_t predicate, const Function& function) const;
  ArgumentList find(std::uint32_t predicate, const Path& path) const;

  bool is_passive(std::uint32_t verb) const;
  /// Whether the text says when a state of things ended: "led it until 2010", "was its president from 2001 to 2005".
  bool is_over(std::uint32_t predicate) const;
  /// The verb that carries a noun predicate as its object, subject (passive) or complement ("gave [support]", "[talks] were held",
  /// "is [a member]"), with npos for none. Any verb counts; whether it is a support verb is the lexicon's business.
  std::uint32_t carrier(std::uint32_t noun) const;
  /// The first member of a chain of conjuncts.
  std::uint32_t first_conjunct(std::uint32_t token) const;
  /// What a relative pronoun stands for; the token itself if it is none.
  std::uint32_t antecedent(std::uint32_t token) const;
  /// Subject of the clause as written (nsubj or nsubjpass), found through coordination, control and raising.
  std::uint32_t surface_subject(std::uint32_t predicate, int depth = 0) const;

 private:
  void follow(std::uint32_t predicate, std::span<const Function> path, float certainty, ArgumentList& out) const;
  ArgumentList verb_argument(std::uint32_t verb, const Function& function) const;
  ArgumentList noun_argument(std::uint32_t noun, const Function& function) const;
  bool is_person(std::uint32_t token) const;
  void below_means(std::uint32_t verb, ArgumentList& out) const;
  bool is_deed(std::uint32_t noun) const;
  bool is_headline_passive(std::uint32_t verb) const;
  std::uint32_t one_of_many(std::uint32_t preposition) const;
  std::uint32_t person_of(std::uint32_t noun) const;
  std::uint32_t loose_antecedent(std::uint32_t token) const;
  std::uint32_t logical_subject(std::uint32_t verb, int depth = 0) const;
  std::uint32_t appointed_person(std::uint32_t verb) const;
  std::uint32_t second_object(std::uint32_t verb) const;
  std::uint32_t swallowed_object(std::uint32_t verb) const;
  std::uint32_t given_to_subject(std::uint32_t verb) const;
  std::uint32_t logical_object(std::uint32_t verb, int depth = 0) const;
  std::uint32_t controller(std::uint32_t predicate, int depth) const;
  void noun_subject(std::uint32_t noun, ArgumentList& out, int depth = 0) const;
  void modifiers(std::uint32_t noun, ArgumentList& out) const;
  void prepositional(std::uint32_t predicate, const std::vector<std::string>& words, float certainty, ArgumentList& out) const;
  std::uint32_t host(std::uint32_t predicate, const std::vector<std::string>& prepositions) const;
  std::uint32_t name_after(std::uint32_t token) const;
  void fronted_relative(std::uint32_t verb, std::string_view preposition, ArgumentList& out) const;
  std::uint32_t relative_place(std::uint32_t predicate) const;
  std::uint32_t clause_of(std::uint32_t noun) const;
  std::uint32_t bearer_of(std::uint32_t noun) const;
  std::uint32_t next_conjunct(std::uint32_t noun) const;
  std::uint32_t named_by(std::uint32_t noun) const;
  bool is_country(std::uint32_t token) const;
  std::uint32_t possessor(std::uint32_t noun) const;
  void quoted(std::uint32_t predicate, ArgumentList& out) const;
  std::uint32_t agent_below(std::uint32_t verb) const;
  std::uint32_t speaker_shared(std::uint32_t verb) const;
  std::uint32_t relative_object(std::uint32_t verb) const;
  std::uint32_t told_relative(std::uint32_t verb) const;
  void owner(std::uint32_t noun, ArgumentList& out) const;
  bool carries_on(std::uint32_t relative_clause) const;
  bool is_carried(std::uint32_t participle) const;
  bool replaces(std::uint32_t participle) const;
  std::uint32_t praised_owner(std::uint32_t noun, std::uint32_t owner, int depth) const;
  void below_matter(std::uint32_t noun, const std::vector<std::string>& words, ArgumentList& out) const;
  void below_of(std::uint32_t noun, const std::vector<std::string>& words, ArgumentList& out) const;
  void objects_of(std::uint32_t preposition, float certainty, ArgumentList& out) const;
  ArgumentList complement(std::uint32_t predicate) const;
  void purposes(std::uint32_t predicate, ArgumentList& out, int depth = 0) const;
  void conditions(std::uint32_t predicate, ArgumentList& out, int depth = 0) const;

  const Tree& tree_;
  const Lexicon& lexicon_;
  const entity::Mentions& mentions_;
};

}  // namespace entente::relation
