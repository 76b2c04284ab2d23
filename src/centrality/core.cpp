#include <algorithm>

#include "entente/centrality.hpp"

// Batagelj and Zaversnik, "An O(m) algorithm for cores decomposition of networks", arXiv:cs/0310049 (2003). O(arcs).

namespace entente {

std::vector<double> core_numbers(const SimpleGraph& graph) {
  const auto n = graph.size();
  std::vector<std::uint32_t> degree(n), order(n), place(n);
  std::uint32_t highest = 0;
  for (std::uint32_t v = 0; v < n; ++v)
    highest = std::max(highest, degree[v] = static_cast<std::uint32_t>(graph.out(v).nodes.size()));
  std::vector<std::uint32_t> bin(highest + 2);  // Where each degree begins in `order`.
  for (const auto d : degree) ++bin[d + 1];
  for (std::uint32_t d = 0; d <= highest; ++d) bin[d + 1] += bin[d];
  auto next = bin;
  for (std::uint32_t v = 0; v < n; ++v) order[place[v] = next[degree[v]]++] = v;
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto v = order[i];
    for (const auto u : graph.out(v).nodes) {
      if (degree[u] <= degree[v]) continue;
      // Swap u with the first node of its degree, then let that degree begin one later.
      const auto first = order[bin[degree[u]]];
      std::swap(order[place[u]], order[place[first]]);
      std::swap(place[u], place[first]);
      ++bin[degree[u]--];
    }
  }
  return {degree.begin(), degree.end()};
}

}  // namespace entente
