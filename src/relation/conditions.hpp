#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relation/matcher.hpp"

namespace entente::relation {

/// What frames ask of a document's words: whether a trigger is there, and whether its arguments are as the conditions want them.
class Conditions {
 public:
  Conditions(const Reader& reader, const Frames& frames);

  /// Numbers (Frames::word) of a token's lemma and of its form.
  std::uint32_t lemma(std::uint32_t t) const { return lemma_[t]; }
  std::uint32_t form(std::uint32_t t) const { return form_[t]; }
  /// The verb of a noun in -ing that no frame knows as a noun ("Spain's banning of X"), by number; 0 for all others.
  std::uint32_t deed_of(std::uint32_t t) const;
  /// Whether the trigger's word, class and particles are there at t.
  bool is_there(const Trigger& trigger, std::uint32_t t) const;
  /// Arguments::find by Route::id, its last answer kept for each: many frames of one trigger ask for the same. Valid until the next call with it.
  const ArgumentList& arguments(std::uint32_t route, std::uint32_t t) const {
    auto& kept = kept_[route];
    if (kept.token != t) {
      kept.token = t;
      kept.found = r_.arguments.find(t, frames_.paths()[route]);
    }
    return kept.found;
  }
  /// False where the trigger's frame cannot fire for want of an argument.
  bool may_fire(const Trigger& trigger, std::uint32_t t) const {
    return std::none_of(trigger.needs.begin(), trigger.needs.end(), [&](auto route) { return route != Trigger::none && arguments(route, t).empty(); });
  }
  /// Whether the arguments of t are what the condition asks.
  bool holds(const Condition& condition, std::uint32_t t) const;

 private:
  bool is_money(std::uint32_t t) const;
  bool is_phrasal(std::uint32_t verb) const;
  bool below(std::uint32_t verb, std::uint32_t particle) const;
  bool begins_name(std::uint32_t token) const;
  bool denotes_actor(const ArgumentList& found) const;
  bool conjunct_contained(const Words& lemmas, std::uint32_t t) const;
  bool of_kind(const Kinds& kinds, std::uint32_t t) const;
  bool of_class(const std::vector<std::string>& classes, std::uint32_t t) const;
  bool is_infinitive(std::uint32_t verb) const;
  bool is_wish(std::uint32_t verb) const;
  bool contains(const Words& words, std::uint32_t t) const;
  bool is_lower_rank(std::uint32_t t) const;
  bool is_compound(std::string_view word, std::uint32_t t) const;
  std::uint32_t counted(std::uint32_t t) const;

  const Reader& r_;
  const Frames& frames_;
  std::vector<std::uint32_t> lemma_, form_;
  struct Kept {
    std::uint32_t token = Tree::npos;
    ArgumentList found;
  };
  mutable std::vector<Kept> kept_;  ///< Per route.
};

}  // namespace entente::relation
