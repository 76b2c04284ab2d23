#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/article.hpp"
#include "entente/nlp.hpp"
#include "entity/phrase_index.hpp"

namespace entente::entity {

/// Reading of a sentence's capital letters.
enum class Casing : std::uint8_t {
  sentence,  ///< as usual: a capital inside a sentence is a name's
  title,     ///< a headline in which most words have capitals: they say nothing
  capitals,  ///< all in capitals
};

/// The tokens of a document as the entity layer looks at them. Refers to the document, which must outlive it. Token indices are the
/// document's; every accessor takes an index below size().
class Text {
 public:
  Text(const Article& article, const nlp::Document& document);

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  const nlp::Document& document() const { return *document_; }
  const nlp::Token& token(std::uint32_t i) const { return tokens_[i]; }
  std::string_view form(std::uint32_t i) const { return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin); }
  std::string_view lower(std::uint32_t i) const { return lower_[i]; }
  std::string_view tag(std::uint32_t i) const { return token(i).tag; }
  std::string_view pos(std::uint32_t i) const { return token(i).pos; }
  std::string_view dep(std::uint32_t i) const { return token(i).dep; }
  std::uint32_t head(std::uint32_t i) const { return token(i).head; }
  std::uint32_t sentence(std::uint32_t i) const { return token(i).sentence; }
  nlp::Span sentence_span(std::uint32_t sentence) const { return sentences_[sentence]; }
  std::uint32_t sentence_begin(std::uint32_t i) const { return sentence_span(sentence(i)).begin; }
  std::uint32_t sentence_end(std::uint32_t i) const { return sentence_span(sentence(i)).end; }

  /// Begins with a capital letter (or a digit followed by letters: "4chan").
  bool cap(std::uint32_t i) const { return flags_[i] & flag_cap; }
  /// Two capital letters at least and no small one: "NATO", "U.S.", "G-20".
  bool acronym(std::uint32_t i) const { return flags_[i] & flag_acronym; }
  bool space(std::uint32_t i) const { return flags_[i] & flag_space; }
  bool punctuation(std::uint32_t i) const { return flags_[i] & flag_punctuation; }
  bool opening_quote(std::uint32_t i) const { return flags_[i] & flag_open; }
  bool closing_quote(std::uint32_t i) const { return flags_[i] & flag_close; }
  bool quote(std::uint32_t i) const { return flags_[i] & (flag_open | flag_close); }
  /// Where a capital is due to the place: first word of a sentence, after an opening quotation mark, a colon or a dash.
  bool initial(std::uint32_t i) const { return flags_[i] & flag_initial; }
  /// "-" or its kin without a space on either side.
  bool hyphen(std::uint32_t i) const { return flags_[i] & flag_hyphen; }
  bool possessive(std::uint32_t i) const { return token(i).tag == "POS"; }
  /// No white space between token i and token i + 1.
  bool joined(std::uint32_t i) const { return i + 1 < size() && token(i).end == token(i + 1).begin; }

  Casing casing(std::uint32_t i) const { return casing_[sentence(i)]; }
  std::uint32_t paragraph(std::uint32_t i) const { return paragraph_[i]; }
  bool headline(std::uint32_t i) const { return flags_[i] & flag_headline; }

  /// Tokens [begin, end) as in the text, white space as single spaces.
  std::string surface(std::uint32_t begin, std::uint32_t end) const;
  /// Folded, lower case (see fold_lower).
  std::string key(std::uint32_t begin, std::uint32_t end) const;
  /// Longest phrase of `index` that starts at `begin` and ends before `limit`; returns its end and id, or {begin, none}.
  /// @param folded pieces as folded_piece (names) or as lower_piece (words).
  struct Found {
    std::uint32_t end = 0, id = PhraseIndex::none;
  };
  Found longest(const PhraseIndex& index, std::uint32_t begin, std::uint32_t limit, bool lower) const;

  /// Tokens whose head is i, ascending; i itself is not among them.
  std::span<const std::uint32_t> children(std::uint32_t i) const {
    return std::span(children_).subspan(first_child_[i], first_child_[i + 1] - first_child_[i]);
  }
  /// The child of i with one of two labels; none (0xFFFFFFFF) where there is none.
  std::uint32_t child(std::uint32_t i, std::string_view dep, std::string_view or_dep = {}) const;
  std::uint32_t subject(std::uint32_t verb) const { return child(verb, "nsubj", "nsubjpass"); }

  /// The token of [begin, end) that the others hang on.
  std::uint32_t span_head(std::uint32_t begin, std::uint32_t end) const;

 private:
  enum : std::uint16_t {
    flag_cap = 1, flag_acronym = 2, flag_space = 4, flag_punctuation = 8, flag_open = 16, flag_close = 32, flag_initial = 64,
    flag_hyphen = 128, flag_headline = 256
  };
  void read_tokens();
  void read_paragraphs(const Article& article);
  void read_single_quotes();
  bool ends_in_stop(nlp::Span s) const;
  void read_initials();
  void read_casing();
  void read_children();

  const nlp::Document* document_;
  // The document's own: asked for at every step.
  std::span<const nlp::Token> tokens_;
  std::span<const nlp::Span> sentences_;
  std::string_view text_;
  std::vector<std::uint16_t> flags_;
  std::vector<std::uint32_t> paragraph_;
  std::vector<Casing> casing_;
  std::vector<std::uint32_t> first_child_, children_;
  /// Folded pieces in their own case and in lower case; empty for a hyphen. `lead_`: a space goes before the piece.
  std::vector<std::string_view> lower_, piece_, lower_piece_;
  std::vector<bool> lead_;
  std::string arena_;
};

}  // namespace entente::entity
