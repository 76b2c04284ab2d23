#include "nlp/layers.hpp"

#include <algorithm>

namespace entente::nlp {

Affine::Affine(std::size_t inputs, std::size_t columns) : inputs_(inputs), panels_(padded(columns) / kPanel) {
  std::fill_n(weights_.resize(panels_ * inputs * kPanel), panels_ * inputs * kPanel, 0.0F);
  std::fill_n(bias_.resize(panels_ * kPanel), panels_ * kPanel, 0.0F);
}

void Affine::set_column(std::size_t column, const float* weights, float bias) {
  float* to = weights_.data() + column / kPanel * inputs_ * kPanel + column % kPanel;
  for (std::size_t i = 0; i < inputs_; ++i) to[i * kPanel] = weights[i];
  bias_.data()[column] = bias;
}

void Affine::operator()(const Kernels& kernels, ConstRows in, std::size_t rows, Rows out) const {
  kernels.affine({weights_.data(), bias_.data(), inputs_, panels_}, in, rows, out);
}

Affine load_linear(const ModelFile& file, const ModelFile::Node& node, std::size_t inputs, std::size_t outputs) {
  const std::vector<float> weights = file.values(node, "W", {outputs, inputs}), bias = file.values(node, "b", {outputs});
  Affine affine(inputs, outputs);
  for (std::size_t o = 0; o < outputs; ++o) affine.set_column(o, weights.data() + o * inputs, bias[o]);
  return affine;
}

MaxoutParams load_maxout(const ModelFile& file, const ModelFile::Node& node, std::size_t outputs, std::size_t inputs) {
  const std::size_t pieces = file.dim(node, "nP");
  return {outputs, pieces, inputs, file.values(node, "W", {outputs, pieces, inputs}), file.values(node, "b", {outputs, pieces})};
}

LayerNorm::LayerNorm(const ModelFile& file, const ModelFile::Node& node, std::size_t width) : width_(width) {
  const std::vector<float> gain = file.values(node, "G", {width}), bias = file.values(node, "b", {width});
  for (auto [from, to] : {std::pair{&gain, &gain_}, std::pair{&bias, &bias_}}) {
    std::fill_n(to->resize(padded(width)), padded(width), 0.0F);
    std::copy(from->begin(), from->end(), to->data());
  }
}

}  // namespace entente::nlp
