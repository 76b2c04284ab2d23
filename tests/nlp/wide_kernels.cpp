// The kernels with the width of AVX-512, for any processor: the compiler makes several narrower operations of each. What the test of
// equal bits says of them holds for the text of the kernels, not for the instructions of a processor that has the width.
#include "nlp/kernels_cpu.hpp"

namespace entente::nlp {
namespace wide {
namespace {

using Vec = float __attribute__((vector_size(64)));
using Index = int __attribute__((vector_size(64)));
constexpr std::size_t kTileRows = 12;
inline Vec fma(Vec a, Vec b, Vec c) {
  for (std::size_t i = 0; i < 16; ++i) c[i] = __builtin_fmaf(a[i], b[i], c[i]);
  return c;
}
#include "nlp/kernels_impl.hpp"

}  // namespace
}  // namespace wide

extern const Kernels kernels_wide;
const Kernels kernels_wide{"wide", wide::affine, wide::convolution_input, wide::convolve, wide::sum_maxout, wide::layer_norm, wide::argmax};

}  // namespace entente::nlp
