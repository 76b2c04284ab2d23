#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "nlp/config.hpp"
#include "nlp/layers.hpp"

namespace entente::nlp {

/// spaCy's Tagger: the tag with the greatest of the scores that a linear layer gives.
class Tagger {
 public:
  /// @param directory the component's, with `model` and `cfg`; @param section "components.tagger"; @param width of tok2vec.
  Tagger(const std::filesystem::path& directory, const Config& config, const std::string& section, std::size_t width);

  const std::vector<std::string>& labels() const { return labels_; }

  /// @param tokens rows of tok2vec, one a tag; @param work for the scores.
  void operator()(const Kernels& kernels, ConstRows tokens, FloatBuffer& work, std::span<std::uint16_t> tags) const;

 private:
  std::vector<std::string> labels_;
  Affine scores_;
  std::vector<float> mask_;  // minus infinity for the columns that are no tags
};

}  // namespace entente::nlp
