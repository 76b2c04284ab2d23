#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "nlp/float_buffer.hpp"
#include "nlp/kernels.hpp"
#include "nlp/model_file.hpp"

/// The layers, with their weights arranged for the kernels.
namespace entente::nlp {

/// The column of piece `piece` of output `output` of a maxout layer: the pieces of kPanel outputs stand panel beside panel, so that
/// their maximum is taken vector by vector.
constexpr std::size_t maxout_column(std::size_t output, std::size_t piece, std::size_t pieces) {
  return (output / kPanel * pieces + piece) * kPanel + output % kPanel;
}

/// out = in · W + b.
class Affine {
 public:
  Affine() = default;
  /// All weights are zero until set; @param columns of the output (padded to a multiple of kPanel).
  Affine(std::size_t inputs, std::size_t columns);

  void set_column(std::size_t column, const float* weights, float bias);
  void operator()(const Kernels& kernels, ConstRows in, std::size_t rows, Rows out) const;

  std::size_t inputs() const { return inputs_; }
  std::size_t columns() const { return panels_ * kPanel; }

 private:
  FloatBuffer weights_, bias_;
  std::size_t inputs_ = 0, panels_ = 0;
};

/// A layer of thinc's "linear" kind: its `outputs` are the first columns.
Affine load_linear(const ModelFile& file, const ModelFile::Node& node, std::size_t inputs, std::size_t outputs);

/// Parameters of thinc's "maxout", as in the file.
struct MaxoutParams {
  std::size_t outputs = 0, pieces = 0, inputs = 0;
  std::vector<float> weights;  ///< outputs × pieces × inputs
  std::vector<float> bias;     ///< outputs × pieces

  const float* row(std::size_t output, std::size_t piece) const { return weights.data() + (output * pieces + piece) * inputs; }
};

MaxoutParams load_maxout(const ModelFile& file, const ModelFile::Node& node, std::size_t outputs, std::size_t inputs);

/// thinc's "layernorm", with the addition of a residual.
class LayerNorm {
 public:
  LayerNorm() = default;
  LayerNorm(const ModelFile& file, const ModelFile::Node& node, std::size_t width);

  /// @param residual may be null.
  void operator()(const Kernels& kernels, const float* in, const float* residual, float* out) const {
    kernels.layer_norm(in, gain_.data(), bias_.data(), width_, residual, out);
  }

 private:
  FloatBuffer gain_, bias_;
  std::size_t width_ = 0;
};

}  // namespace entente::nlp
