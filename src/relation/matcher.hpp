#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "relation/actors.hpp"
#include "relation/context.hpp"
#include "relation/frame.hpp"

namespace entente::relation {

/// A relation read at one place of the text, before the statements of a document are merged into edges.
struct Statement {
  std::uint16_t relation = 0;
  std::uint32_t source = 0, target = 0;  ///< Entity indices.
  std::uint32_t source_token = 0, target_token = 0;  ///< Where each is named.
  std::uint32_t trigger = Tree::npos;    ///< The predicate's token; npos where a name or title made the statement.
  std::uint32_t phrase = Tree::npos;              ///< The verb that carries the predicate ("[hold] talks"), or the trigger itself: one phrase gives one edge.
  Status status = Status::asserted;
  std::int32_t claimant = -1;            ///< Entity index, or -1.
  double confidence = 1.0;
  std::uint32_t begin = 0, end = 0;      ///< Tokens that show it, half-open.
  std::string frame;                     ///< Name of the frame or rule that made it.
  bool some = false;
};

/// Why a frame whose trigger is in the sentence did or did not fire; for `explain`.
struct Trace {
  std::string_view frame;  ///< Its name.
  std::uint32_t trigger = 0;
  std::string verdict;  ///< "fired", or what was missing
};

/// One document as the relation layer reads it: its trees, arguments, actors and context.
struct Reader {
  Reader(const nlp::Document& document, const entity::Mentions& all_mentions, const Lexicon& words, const Frames& frames)
      : tree(document, [&frames](std::string_view lemma) { return frames.is_verb(lemma); }),
        mentions(all_mentions),
        lexicon(words),
        arguments(tree, lexicon, mentions),
        actors(tree, arguments, lexicon, mentions),
        context(tree, arguments, lexicon, mentions) {}
  Tree tree;
  const entity::Mentions& mentions;
  const Lexicon& lexicon;
  Arguments arguments;
  Actors actors;
  Context context;
};

/// Runs every frame on every predicate of the document.
/// @param trace if set, is told of every frame whose trigger occurs.
std::vector<Statement> match_frames(const Reader& reader, const Frames& frames, const std::function<void(const Trace&)>& trace = {});

}  // namespace entente::relation
