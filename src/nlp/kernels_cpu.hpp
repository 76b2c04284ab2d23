#pragma once
// The sets of kernels, one a file. Everything those files include must be included here, before they switch the instruction set: no
// inline function of a header may be compiled for a processor that the program may not run on.
#include <cstdint>

#include "nlp/kernels.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace entente::nlp {

extern const Kernels kernels_portable;
#if defined(__x86_64__)
extern const Kernels kernels_avx2, kernels_avx512;
#endif

}  // namespace entente::nlp
