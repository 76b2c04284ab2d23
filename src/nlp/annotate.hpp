#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "nlp/config.hpp"

/// The boundary between the text side (tokenizer, attributes, rules) and the neural side (tok2vec, tagger, parser, NER) of the runtime.
namespace entente::nlp {

/// The lexical attributes the embeddings read. All are string ids (spaCy's 64-bit hashes, "" is 0) except spacy and is_space (0 or 1).
enum class LexAttr : std::uint8_t { norm, prefix, suffix, shape, lower, orth, spacy, is_space, count };

/// Attributes of the tokens of one block: values[attribute][token]; every attribute has one entry a token.
struct TokenFeatures {
  std::vector<std::uint64_t> values[static_cast<std::size_t>(LexAttr::count)];

  std::vector<std::uint64_t>& operator[](LexAttr a) { return values[static_cast<std::size_t>(a)]; }
  const std::vector<std::uint64_t>& operator[](LexAttr a) const { return values[static_cast<std::size_t>(a)]; }
  std::size_t size() const { return values[0].size(); }
};

/// What the neural components say of a block of n tokens; every vector has n entries. Heads are indices in the block (a root is its own
/// head); tag, dep and ent are indices into the Annotator's labels (ent only where iob is not 0).
struct Annotation {
  std::vector<std::uint16_t> tag, dep, ent;
  std::vector<std::uint32_t> head;
  std::vector<char> sent_start;  ///< 1 where a sentence begins.
  std::vector<char> iob;         ///< 0 outside, 1 begins an entity, 2 inside one.
};

struct Kernels;

/// The neural components of a model package. Immutable after loading.
class Annotator {
 public:
  /// @param kernels one of available_kernels(), or null for the fastest; the answers are the same.
  /// @throws ModelError naming the file and the part that is missing, truncated or of an unknown architecture.
  static Annotator load(const std::filesystem::path& model_dir, const Config& config, const Kernels* kernels = nullptr);
  Annotator(Annotator&&) noexcept;
  Annotator& operator=(Annotator&&) noexcept;
  ~Annotator();

  /// Analyses each block by itself (out[i] is blocks[i]'s, resized here): the result for a block does not depend on the others.
  /// Safe to call from several threads at once.
  void annotate(std::span<const TokenFeatures> blocks, std::span<Annotation> out) const;

  std::span<const std::string> tag_labels() const;
  std::span<const std::string> dep_labels() const;  ///< Without projectivity marks ("||").
  std::span<const std::string> ent_labels() const;

 private:
  struct Impl;
  explicit Annotator(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::nlp
