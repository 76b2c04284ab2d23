#include <algorithm>

#include "entente/centrality.hpp"

// Watts and Strogatz, "Collective dynamics of 'small-world' networks", Nature 393 (1998). Each triangle is found once,
// from its node of lowest degree: O(arcs^1.5).

namespace entente {

std::vector<double> clustering(const SimpleGraph& graph) {
  const auto n = graph.size();
  const auto degree = [&](std::uint32_t v) { return graph.out(v).nodes.size(); };
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return degree(a) != degree(b) ? degree(a) < degree(b) : a < b;
  };
  std::vector<double> triangles(n);
  std::vector<std::uint32_t> mark(n, no_index);
  for (std::uint32_t v = 0; v < n; ++v) {
    for (const auto u : graph.out(v).nodes)
      if (before(v, u)) mark[u] = v;
    for (const auto u : graph.out(v).nodes) {
      if (!before(v, u)) continue;
      for (const auto w : graph.out(u).nodes)
        if (before(u, w) && mark[w] == v) {
          ++triangles[v];
          ++triangles[u];
          ++triangles[w];
        }
    }
  }
  for (std::uint32_t v = 0; v < n; ++v) {
    const double d = static_cast<double>(degree(v));
    triangles[v] = d < 2 ? 0 : triangles[v] / (d * (d - 1) / 2);
  }
  return triangles;
}

}  // namespace entente
