#pragma once
#include <cstdint>
#include <deque>
#include <filesystem>
#include <string_view>

#include "nlp/flat_map.hpp"
#include "nlp/text_arena.hpp"

namespace entente::nlp {

/// A distinct word form with its context-independent attributes; ids are spaCy's string ids.
struct Lexeme {
  std::string_view text;
  std::uint64_t orth = 0, norm = 0, lower = 0, prefix = 0, suffix = 0, shape = 0;
  std::uint32_t index = 0;     ///< Its number in its Lexicon.
  bool is_space = false;
  bool starts_phrase = false;  ///< A special case of several tokens may begin with it.
};

/// Norms that differ from the lower-case form: spaCy's own and the package's lexeme_norm table.
class NormTable {
 public:
  /// @throws ModelError where vocab/lookups.bin is broken; a package without that table has spaCy's norms only.
  static NormTable load(const std::filesystem::path& model_dir);
  /// spaCy's norms alone.
  NormTable();

  const std::uint64_t* find(std::uint64_t orth) const { return norms_.find(orth); }

 private:
  FlatMap<std::uint64_t> norms_;
};

/// The lexemes met so far. It grows with the text; not shared between threads.
class Lexicon {
 public:
  explicit Lexicon(const NormTable& norms) : norms_(&norms) {}

  /// The lexeme of `text` (valid UTF-8, not empty), made where it is new; `made` tells the caller. Addresses are stable until `clear`.
  const Lexeme& get(std::string_view text, std::uint64_t hash, bool* made = nullptr);
  Lexeme& last() { return lexemes_.back(); }

  std::size_t size() const { return lexemes_.size(); }
  void clear();

 private:
  const NormTable* norms_;
  FlatMap<const Lexeme*> by_hash_;
  std::deque<Lexeme> lexemes_;
  TextArena texts_;
};

}  // namespace entente::nlp
