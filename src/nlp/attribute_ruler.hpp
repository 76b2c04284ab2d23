#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/lexeme.hpp"
#include "nlp/regex.hpp"

namespace entente::nlp {

/// spaCy's attribute ruler: token patterns that set the coarse part of speech, features, lemma, tag or label of a token. Rules are
/// applied in their order, later ones over earlier ones, all on what the tagger and parser said. Immutable after loading.
class AttributeRuler {
 public:
  /// What patterns look at; tag and dep are string ids.
  struct Word {
    const Lexeme* lexeme = nullptr;
    std::uint64_t tag = 0, dep = 0;
  };
  /// What the rules set; empty where none did ("_" for empty features is empty too). Views into the ruler.
  struct Outcome {
    std::string_view tag, dep, pos, morph, lemma;
  };
  /// A rule of several tokens that fits, and the token it changes.
  struct PhraseMatch {
    std::uint32_t token = 0, rule = 0;
  };

  /// @throws ModelError naming the file and what of a pattern is broken or not supported.
  static AttributeRuler load(const std::filesystem::path& model_dir);

  /// What the rules of one token say of `word`, and of the rules of several tokens those in `phrase_rules` (ascending).
  Outcome apply(const Word& word, std::span<const std::uint32_t> phrase_rules, RegexScratch& scratch) const;
  /// Whether a rule of several tokens may begin at `word`.
  bool starts_phrase(const Word& word, RegexScratch& scratch) const;
  /// Appends the rules of several tokens that fit at `begin`.
  void match_phrases(std::span<const Word> words, std::uint32_t begin, RegexScratch& scratch, std::vector<PhraseMatch>& out) const;

 private:
  friend class AttributeRulerReader;
  enum class Attribute : std::uint8_t { orth, lower, tag, dep, shape, prefix, suffix, is_space };
  struct Test {
    Attribute attribute{};
    bool negated = false;
    std::vector<std::uint64_t> values;
    std::optional<Regex> regex;  ///< instead of values
  };
  using Pattern = std::vector<std::vector<Test>>;  ///< token → tests that must all hold
  struct Rule {
    std::vector<Pattern> alternatives;
    std::int64_t index = 0;  ///< the token that is changed; from the end where negative
    std::string tag, dep, pos, morph, lemma;
    bool sets_morph = false;
  };

  static bool fits(const Test& test, const Word& word, RegexScratch& scratch);
  static bool fits(const std::vector<Test>& tests, const Word& word, RegexScratch& scratch);

  using RuleList = std::vector<std::uint32_t>;
  void index_rule(std::uint32_t rule);
  void collect(const FlatMap<RuleList>& lists, std::uint64_t key, RuleList& out) const;

  std::vector<Rule> rules_;
  RuleList phrase_rules_;                             ///< those with a pattern of several tokens
  FlatMap<RuleList> by_lower_, by_orth_, by_tag_, by_dep_;  ///< rules of one token by a value that the token must have
  RuleList any_;                                      ///< rules of one token that no single value tells
};

}  // namespace entente::nlp
