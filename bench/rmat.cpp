#include "rmat.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <random>
#include <stdexcept>

namespace entente::bench {

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Chooses a quadrant of the matrix `scale` times; 16 random bits each are enough.
Pair draw(unsigned scale, std::mt19937_64& random) {
  std::uint32_t row = 0, column = 0;
  std::uint64_t bits = 0;
  for (unsigned level = 0; level < scale; ++level, bits >>= 16) {
    if (level % 4 == 0) bits = random();
    const auto chance = static_cast<double>(bits & 0xffff) / 65536;
    row = 2 * row + (chance >= 0.76 ? 1 : 0);
    column = 2 * column + (chance >= 0.95 || (chance >= 0.57 && chance < 0.76) ? 1 : 0);
  }
  return {row, column};
}

}  // namespace

std::vector<Pair> rmat(std::uint32_t nodes, std::size_t edges, bool undirected, std::uint64_t seed) {
  const double pairs = static_cast<double>(nodes) * (nodes - 1.0) / (undirected ? 2 : 1);
  if (nodes < 2 || static_cast<double>(edges) > pairs / 4) throw std::invalid_argument("too many edges for so few nodes");
  std::mt19937_64 random(seed);
  std::vector<std::uint32_t> name(nodes);
  std::iota(name.begin(), name.end(), 0U);
  for (std::uint32_t i = nodes; i > 1; --i) std::swap(name[i - 1], name[random() % i]);
  const auto scale = static_cast<unsigned>(std::bit_width(nodes - 1));
  std::vector<Pair> out;
  while (out.size() < edges) {
    for (auto missing = edges - out.size(); missing > 0;) {
      auto [a, b] = draw(scale, random);
      if (a >= nodes || b >= nodes || a == b) continue;
      a = name[a];
      b = name[b];
      if (undirected && b < a) std::swap(a, b);
      out.emplace_back(a, b);
      --missing;
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }
  return out;
}

}  // namespace entente::bench
