#pragma once
#include "entity/analysis.hpp"

namespace entente::entity {

/// What may stand between an office and its holder's name.
class OfficeGaps {
 public:
  explicit OfficeGaps(const Analysis& a) : a_(a), t_(a.text) {}

  /// "his police chief, Gen. Ana Ruiz": past a rank or title of address that stands right before the name; `i` where none does.
  std::uint32_t past_rank(std::uint32_t i, bool after_comma) const;
  /// "Colombia's ambassador in Lima, Juan Ortega,": past where he is posted.
  std::uint32_t past_place(std::uint32_t i, std::uint32_t limit) const;
  /// "Palau's envoy on oceans, Ana Ruiz,", "its commissioner for peace and security Li Wei": past what he is for.
  std::uint32_t past_field(std::uint32_t i, std::uint32_t limit) const;
  /// "its chief, [Norway]'s Ana Berg,": the name of where the holder is from, if `n` is one; nullptr otherwise.
  const Name* owner_before(const Name* n) const;
  /// "Ana Ruiz of [Chile], president of", "Li Wei of the [Greens], head of": the person before what he is of; `last` itself where there is none.
  const Name* whose(const Name* last) const;
  const Name* name_starting(std::uint32_t i) const;
  const Name* name_ending(std::uint32_t end) const;

 private:
  static bool person(const Name* n) { return n && n->type == Type::person && n->entity != none; }

  const Analysis& a_;
  const Text& t_;
};

}  // namespace entente::entity
