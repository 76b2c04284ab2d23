// The kernels, written once. Each kernels_*.cpp includes this text in a namespace of its own, after defining there
//   Vec                 a GCC vector of floats, of at most kPanel elements;
//   Index               a vector of as many integers of the same size;
//   fma(Vec, Vec, Vec)  the product of the first two plus the third, rounded once;
//   kTileRows           how many rows are computed together, so that the sums stay in registers.
// All of them give the same bits: a product and a sum are one operation only where fma is called (the compiler is told not to join
// others), and sums over the columns of a row are made in kPanel parts, joined in one order.
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
ENTENTE_INLINE float sum(const Vec* panel) {
  float lanes[kPanel];
  __builtin_memcpy(lanes, panel, sizeof lanes);
#pragma GCC unroll 16
  for (std::size_t half = kPanel / 2; half > 0; half /= 2)
#pragma GCC unroll 16
    for (std::size_t i = 0; i < half; ++i) lanes[i] += lanes[i + half];
  return lanes[0];
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
};

/// Calls `tile.template operator()<R>(first row)` for all rows, R = kTileRows as long as there are so many left.
template <std::size_t R = kTileRows, class F>
ENTENTE_INLINE void for_tiles(std::size_t rows, std::size_t first, const F& tile) {
  for (; first + R <= rows; first += R) tile.template operator()<R>(first);
  if constexpr (R > 1) {
    if (first < rows) for_tiles<R - 1>(rows, first, tile);
  }
}

/// One panel of columns of out = in · weights + bias.
ENTENTE_INLINE void multiply_panel(ConstRows in, std::size_t rows, const float* weights, std::size_t inputs, const float* bias, Rows out) {
  for_tiles(rows, 0, [&]<std::size_t R>(std::size_t r) {
    Tile<R> tile;
    tile.set(bias);
    tile.multiply(in.data + r * in.stride, in.stride, weights, inputs);
    tile.put(out.data + r * out.stride, out.stride);
  });
}

void affine(const PackedView& w, ConstRows in, std::size_t rows, Rows out) {
  for (std::size_t panel = 0; panel < w.panels; ++panel)
    multiply_panel(in, rows, w.weights + panel * w.inputs * kPanel, w.inputs, w.bias + panel * kPanel,
                   {out.data + panel * kPanel, out.stride});
}

/// The points of the minimal filtering are 0, 1/2, -1/2, 3/2, -3/2 and infinity: of those that were tried, these lose least to rounding.
void convolution_input(const float* rows, std::size_t width, float* out, std::size_t plane) {
  for (std::size_t i = 0; i < width; i += kLanes) {
    Vec d[6];
#pragma GCC unroll 6
    for (std::size_t r = 0; r < 6; ++r) d[r] = load(rows + r * width + i);
    const Vec even1 = d[4] - 2.25F * d[2], odd1 = 0.5F * (d[3] - 2.25F * d[1]);
    const Vec even2 = d[4] - 0.25F * d[2], odd2 = 1.5F * (d[3] - 0.25F * d[1]);
    store(out + i, d[4] - 2.5F * d[2] + 0.5625F * d[0]);
    store(out + plane + i, even1 + odd1);
    store(out + 2 * plane + i, even1 - odd1);
    store(out + 3 * plane + i, even2 + odd2);
    store(out + 4 * plane + i, even2 - odd2);
    store(out + 5 * plane + i, d[5] - 2.5F * d[3] + 0.5625F * d[1]);
  }
}

/// The four output rows of one panel from the six products, or their maximum with what is there already.
template <bool First>
ENTENTE_INLINE void convolution_output(const float* products, std::size_t plane, const float* bias, float* out, std::size_t stride) {
#pragma GCC unroll 16
  for (std::size_t i = 0; i < kPanel; i += kLanes) {
    Vec m[6];
#pragma GCC unroll 6
    for (std::size_t t = 0; t < 6; ++t) m[t] = load(products + t * plane + i);
    const Vec b = load(bias + i);
    const Vec even1 = m[1] + m[2], odd1 = m[1] - m[2], even2 = m[3] + m[4], odd2 = m[3] - m[4];
    Vec y[4] = {b + m[0] + (even1 + even2), b + 0.5F * odd1 + 1.5F * odd2, b + 0.25F * even1 + 2.25F * even2,
                b + 0.125F * odd1 + 3.375F * odd2 + m[5]};
#pragma GCC unroll 4
    for (std::size_t r = 0; r < 4; ++r) store(out + r * stride + i, First ? y[r] : max(load(out + r * stride + i), y[r]));
  }
}

void convolve(const ConvolutionView& w, const float* in, std::size_t quads, float* products, Rows out) {
  const float zero[kPanel] = {};
  const std::size_t plane = quads * kPanel;
  for (std::size_t group = 0; group < w.groups; ++group) {
    for (std::size_t piece = 0; piece < w.pieces; ++piece) {
      const std::size_t block = group * w.pieces + piece;
      for (std::size_t t = 0; t < 6; ++t)
        multiply_panel({in + t * quads * w.inputs, w.inputs}, quads, w.weights + (block * 6 + t) * w.inputs * kPanel, w.inputs, zero,
                       {products + t * plane, kPanel});
      for (std::size_t quad = 0; quad < quads; ++quad) {
        float* const to = out.data + 4 * quad * out.stride + group * kPanel;
        const float *from = products + quad * kPanel, *bias = w.bias + block * kPanel;
        piece == 0 ? convolution_output<true>(from, plane, bias, to, out.stride)
                   : convolution_output<false>(from, plane, bias, to, out.stride);
      }
    }
  }
}

/// Terms is their number, or 0 where it is known only at run time.
template <std::size_t Terms>
ENTENTE_INLINE void sum_maxout_of(std::span<const float* const> terms, const float* bias, std::size_t groups, std::size_t pieces,
                                  float* out) {
  const std::size_t count = Terms ? Terms : terms.size();
  for (std::size_t group = 0; group < groups; ++group) {
    Vec best[kVecs] = {};
    for (std::size_t piece = 0; piece < pieces; ++piece) {
      const std::size_t at = (group * pieces + piece) * kPanel;
#pragma GCC unroll 16
      for (std::size_t v = 0; v < kVecs; ++v) {
        Vec x = load(bias + at + v * kLanes);
#pragma GCC unroll 8
        for (std::size_t t = 0; t < count; ++t) x += load(terms[t] + at + v * kLanes);
        best[v] = piece == 0 ? x : max(best[v], x);
      }
    }
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kVecs; ++v) store(out + group * kPanel + v * kLanes, best[v]);
  }
}

void sum_maxout(std::span<const float* const> terms, const float* bias, std::size_t groups, std::size_t pieces, float* out) {
  switch (terms.size()) {
    case 1: return sum_maxout_of<1>(terms, bias, groups, pieces, out);
    case 3: return sum_maxout_of<3>(terms, bias, groups, pieces, out);
    case 8: return sum_maxout_of<8>(terms, bias, groups, pieces, out);
    default: return sum_maxout_of<0>(terms, bias, groups, pieces, out);
  }
}

/// The differences from `mean` of one panel's columns, zero from column `width` on.
ENTENTE_INLINE void subtract(const float* in, float mean, std::size_t width, Vec* out) {
#pragma GCC unroll 16
  for (std::size_t v = 0; v < kVecs; ++v) out[v] = load(in + v * kLanes) - mean;
  if (width >= kPanel) return;
  float columns[kPanel];
  __builtin_memcpy(columns, out, sizeof columns);
  for (std::size_t i = width; i < kPanel; ++i) columns[i] = 0;
  __builtin_memcpy(out, columns, sizeof columns);
}

void layer_norm(const float* in, const float* gain, const float* bias, std::size_t width, const float* residual, float* out) {
  const std::size_t columns = padded(width);
  const auto n = static_cast<float>(width);
  Vec total[kVecs] = {}, squares[kVecs] = {}, d[kVecs];
  for (std::size_t i = 0; i < columns; i += kPanel)
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kVecs; ++v) total[v] += load(in + i + v * kLanes);
  const float mean = sum(total) / n;
  for (std::size_t i = 0; i < columns; i += kPanel) {
    subtract(in + i, mean, width - i, d);
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kVecs; ++v) squares[v] = fma(d[v], d[v], squares[v]);
  }
  const float scale = 1.0F / __builtin_sqrtf(sum(squares) / n + 1e-8F);
  for (std::size_t i = 0; i < columns; i += kLanes) {
    Vec y = fma((load(in + i) - mean) * scale, load(gain + i), load(bias + i));
    if (residual) y += load(residual + i);
    store(out + i, y);
  }
}

std::size_t argmax(const float* scores, const float* mask, std::size_t n) {
  Vec best = load(scores) + load(mask);
  Index lane{}, at;
#pragma GCC unroll 16
  for (std::size_t l = 0; l < kLanes; ++l) lane[l] = static_cast<int>(l);
  at = lane;
  for (std::size_t i = kLanes; i < n; i += kLanes) {
    const Vec x = load(scores + i) + load(mask + i);
    const Index greater = x > best;
    best = greater ? x : best;
    at = greater ? lane + static_cast<int>(i) : at;
  }
  float lanes[kLanes];
  int where[kLanes];
  __builtin_memcpy(lanes, &best, sizeof best);
  __builtin_memcpy(where, &at, sizeof at);
  std::size_t first = 0;
  for (std::size_t l = 1; l < kLanes; ++l)
    if (lanes[l] > lanes[first] || (lanes[l] == lanes[first] && where[l] < where[first])) first = l;
  return static_cast<std::size_t>(where[first]);
}

#undef ENTENTE_INLINE
