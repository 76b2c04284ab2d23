#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "nlp/config.hpp"
#include "nlp/layers.hpp"

namespace entente::nlp {

/// spaCy's MaxoutWindowEncoder with a window of one word to each side: `depth` times a convolution over three neighbouring rows, the
/// maximum over pieces, layer normalization, and the layer's input added.
///
/// As in spaCy, a text is continued with zeros on both sides, and what the layers make of these rows reaches the text again: a layer
/// computes as many rows beyond each end as the layers above it will look at.
///
/// The first layer's products depend on single rows of its input, and these on single lexemes: `project` makes them once for a lexeme.
class MaxoutWindowEncoder {
 public:
  /// Buffers of `operator()`.
  struct Workspace {
    FloatBuffer rows, planes, products, maxima, sums;
  };
  /// A run of tokens: its rows stand from -depth to size + depth, null where the text has ended.
  struct Segment {
    const float* const* lexemes;  ///< size + 2 × depth pointers to what `project` made
    std::size_t size;
  };

  MaxoutWindowEncoder(const ModelFile& file, const Config& config, const std::string& section);

  std::size_t width() const { return width_; }
  std::size_t depth() const { return 1 + convolutions_.size(); }
  /// Floats that `project` makes of a row.
  std::size_t projected_size() const { return padded(width_) + first_.columns(); }

  /// @param rows `count` rows of projected_size() floats. Their first padded(width()) columns are the input, the others are filled in.
  void project(const Kernels& kernels, std::size_t count, float* rows) const;

  /// The rows of all segments' tokens, segment after segment. The rows of `out` have padded(width()) columns.
  void operator()(const Kernels& kernels, std::span<const Segment> segments, Workspace& work, Rows out) const;

 private:
  class Convolution {
   public:
    explicit Convolution(const MaxoutParams& params);
    ConvolutionView view() const { return {weights_.data(), bias_.data(), inputs_, groups_, pieces_}; }

   private:
    FloatBuffer weights_, bias_;
    std::size_t inputs_, groups_, pieces_;
  };

  static constexpr std::size_t kFill = 3;  // rows are computed in fours: so many may be missing

  void load_first(const MaxoutParams& params);
  std::size_t rows_of(const Segment& segment) const { return segment.size + 2 * (depth() - 1) + kFill; }
  void first_layer(const Kernels& kernels, std::span<const Segment> segments, Workspace& work) const;
  void layer(const Kernels& kernels, std::span<const Segment> segments, std::size_t number, Workspace& work) const;
  std::size_t fill_planes(const Kernels& kernels, std::span<const Segment> segments, std::size_t margin, Workspace& work) const;
  void add_maxima(const Kernels& kernels, std::span<const Segment> segments, std::size_t margin, const LayerNorm& norm,
                  Workspace& work) const;

  std::size_t width_ = 0, pieces_ = 0;
  Affine first_;  // columns: the products for the next row, for this one, and for the one before
  std::vector<float> first_bias_, zeros_;
  std::vector<Convolution> convolutions_;  // of the layers after the first
  std::vector<LayerNorm> norms_;           // of all layers
};

}  // namespace entente::nlp
