#include "nlp/kernels_cpu.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente::nlp {

std::array<float, 6> convolution_weights(double before, double middle, double after) {
  const auto at = [&](double point) { return before + point * middle + point * point * after; };
  return {static_cast<float>(before / 0.5625), static_cast<float>(-at(0.5)),    static_cast<float>(-at(-0.5)),
          static_cast<float>(at(1.5) / 9),     static_cast<float>(at(-1.5) / 9), static_cast<float>(after)};
}

std::span<const Kernels* const> available_kernels() {
  static const std::vector<const Kernels*> all = [] {
    std::vector<const Kernels*> found;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw"))
      found.push_back(&kernels_avx512);
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) found.push_back(&kernels_avx2);
#endif
    found.push_back(&kernels_portable);
    const char* const wanted = std::getenv("ENTENTE_KERNELS");
    if (wanted == nullptr || *wanted == '\0') return found;
    const auto first = std::find_if(found.begin(), found.end(), [&](const Kernels* k) { return std::string_view(k->name) == wanted; });
    if (first == found.end()) {
      std::string names;
      for (const Kernels* k : found) names.append(names.empty() ? "" : ", ").append(k->name);
      throw std::runtime_error(std::string("ENTENTE_KERNELS: expected one of ") + names + ", found \"" + wanted + "\"");
    }
    return std::vector<const Kernels*>(first, found.end());
  }();
  return all;
}

}  // namespace entente::nlp
