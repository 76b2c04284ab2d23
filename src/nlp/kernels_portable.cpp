// For any processor: vectors of four floats, which GCC and Clang map to SSE2, NEON or plain arithmetic.
#include "nlp/kernels_cpu.hpp"

namespace entente::nlp {
namespace portable {
namespace {

using Vec = float __attribute__((vector_size(16)));
using Index = int __attribute__((vector_size(16)));
constexpr std::size_t kTileRows = 3;
inline __attribute__((always_inline)) Vec fma(Vec a, Vec b, Vec c) { return a * b + c; }
#include "nlp/kernels_impl.hpp"

}  // namespace
}  // namespace portable

const Kernels kernels_portable{"portable",           portable::affine,     portable::convolution_input, portable::convolve,
                               portable::sum_maxout, portable::layer_norm, portable::argmax};

}  // namespace entente::nlp
