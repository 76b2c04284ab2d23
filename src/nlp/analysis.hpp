#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "nlp/attribute_ruler.hpp"
#include "nlp/lemmatizer.hpp"
#include "nlp/text_arena.hpp"

namespace entente::nlp {

/// What ruler and lemmatizer make of tagged and parsed tokens. Words seen before with the same tag and label cost one look-up.
class WordAnalyzer {
 public:
  /// The ruler's and lemmatizer's answer; strings are views into the ruler or the Cache; tag and dep are empty where the tagger's and
  /// the parser's stand.
  struct Result {
    std::string_view tag, dep, pos, lemma;
    bool starts_phrase = false;
  };
  /// What a thread keeps from text to text.
  struct Cache {
    FlatMap<Result> results;  ///< by lexeme, tag and label
    TextArena lemmas;
    RegexScratch scratch;
    std::vector<AttributeRuler::PhraseMatch> phrases;
    void clear() {
      results.clear();
      lemmas.clear();
    }
  };

  WordAnalyzer(AttributeRuler ruler, Lemmatizer lemmatizer) : ruler_(std::move(ruler)), lemmatizer_(std::move(lemmatizer)) {}

  /// Appends one result a word of a block. Views are valid until the cache is cleared.
  /// @param keys for each word a number that fits its (tag, dep) and no other pair; below 2^32.
  void analyze(std::span<const AttributeRuler::Word> words, std::span<const std::uint32_t> keys, Cache& cache, std::vector<Result>& out) const;

 private:
  Result result(const AttributeRuler::Word& word, std::span<const std::uint32_t> phrase_rules, Cache& cache) const;
  void apply_phrases(std::span<const AttributeRuler::Word> words, Cache& cache, std::span<Result> results) const;

  AttributeRuler ruler_;
  Lemmatizer lemmatizer_;
};

}  // namespace entente::nlp
