#include "nlp/analysis.hpp"

#include <algorithm>

namespace entente::nlp {

WordAnalyzer::Result WordAnalyzer::result(const AttributeRuler::Word& word, std::span<const std::uint32_t> phrase_rules, Cache& cache) const {
  const AttributeRuler::Outcome outcome = ruler_.apply(word, phrase_rules, cache.scratch);
  Result out{outcome.tag, outcome.dep, outcome.pos, outcome.lemma, false};
  if (out.lemma.empty()) {
    const std::string lemma = lemmatizer_.lemma(word.lexeme->text, outcome.pos, outcome.morph);
    out.lemma = lemma == word.lexeme->text ? word.lexeme->text : cache.lemmas.store(lemma);
  }
  return out;
}

void WordAnalyzer::analyze(std::span<const AttributeRuler::Word> words, std::span<const std::uint32_t> keys, Cache& cache,
                           std::vector<Result>& out) const {
  const std::size_t first = out.size();
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const std::uint64_t key = std::uint64_t{words[i].lexeme->index} << 32 | keys[i];
    const Result* known = cache.results.find(key);
    if (!known) {
      Result fresh = result(words[i], {}, cache);
      fresh.starts_phrase = ruler_.starts_phrase(words[i], cache.scratch);
      known = &(cache.results[key] = fresh);
    }
    if (known->starts_phrase) ruler_.match_phrases(words, i, cache.scratch, cache.phrases);
    out.push_back(*known);
  }
  if (!cache.phrases.empty()) apply_phrases(words, cache, std::span(out).subspan(first));
}

/// Rare: words touched by a rule of several tokens are worked out anew.
void WordAnalyzer::apply_phrases(std::span<const AttributeRuler::Word> words, Cache& cache, std::span<Result> results) const {
  auto& matches = cache.phrases;
  std::sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.token != b.token ? a.token < b.token : a.rule < b.rule; });
  for (std::size_t i = 0; i < matches.size();) {
    const std::uint32_t token = matches[i].token;
    std::vector<std::uint32_t> rules;
    for (; i < matches.size() && matches[i].token == token; ++i) rules.push_back(matches[i].rule);
    results[token] = result(words[token], rules, cache);
  }
  matches.clear();
}

}  // namespace entente::nlp
