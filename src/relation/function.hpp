#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace entente::relation {

/// A canonical function of a predicate's argument (docs/frames.md, "Predicates and their arguments"). `premodifier` is what `mod` means in a
/// frame's conditions: every word before a noun, not only names.
struct Function {
  enum class Kind { subj, obj, iobj, poss, mod, premodifier, comp, purpose, condition, clause, bearer, quote, between, speaker, host, parties, next, prep } kind = Kind::subj;
  /// Of a prepositional function: its words in order, e.g. {"out", "of"}; of `host`: the preposition that the predicate must stand under, if any.
  std::vector<std::string> words;
};

/// Functions chained by dots: "obj.of" is the of-argument of the object.
using Path = std::vector<Function>;

/// Reads "subj", "with", "out_of", "obj.of" ... Any word that is no named function is a preposition.
Path parse_path(std::string_view text);

}  // namespace entente::relation
