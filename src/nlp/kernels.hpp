#pragma once
#include <array>
#include <cstddef>
#include <span>

/// The arithmetic of the networks, one set of functions for each kind of processor. Every function treats each row by itself and in one
/// fixed order of operations: what a row gives does not depend on how many rows are computed together, on their position, or on the
/// processor: all sets of functions give the same bits.
namespace entente::nlp {

/// Outputs are computed in panels of this many columns; widths of rows are padded to a multiple of it (with zeros).
inline constexpr std::size_t kPanel = 16;

constexpr std::size_t padded(std::size_t width) { return (width + kPanel - 1) / kPanel * kPanel; }

/// Rows of equal length in memory, `stride` floats apart.
struct Rows {
  float* data;
  std::size_t stride;
};
struct ConstRows {
  const float* data;
  std::size_t stride;
};

/// Weights as the kernels read them: panel by panel, in each the kPanel weights of input 0, of input 1, ...
struct PackedView {
  const float* weights;  ///< panels × inputs × kPanel
  const float* bias;     ///< panels × kPanel
  std::size_t inputs, panels;
};

/// A convolution over three neighbouring rows, computed four output rows at a time with six products instead of twelve (Winograd's
/// minimal filtering F(4,3); Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2015).
struct ConvolutionView {
  const float* weights;  ///< groups × pieces × 6 × inputs × kPanel (see convolution_weights); a group is kPanel output columns
  const float* bias;     ///< groups × pieces × kPanel
  std::size_t inputs, groups, pieces;
};

/// The six factors that stand for the three weights of one input: for the row before, the row itself and the row after.
std::array<float, 6> convolution_weights(double before, double middle, double after);

struct Kernels {
  const char* name;

  /// out[r] = in[r] · W + bias. Rows of `out` have panels × kPanel columns.
  void (*affine)(const PackedView& weights, ConstRows in, std::size_t rows, Rows out);

  /// The inputs of the six products for four output rows, from the six input rows that they see, one behind the other; `width` columns,
  /// a multiple of kPanel.
  /// @param out of the first product; those of the others follow `plane` floats apart.
  void (*convolution_input)(const float* rows, std::size_t width, float* out, std::size_t plane);

  /// The convolution and the maximum over pieces for 4 × `quads` rows.
  /// @param in six planes of `quads` rows of `inputs` columns, as convolution_input makes them.
  /// @param products room for 6 × quads × kPanel floats. @param out 4 × quads rows of groups × kPanel columns.
  void (*convolve)(const ConvolutionView& weights, const float* in, std::size_t quads, float* products, Rows out);

  /// out = max over pieces of (bias + the sum of `terms`); each term and the bias hold groups × pieces × kPanel columns.
  void (*sum_maxout)(std::span<const float* const> terms, const float* bias, std::size_t groups, std::size_t pieces, float* out);

  /// out = (in - mean) / sqrt(variance + 1e-8) * gain + bias + residual over `width` columns; the columns from width to the padded width
  /// of `in`, `gain` and `bias` are zero. `residual` may be null, and may be `out`.
  void (*layer_norm)(const float* in, const float* gain, const float* bias, std::size_t width, const float* residual, float* out);

  /// The index of the first greatest of scores[i] + mask[i], i < n (n a multiple of kPanel).
  std::size_t (*argmax)(const float* scores, const float* mask, std::size_t n);
};

/// Those for this processor, best first. The last is portable.
/// Where the environment names one in ENTENTE_KERNELS, that one is the first: for measurements, all give the same bits.
/// @throws std::runtime_error where it names none of them.
std::span<const Kernels* const> available_kernels();

}  // namespace entente::nlp
