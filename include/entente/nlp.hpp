#pragma once
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// The NLP runtime: a native implementation of spaCy v3 CNN pipelines. It depends on nothing else of the project.
namespace entente::nlp {

/// A half-open range of bytes.
struct Range {
  std::uint32_t begin = 0, end = 0;
  friend bool operator==(const Range&, const Range&) = default;
};

/// One token. Strings are views that live as long as the Document (lemma) or the Pipeline's labels (tag, pos, dep, ...);
/// Documents keep the labels they need alive.
struct Token {
  std::uint32_t begin = 0, end = 0;  ///< Byte offsets in Document::text(), half-open.
  std::uint32_t head = 0;            ///< Index of the syntactic head in the document; a root is its own head.
  std::uint32_t sentence = 0;        ///< Index of its sentence.
  std::string_view lemma;            ///< As spaCy's lemma_.
  std::string_view tag;              ///< Fine-grained part of speech (Penn Treebank).
  std::string_view pos;              ///< Coarse part of speech (Universal Dependencies), e.g. "PROPN"; "SPACE" for white space.
  std::string_view dep;              ///< Dependency label (ClearNLP style), e.g. "nsubj", "ROOT".
  bool space_after = false;          ///< One space follows in the text.
};

/// A labelled run of tokens, half-open.
struct Span {
  std::uint32_t begin = 0, end = 0;
  std::string_view label;
};

/// A text with its analysis. Immutable once made; moves, does not copy. White space beyond single separating spaces is tokens too
/// (pos "SPACE"), as in spaCy.
class Document {
 public:
  Document();
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  std::string_view text() const;
  std::span<const Token> tokens() const;
  std::span<const Span> sentences() const;  ///< Token ranges; labels empty.
  std::span<const Span> entities() const;   ///< Non-overlapping, in order; labels as the model's NER (PERSON, ORG, GPE, NORP ...).
  std::string_view text(const Token& token) const { return text().substr(token.begin, token.end - token.begin); }

 private:
  friend class DocumentBuilder;
  struct Data;
  std::unique_ptr<Data> data_;
};

/// A loaded model package. Immutable and safe to share between threads.
class Pipeline {
 public:
  /// Loads a spaCy v3 English CNN pipeline from its directory (the one that holds config.cfg).
  /// @throws ModelError naming the file and the part that is missing, truncated or of an unknown architecture.
  static Pipeline load(const std::filesystem::path& directory);
  Pipeline(Pipeline&&) noexcept;
  Pipeline& operator=(Pipeline&&) noexcept;
  ~Pipeline();

  /// Analyses the whole text as one piece, exactly as spaCy's `nlp(text)`. @throws std::invalid_argument where it is not valid UTF-8.
  Document parse(std::string text) const;
  /// Analyses each of `blocks` (byte ranges of `text`, ascending, disjoint) by itself and joins the results: no sentence, entity or
  /// convolution window crosses a block's edge. Text between blocks has no tokens. The result for a block does not depend on the others.
  Document parse(std::string text, std::span<const Range> blocks) const;

  std::string_view name() const;     ///< e.g. "en_core_web_sm"
  std::string_view version() const;  ///< e.g. "3.8.0"

 private:
  struct Impl;
  explicit Pipeline(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

/// A model package that cannot be used. `what()` names the file and the part.
class ModelError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// CoNLL-U with `# newdoc id = ID`; MISC holds SpaceAfter=No, TokenRange=BEGIN:END (bytes) and NER=B-PERSON.. (IOB2). White space
/// inside a form is written as \s \n \t \r. FEATS is `_`.
void write_conllu(std::ostream& out, std::string_view id, const Document& document);

/// Reads what write_conllu writes (one document). Needs TokenRange to restore the text; gaps become spaces.
/// @throws std::runtime_error with the line number.
Document read_conllu(std::istream& in, std::string* id = nullptr);

}  // namespace entente::nlp
