#pragma once
#include <filesystem>
#include <iosfwd>
#include <memory>

#include "entente/article.hpp"
#include "entente/nlp.hpp"
#include "entente/record.hpp"

namespace entente {

/// Reads articles into records: entity and relation layers over the NLP runtime. Immutable after loading; safe to share
/// between threads.
class Extractor {
 public:
  /// @param data the project's data directory (holds entities/ and relations/). @param names a user's file of further
  /// names and spellings (docs/formats.md), or none. @throws InputError naming the file and JSON pointer.
  explicit Extractor(const std::filesystem::path& data, const std::filesystem::path& names = {});
  Extractor(Extractor&&) noexcept;
  ~Extractor();

  /// Article (segmented) and the analysis of its headline and body blocks → record. Deterministic.
  Record extract(const Article& article, const nlp::Document& document) const;

  /// Writes for people how the document is read: each sentence's parse as a tree, the actors and why names were joined,
  /// the propositions, the frames that fired and those whose trigger occurs but which did not, with what they missed.
  void explain(std::ostream& out, const Article& article, const nlp::Document& document) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Segments the article and analyses its headline and body blocks.
nlp::Document parse(const nlp::Pipeline& pipeline, Article& article);

/// Segments, parses and extracts.
Record extract(const Extractor& extractor, const nlp::Pipeline& pipeline, Article article);

}  // namespace entente
