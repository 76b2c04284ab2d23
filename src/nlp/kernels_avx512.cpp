// For processors with AVX-512.
#include "nlp/kernels_cpu.hpp"

#if defined(__x86_64__)
#pragma GCC push_options
#pragma GCC target("avx512f,avx512vl,avx512dq,avx512bw,fma")

namespace entente::nlp {
namespace avx512 {
namespace {

using Vec = float __attribute__((vector_size(64)));
using Index = int __attribute__((vector_size(64)));
constexpr std::size_t kTileRows = 12;
inline __attribute__((always_inline)) Vec fma(Vec a, Vec b, Vec c) {
  return __builtin_ia32_vfmaddps512_mask(a, b, c, static_cast<__mmask16>(-1), _MM_FROUND_CUR_DIRECTION);
}
#include "nlp/kernels_impl.hpp"

}  // namespace
}  // namespace avx512

const Kernels kernels_avx512{"avx512",           avx512::affine,     avx512::convolution_input, avx512::convolve,
                             avx512::sum_maxout, avx512::layer_norm, avx512::argmax};

}  // namespace entente::nlp

#pragma GCC pop_options
#endif
