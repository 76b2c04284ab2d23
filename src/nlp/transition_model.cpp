#include "nlp/transition_model.hpp"

#include <algorithm>

#include "nlp/architectures.hpp"

namespace entente::nlp {

TransitionModel::TransitionModel(const ModelFile& file, const Config& config, const std::string& section, std::size_t tokens,
                                 std::size_t moves, std::size_t features)
    : features_(features), use_upper_(config.boolean(section, "use_upper")) {
  const std::size_t width = positive(config, section, "hidden_width");
  const std::size_t hidden = use_upper_ ? width : moves;
  if (!file.ref("tok2vec").name.ends_with(">>linear")) file.fail("tok2vec", "does not end in a linear layer");
  const ModelFile::Node* linear = nullptr;  // has no reference of its own, and is the only one besides the upper layer
  for (const ModelFile::Node* node : file.named("linear"))
    if (!use_upper_ || node != &file.ref("upper")) linear = node;
  if (!linear) file.fail("linear", "there is none");
  reduce_ = load_linear(file, *linear, tokens, width);
  load_lower(file, file.ref("lower"), hidden, width);
  if (use_upper_) upper_ = load_linear(file, file.ref("upper"), hidden, moves);
}

void TransitionModel::load_lower(const ModelFile& file, const ModelFile::Node& node, std::size_t hidden, std::size_t inputs) {
  pieces_ = file.dim(node, "nP");
  groups_ = padded(hidden) / kPanel;
  const std::vector<float> weights = file.values(node, "W", {features_, hidden, pieces_, inputs}),
                           bias = file.values(node, "b", {hidden, pieces_}),
                           padding = file.values(node, "pad", {1, features_, hidden, pieces_});
  const std::size_t size = groups_ * kPanel * pieces_;
  bias_.assign(size, 0);
  padding_.assign(features_ * size, 0);
  lower_ = Affine(inputs, features_ * size);
  for (std::size_t o = 0; o < hidden; ++o) {
    for (std::size_t p = 0; p < pieces_; ++p) {
      const std::size_t column = maxout_column(o, p, pieces_);
      bias_[column] = bias[o * pieces_ + p];
      for (std::size_t f = 0; f < features_; ++f) {
        const std::size_t row = (f * hidden + o) * pieces_ + p;
        lower_.set_column(f * size + column, weights.data() + row * inputs, 0);
        padding_[f * size + column] = padding[row];
      }
    }
  }
}

void TransitionModel::scores(const Kernels& kernels, ConstRows hidden, std::size_t count, Rows out) const {
  if (use_upper_) return upper_(kernels, hidden, count, out);
  for (std::size_t i = 0; i < count; ++i)
    std::copy_n(hidden.data + i * hidden.stride, hidden_size(), out.data + i * out.stride);
}

}  // namespace entente::nlp
