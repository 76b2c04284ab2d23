#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "relation/matcher.hpp"

namespace entente::relation {

/// Whose a deed is that a phrase takes up after it was told: "denounced the move", "welcomed Saturday's deal", "called it a farce".
class ToldDeeds {
 public:
  /// @param told the statements of the frames so far, in order of the text.
  ToldDeeds(const Reader& reader, const Frames& frames, const std::vector<Statement>& told) : r_(reader), frames_(frames), told_(told) {}

  /// The noun or pronoun among the frame's targets that takes up a deed and names no author of its own; Tree::npos where there is none.
  std::uint32_t taken_up(const Frame& frame, std::uint32_t trigger) const;
  /// The noun among the frame's targets that sums up the clause before it ("X closed the port, a move that Y condemned"); Tree::npos if none.
  std::uint32_t summing_up(const Frame& frame, std::uint32_t trigger) const;
  /// Who does what the clause tells that the noun sums up, none of them in `apart`.
  /// @param denies the predicate may be the mere denial of a charge
  ActorList summed_up(std::uint32_t noun, bool denies, const ActorList& apart) const;
  /// The pronoun of a quotation that begins with a judgement ("It's a disgrace," "This is madness"), where the frame is of what a speaker says
  /// of his subject; Tree::npos if none.
  std::uint32_t judged(const Frame& frame, std::uint32_t trigger) const;
  /// Whose the last deed told before the pronoun is, none of them in `apart`.
  ActorList last_doers(std::uint32_t pronoun, const ActorList& apart) const;
  /// Its authors, none of them in `apart`.
  /// @param before only what is told up to this token counts
  /// @param denies the predicate may be the mere denial of a charge, of which the author is not opposed
  ActorList authors(std::uint32_t noun, std::uint32_t before, bool denies, const ActorList& apart) const;

  /// "the deal", "the truce": a deed of its parties.
  bool is_accord(std::uint32_t noun) const;

 private:
  using Verbs = std::vector<std::string>;
  const Verbs& verbs_of(std::uint32_t noun) const;
  std::uint32_t meant_by(std::uint32_t pronoun) const;
  void mentioned(std::uint32_t noun, const Verbs& verbs, std::uint32_t limit, std::uint32_t before, const ActorList& apart, ActorList& found) const;
  void last_read(std::uint32_t limit, std::uint32_t before, const ActorList& apart, ActorList& found) const;
  void of_lead(std::uint32_t before, const ActorList& apart, ActorList& found) const;
  void doers(std::uint32_t verb, const ActorList& apart, ActorList& found) const;
  bool is_deed(const Statement& st) const;

  const Reader& r_;
  const Frames& frames_;
  const std::vector<Statement>& told_;
};

}  // namespace entente::relation
