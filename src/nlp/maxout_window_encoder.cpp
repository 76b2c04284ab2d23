#include "nlp/maxout_window_encoder.hpp"

#include <algorithm>
#include <array>

#include "nlp/architectures.hpp"
#include "nlp/file.hpp"

namespace entente::nlp {

MaxoutWindowEncoder::MaxoutWindowEncoder(const ModelFile& file, const Config& config, const std::string& section)
    : width_(positive(config, section, "width")) {
  if (config.integer(section, "window_size") != 1) fail(config.name(), section, "only a window_size of 1 is known");
  const std::size_t depth = positive(config, section, "depth");
  const auto maxouts = file.named("maxout"), norms = file.named("layernorm");
  if (maxouts.size() != depth + 1 || norms.size() != maxouts.size())
    file.fail("maxout", "there are " + std::to_string(maxouts.size()) + ", expected " + std::to_string(depth + 1));
  for (std::size_t layer = 1; layer < maxouts.size(); ++layer) {
    const MaxoutParams params = load_maxout(file, *maxouts[layer], width_, 3 * width_);
    layer == 1 ? load_first(params) : static_cast<void>(convolutions_.emplace_back(params));
    norms_.emplace_back(file, *norms[layer], width_);
  }
}

void MaxoutWindowEncoder::load_first(const MaxoutParams& params) {
  pieces_ = params.pieces;
  const std::size_t columns = padded(width_) * pieces_;
  first_ = Affine(width_, 3 * columns);
  first_bias_.assign(columns, 0);
  zeros_.assign(projected_size(), 0);
  for (std::size_t o = 0; o < width_; ++o) {
    for (std::size_t p = 0; p < pieces_; ++p) {
      const std::size_t column = maxout_column(o, p, pieces_);
      first_bias_[column] = params.bias[o * pieces_ + p];
      for (std::size_t offset = 0; offset < 3; ++offset)
        first_.set_column(offset * columns + column, params.row(o, p) + offset * width_, 0);
    }
  }
}

MaxoutWindowEncoder::Convolution::Convolution(const MaxoutParams& params)
    : inputs_(padded(params.outputs)), groups_(padded(params.outputs) / kPanel), pieces_(params.pieces) {
  const std::size_t blocks = groups_ * pieces_, plane = inputs_ * kPanel;
  std::fill_n(weights_.resize(blocks * 6 * plane), blocks * 6 * plane, 0.0F);
  std::fill_n(bias_.resize(blocks * kPanel), blocks * kPanel, 0.0F);
  for (std::size_t o = 0; o < params.outputs; ++o) {
    for (std::size_t p = 0; p < pieces_; ++p) {
      const std::size_t column = maxout_column(o, p, pieces_);
      bias_.data()[column] = params.bias[o * pieces_ + p];
      float* to = weights_.data() + column / kPanel * 6 * plane + column % kPanel;
      const float* g = params.row(o, p);
      for (std::size_t i = 0; i < params.outputs; ++i, to += kPanel) {
        const auto factors = convolution_weights(g[i], g[params.outputs + i], g[2 * params.outputs + i]);
        for (std::size_t t = 0; t < factors.size(); ++t) to[t * plane] = factors[t];
      }
    }
  }
}

void MaxoutWindowEncoder::project(const Kernels& kernels, std::size_t count, float* rows) const {
  const std::size_t stride = projected_size();
  first_(kernels, {rows, stride}, count, {rows + padded(width_), stride});
}

void MaxoutWindowEncoder::operator()(const Kernels& kernels, std::span<const Segment> segments, Workspace& work,
                                     Rows out) const {
  const std::size_t width = padded(width_);
  first_layer(kernels, segments, work);
  for (std::size_t number = 2; number <= depth(); ++number) layer(kernels, segments, number, work);
  const float* rows = work.rows.data();
  float* to = out.data;
  for (const Segment& segment : segments) {
    const float* from = rows + (depth() - 1) * width;
    for (std::size_t i = 0; i < segment.size; ++i, from += width, to += out.stride) std::copy_n(from, width, to);
    rows += rows_of(segment) * width;
  }
}

/// Makes the rows of each segment from -(depth - 1) to size + (depth - 1), and rows of zeros to fill up the last four.
void MaxoutWindowEncoder::first_layer(const Kernels& kernels, std::span<const Segment> segments, Workspace& work) const {
  const std::size_t width = padded(width_), columns = first_bias_.size();
  std::size_t total = 0;
  for (const Segment& segment : segments) total += rows_of(segment);
  float* row = work.rows.resize(total * width);
  float* const maxima = work.sums.resize(width);
  const auto lexeme = [&](const float* p) { return p ? p : zeros_.data(); };
  for (const Segment& segment : segments) {
    const std::size_t count = rows_of(segment) - kFill;
    for (std::size_t i = 0; i < count; ++i, row += width) {
      const float *before = lexeme(segment.lexemes[i]), *here = lexeme(segment.lexemes[i + 1]),
                  *after = lexeme(segment.lexemes[i + 2]);
      const std::array<const float*, 3> terms{before + width, here + width + columns, after + width + 2 * columns};
      kernels.sum_maxout(terms, first_bias_.data(), width / kPanel, pieces_, maxima);
      norms_[0](kernels, maxima, here, row);
    }
    std::fill_n(row, kFill * width, 0.0F);
    row += kFill * width;
  }
}

/// Layers are counted from 1; this is for those after the first.
void MaxoutWindowEncoder::layer(const Kernels& kernels, std::span<const Segment> segments, std::size_t number,
                                Workspace& work) const {
  const std::size_t margin = depth() - number, width = padded(width_);
  const std::size_t quads = fill_planes(kernels, segments, margin, work);
  const Rows maxima{work.maxima.resize(4 * quads * width), width};
  kernels.convolve(convolutions_[number - 2].view(), work.planes.data(), quads, work.products.resize(6 * quads * kPanel), maxima);
  add_maxima(kernels, segments, margin, norms_[number - 1], work);
}

/// Fours of rows that cover a segment and its margins.
static std::size_t quads_of(const MaxoutWindowEncoder::Segment& segment, std::size_t margin) {
  return (segment.size + 2 * margin + 3) / 4;
}

std::size_t MaxoutWindowEncoder::fill_planes(const Kernels& kernels, std::span<const Segment> segments, std::size_t margin,
                                             Workspace& work) const {
  const std::size_t width = padded(width_);
  std::size_t quads = 0;
  for (const Segment& segment : segments) quads += quads_of(segment, margin);
  float* plane = work.planes.resize(6 * quads * width);
  const float* rows = work.rows.data();
  for (const Segment& segment : segments) {
    const float* row = rows + (depth() - 1 - margin - 1) * width;  // the one before the first that is computed
    for (std::size_t i = 0; i < quads_of(segment, margin); ++i, row += 4 * width, plane += width)
      kernels.convolution_input(row, width, plane, quads * width);
    rows += rows_of(segment) * width;
  }
  return quads;
}

void MaxoutWindowEncoder::add_maxima(const Kernels& kernels, std::span<const Segment> segments, std::size_t margin,
                                     const LayerNorm& norm, Workspace& work) const {
  const std::size_t width = padded(width_);
  const float* maxima = work.maxima.data();
  float* rows = work.rows.data();
  for (const Segment& segment : segments) {
    float* row = rows + (depth() - 1 - margin) * width;
    for (std::size_t i = 0; i < segment.size + 2 * margin; ++i, row += width) norm(kernels, maxima + i * width, row, row);
    maxima += 4 * quads_of(segment, margin) * width;
    rows += rows_of(segment) * width;
  }
}

}  // namespace entente::nlp
