#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "nlp/annotate.hpp"
#include "nlp/hash_embed.hpp"
#include "nlp/layers.hpp"
#include "nlp/vectors.hpp"

namespace entente::nlp {

/// spaCy's MultiHashEmbed: a token's vector from its lexical attributes, each with a table of its own, and from its static vector where
/// the model has them, mixed by a maxout layer with layer normalization.
class MultiHashEmbed {
 public:
  /// Buffers of `operator()`.
  struct Workspace {
    FloatBuffer concatenated, vectors, pieces;
  };

  /// @param section of the configuration, e.g. "components.tok2vec.model.embed"; @param vectors used where the section asks for them.
  MultiHashEmbed(const ModelFile& file, const Config& config, const std::string& section, std::size_t width,
                 std::shared_ptr<const Vectors> vectors);

  std::size_t width() const { return width_; }
  /// The attributes that a token's vector depends on; a key holds their values in this order.
  const std::vector<LexAttr>& key() const { return key_; }

  /// The vectors of `count` keys, one behind the other in `keys`.
  void operator()(const Kernels& kernels, const std::uint64_t* keys, std::size_t count, Workspace& work, Rows out) const;

 private:
  void load_tables(const ModelFile& file, const Config& config, const std::string& section);
  void load_static(const ModelFile& file);
  void add_vectors(const Kernels& kernels, const std::uint64_t* keys, std::size_t count, Workspace& work, Rows out) const;

  std::size_t width_;
  std::vector<LexAttr> key_;
  std::vector<HashEmbed> tables_;       // of the first attributes of the key, in order
  std::shared_ptr<const Vectors> vectors_;  // null where there are none; then the key's last attribute is orth
  Affine static_;
  Affine mix_;
  std::size_t pieces_ = 0;
  std::vector<float> no_bias_;  // mix_ has it
  LayerNorm norm_;
};

}  // namespace entente::nlp
