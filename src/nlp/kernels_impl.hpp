// The kernels, written once. Each kernels_*.cpp includes this text in a namespace of its own, after defining there
//   Vec                 a GCC vector of floats, of at most kPanel elements;
//   fma(Vec, Vec, Vec)  the product of the first two plus the third;
//   kTileRows           how many rows are computed together, so that the sums stay in registers.
// No #include guards and no #includes here: it is compiled several times, for different instruction sets.

constexpr std::size_t kLanes = sizeof(Vec) / sizeof(float);
constexpr std::size_t kVecs = kPanel / kLanes;  // of one panel

#define ENTENTE_INLINE inline __attribute__((always_inline))

ENTENTE_INLINE Vec load(const float* p) {
  Vec v;
  __builtin_memcpy(&v, p, sizeof v);
  return v;
}
ENTENTE_INLINE void store(float* p, Vec v) { __builtin_memcpy(p, &v, sizeof v); }
ENTENTE_INLINE Vec broadcast(float x) { return x - Vec{}; }  // (x + 0 is not x for -0)
ENTENTE_INLINE Vec max(Vec a, Vec b) { return b > a ? b : a; }
ENTENTE_INLINE float sum(Vec v) {
  float lanes[kLanes], s = 0;
  __builtin_memcpy(lanes, &v, sizeof v);
  for (float x : lanes) s += x;
  return s;
}

/// R rows of one panel, in registers.
template <std::size_t R>
struct Tile {
  Vec at[R][kVecs];

  ENTENTE_INLINE void set(const float* panel) {
#pragma GCC unroll 16
    for (std::size_t r = 0; r < R; ++r)
#pragma GCC unroll 16
      for (std::size_t v = 0; v < kVecs; ++v) at[r][v] = load(panel + v * kLanes);
  }
  ENTENTE_INLINE void multiply(const float* in, std::size_t stride, const float* weights, std::size_t inputs) {
    for (std::size_t k = 0; k < inputs; ++k) {
      Vec w[kVecs];
#pragma GCC unroll 16
      for (std::size_t v = 0; v < kVecs; ++v) w[v] = load(weights + k * kPanel + v * kLanes);
#pragma GCC unroll 16
      for (std::size_t r = 0; r < R; ++r) {
        const Vec x = broadcast(in[r * stride + k]);
#pragma GCC unroll 16
        for (std::size_t v = 0; v < kVecs; ++v) at[r][v] = fma(x, w[v], at[r][v]);
      }
    }
  }
  ENTENTE_INLINE void put(float* out, std::size_t stride) const {
#pragma GCC unroll 16
    for (std::size_t r = 0; r < R; ++r)
#pragma GCC unroll 16
      for (std::size_t v = 0; v < kVecs; ++v) store(out + r * stride + v * kLanes, at[r][v]);
  }
  ENTENTE_INLINE void put_max(float* out, std::size_t stride) const {
#pragma GCC unroll 16
    for (std::size_t r = 0; r < R; ++r)
#pragma GCC unroll 16
      for (std::size_t v = 0; v < kVecs; ++v) {
        float* p = out + r * stride + v * kLanes;
        store(p, max(load(p), at[r][v]));
      }
  }
};

/// Calls `tile.template operator()<R>(first row)` for all rows, R = kTileRows as long as there are so many left.
template <std::size_t R = kTileRows, class F>
ENTENTE_INLINE void for_tiles(std::size_t rows, std::size_t first, const F& tile) {
  for (; first + R <= rows; first += R) tile.template operator()<R>(first);
  if constexpr (R > 1) {
    if (first < rows) for_tiles<R - 1>(rows, first, tile);
  }
}

void affine(const PackedView& w, ConstRows in, std::size_t rows, Rows out) {
  for (std::size_t panel = 0; panel < w.panels; ++panel) {
    const float* weights = w.weights + panel * w.inputs * kPanel;
    for_tiles(rows, 0, [&]<std::size_t R>(std::size_t r) {
      Tile<R> tile;
      tile.set(w.bias + panel * kPanel);
      tile.multiply(in.data + r * in.stride, in.stride, weights, w.inputs);
      tile.put(out.data + r * out.stride + panel * kPanel, out.stride);
    });
  }
}

void winograd_input(const float* const (&rows)[4], std::size_t width, float* out, std::size_t plane) {
  for (std::size_t i = 0; i < width; i += kLanes) {
    const Vec d0 = load(rows[0] + i), d1 = load(rows[1] + i), d2 = load(rows[2] + i), d3 = load(rows[3] + i);
    store(out + i, d0 - d2);
    store(out + plane + i, d1 + d2);
    store(out + 2 * plane + i, d2 - d1);
    store(out + 3 * plane + i, d3 - d1);
  }
}

/// One piece of one group of columns for R pairs: the even rows are m0 + (m1 + m2), the odd ones m3 + (m1 - m2).
template <std::size_t R, bool First>
ENTENTE_INLINE void convolve_tile(const float* in, std::size_t plane, std::size_t inputs, const float* weights, const float* bias, float* out,
                                  std::size_t stride) {
  const std::size_t next = inputs * kPanel;
  Tile<R> sums, differences;
  {
    alignas(64) float first[R * kPanel], zero[kPanel] = {};
    Tile<R> tile;
    tile.set(zero);
    tile.multiply(in + plane, inputs, weights + next, inputs);
    tile.put(first, kPanel);
    tile.set(zero);
    tile.multiply(in + 2 * plane, inputs, weights + 2 * next, inputs);
    for (std::size_t r = 0; r < R; ++r)
      for (std::size_t v = 0; v < kVecs; ++v) {
        const Vec m1 = load(first + r * kPanel + v * kLanes), m2 = tile.at[r][v], b = load(bias + v * kLanes);
        sums.at[r][v] = b + (m1 + m2);
        differences.at[r][v] = b + (m1 - m2);
      }
  }
  sums.multiply(in, inputs, weights, inputs);
  First ? sums.put(out, 2 * stride) : sums.put_max(out, 2 * stride);
  differences.multiply(in + 3 * plane, inputs, weights + 3 * next, inputs);
  First ? differences.put(out + stride, 2 * stride) : differences.put_max(out + stride, 2 * stride);
}

void convolve(const ConvolutionView& w, const float* in, std::size_t plane, std::size_t pairs, Rows out) {
  for (std::size_t group = 0; group < w.groups; ++group) {
    for (std::size_t piece = 0; piece < w.pieces; ++piece) {
      const std::size_t block = group * w.pieces + piece;
      const float* weights = w.weights + block * 4 * w.inputs * kPanel;
      for_tiles(pairs, 0, [&]<std::size_t R>(std::size_t pair) {
        const float* x = in + pair * w.inputs;
        float* y = out.data + 2 * pair * out.stride + group * kPanel;
        if (piece == 0)
          convolve_tile<R, true>(x, plane, w.inputs, weights, w.bias + block * kPanel, y, out.stride);
        else
          convolve_tile<R, false>(x, plane, w.inputs, weights, w.bias + block * kPanel, y, out.stride);
      });
    }
  }
}

void sum_maxout(std::span<const float* const> terms, const float* bias, std::size_t groups, std::size_t pieces, float* out) {
  for (std::size_t group = 0; group < groups; ++group) {
    for (std::size_t v = 0; v < kVecs; ++v) {
      Vec best{};
      for (std::size_t piece = 0; piece < pieces; ++piece) {
        const std::size_t at = (group * pieces + piece) * kPanel + v * kLanes;
        Vec x = load(bias + at);
        for (const float* term : terms) x += load(term + at);
        best = piece == 0 ? x : max(best, x);
      }
      store(out + group * kPanel + v * kLanes, best);
    }
  }
}

void layer_norm(const float* in, const float* gain, const float* bias, std::size_t width, const float* residual, float* out) {
  const std::size_t columns = padded(width);
  const auto n = static_cast<float>(width);
  Vec total{};
  for (std::size_t i = 0; i < columns; i += kLanes) total += load(in + i);
  const float mean = sum(total) / n;
  Vec squares{};
  for (std::size_t i = 0; i < columns; i += kLanes) {
    const Vec d = load(in + i) - mean;
    squares = fma(d, d, squares);
  }
  const float padding = static_cast<float>(columns - width) * mean * mean;  // what the zeros beyond the width added
  const float scale = 1.0F / __builtin_sqrtf((sum(squares) - padding) / n + 1e-8F);
  for (std::size_t i = 0; i < columns; i += kLanes) {
    Vec y = fma((load(in + i) - mean) * scale, load(gain + i), load(bias + i));
    if (residual) y += load(residual + i);
    store(out + i, y);
  }
}

std::size_t argmax(const float* scores, const float* mask, std::size_t n) {
  Vec best = load(scores) + load(mask);
  for (std::size_t i = kLanes; i < n; i += kLanes) best = max(best, load(scores + i) + load(mask + i));
  float lanes[kLanes];
  __builtin_memcpy(lanes, &best, sizeof best);
  float top = lanes[0];
  for (float x : lanes) top = x > top ? x : top;
  for (std::size_t i = 0; i < n; ++i)
    if (scores[i] + mask[i] >= top) return i;
  return 0;
}

#undef ENTENTE_INLINE
