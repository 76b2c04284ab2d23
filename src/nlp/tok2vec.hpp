#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "nlp/lexeme_cache.hpp"
#include "nlp/maxout_window_encoder.hpp"
#include "nlp/multi_hash_embed.hpp"

namespace entente::nlp {

/// A run of a block's tokens, half-open.
struct TokenRange {
  const TokenFeatures* block;
  std::size_t begin, end;

  std::size_t size() const { return end - begin; }
};

/// spaCy's Tok2Vec: a vector for each token in its context. What depends on the lexeme alone is remembered.
class Tok2Vec {
 public:
  /// Buffers of `operator()`.
  struct Workspace {
    struct Missing {
      std::uint64_t hash;
      std::size_t position;
    };
    std::vector<const float*> lexemes;
    std::vector<std::uint64_t> keys, missing_keys;
    std::vector<Missing> missing;
    std::vector<MaxoutWindowEncoder::Segment> segments;
    FloatBuffer rows;
    MultiHashEmbed::Workspace embed;
    MaxoutWindowEncoder::Workspace encode;
  };

  /// @param section of the configuration, e.g. "components.tok2vec.model".
  Tok2Vec(const ModelFile& file, const Config& config, const std::string& section, std::shared_ptr<const Vectors> vectors);

  std::size_t width() const { return encode_.width(); }

  /// The vectors of all ranges' tokens, range after range, in rows of padded(width()) columns.
  void operator()(const Kernels& kernels, std::span<const TokenRange> ranges, Workspace& work, Rows out) const;

 private:
  void find_lexemes(const Kernels& kernels, std::span<const TokenRange> ranges, LexemeCache::Tables& tables,
                    Workspace& work) const;
  const float* find(LexemeCache::Tables& tables, const std::uint64_t* key, std::uint64_t hash) const;
  void add_missing(const Kernels& kernels, const LexemeCache::Tables& tables, Workspace& work) const;

  MaxoutWindowEncoder encode_;
  MultiHashEmbed embed_;
  std::unique_ptr<LexemeCache> cache_;
};

/// Whether the section's architecture and those of its parts are known. @throws ModelError otherwise.
void check_tok2vec(const Config& config, const std::string& section);

}  // namespace entente::nlp
