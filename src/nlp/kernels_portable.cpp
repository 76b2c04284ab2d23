// For any processor: vectors of four floats, which GCC and Clang map to SSE2, NEON or plain arithmetic.
#include "nlp/kernels_cpu.hpp"

namespace entente::nlp {
namespace portable {
namespace {

using Vec = float __attribute__((vector_size(16)));
using Index = int __attribute__((vector_size(16)));
constexpr std::size_t kTileRows = 3;

inline Vec fma_by_element(Vec a, Vec b, Vec c) {
  for (std::size_t i = 0; i < 4; ++i) c[i] = __builtin_fmaf(a[i], b[i], c[i]);
  return c;
}

#if defined(__SSE2__) && !defined(__FP_FAST_FMAF)
/// The lower (0) or the upper (1) 32 bits of each of four doubles.
template <int Half>
inline __m128i halves(__m128d a, __m128d b) {
  return _mm_castps_si128(_mm_shuffle_ps(_mm_castpd_ps(a), _mm_castpd_ps(b), Half == 0 ? 0x88 : 0xdd));
}

// Without the instruction: in double precision the product is exact and the sum is rounded to 53 bits. To round this again, to the 24 of
// a float, gives what a single rounding gives, unless the sum lies halfway between two floats, or below their normal range.
inline __attribute__((always_inline)) Vec fma(Vec a, Vec b, Vec c) {
  const auto low_sum = [](__m128 x, __m128 y, __m128 z) { return _mm_cvtps_pd(x) * _mm_cvtps_pd(y) + _mm_cvtps_pd(z); };
  const __m128d first = low_sum(a, b, c), second = low_sum(_mm_movehl_ps(a, a), _mm_movehl_ps(b, b), _mm_movehl_ps(c, c));
  const __m128i low = _mm_and_si128(halves<0>(first, second), _mm_set1_epi32(0x1fffffff)),
                high = _mm_and_si128(halves<1>(first, second), _mm_set1_epi32(0x7fffffff));
  const __m128i halfway = _mm_cmpeq_epi32(low, _mm_set1_epi32(1 << 28)),
                tiny = _mm_and_si128(_mm_cmpgt_epi32(high, _mm_setzero_si128()), _mm_cmplt_epi32(high, _mm_set1_epi32((1023 - 126) << 20)));
  if (__builtin_expect(_mm_movemask_epi8(_mm_or_si128(halfway, tiny)), 0)) return fma_by_element(a, b, c);
  return _mm_movelh_ps(_mm_cvtpd_ps(first), _mm_cvtpd_ps(second));
}
#else
inline __attribute__((always_inline)) Vec fma(Vec a, Vec b, Vec c) { return fma_by_element(a, b, c); }
#endif

#include "nlp/kernels_impl.hpp"

}  // namespace
}  // namespace portable

const Kernels kernels_portable{"portable",           portable::affine,     portable::convolution_input, portable::convolve,
                               portable::sum_maxout, portable::layer_norm, portable::argmax};

}  // namespace entente::nlp
