// For processors with AVX2 and FMA.
#include "nlp/kernels_cpu.hpp"

#if defined(__x86_64__)
#pragma GCC push_options
#pragma GCC target("avx2,fma")

namespace entente::nlp {
namespace avx2 {
namespace {

using Vec = float __attribute__((vector_size(32)));
using Index = int __attribute__((vector_size(32)));
constexpr std::size_t kTileRows = 6;
inline __attribute__((always_inline)) Vec fma(Vec a, Vec b, Vec c) { return __builtin_ia32_vfmaddps256(a, b, c); }
#include "nlp/kernels_impl.hpp"

}  // namespace
}  // namespace avx2

const Kernels kernels_avx2{"avx2",           avx2::affine,     avx2::convolution_input, avx2::convolve,
                           avx2::sum_maxout, avx2::layer_norm, avx2::argmax};

}  // namespace entente::nlp

#pragma GCC pop_options
#endif
