#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "nlp/config.hpp"
#include "nlp/layers.hpp"

namespace entente::nlp {

/// The network of spaCy's TransitionBasedParser after tok2vec. A state is seen through `features()` of its tokens (words on the stack, in
/// the buffer, children ...); what a token contributes in each of these places is computed once for the token:
///   reduced = linear(tok2vec), contributions = lower(reduced),
/// and the scores of a state's transitions are upper(maxout(the sum of its tokens' contributions + bias)).
class TransitionModel {
 public:
  /// @param section of the configuration, e.g. "components.parser.model"; @param tokens the width of tok2vec; @param moves the number
  /// of transitions; @param features how many tokens a state is seen through.
  TransitionModel(const ModelFile& file, const Config& config, const std::string& section, std::size_t tokens, std::size_t moves,
                  std::size_t features);

  std::size_t features() const { return features_; }
  std::size_t reduced_size() const { return reduce_.columns(); }
  /// Floats of one token's contributions; the one to feature f begins at f × feature_size().
  std::size_t contributions_size() const { return lower_.columns(); }
  std::size_t feature_size() const { return bias_.size(); }
  std::size_t hidden_size() const { return groups_ * kPanel; }
  std::size_t scores_size() const { return use_upper_ ? upper_.columns() : hidden_size(); }

  void reduce(const Kernels& kernels, ConstRows tokens, std::size_t count, Rows out) const { reduce_(kernels, tokens, count, out); }
  void contribute(const Kernels& kernels, ConstRows reduced, std::size_t count, Rows out) const {
    lower_(kernels, reduced, count, out);
  }
  /// What stands for a missing token; as contributions.
  const float* padding() const { return padding_.data(); }

  /// @param contributions one pointer a feature, to its part of the token's contributions; @param out hidden_size() floats.
  void hidden(const Kernels& kernels, std::span<const float* const> contributions, float* out) const {
    kernels.sum_maxout(contributions, bias_.data(), groups_, pieces_, out);
  }
  /// @param out rows of scores_size() floats, the first of them the transitions' scores.
  void scores(const Kernels& kernels, ConstRows hidden, std::size_t count, Rows out) const;

 private:
  void load_lower(const ModelFile& file, const ModelFile::Node& node, std::size_t hidden, std::size_t inputs);

  std::size_t features_, pieces_ = 0, groups_ = 0;
  bool use_upper_;
  Affine reduce_, lower_, upper_;
  std::vector<float> bias_, padding_;
};

}  // namespace entente::nlp
