#include "centrality/spectral.hpp"
#include "entente/centrality.hpp"

// Kleinberg, "Authoritative sources in a hyperlinked environment", Journal of the ACM 46 (1999). Power iteration on
// A'A; O(arcs) each.

namespace entente {

Hits hits(const SimpleGraph& graph) {
  const auto pull = [&](auto row_of, const std::vector<double>& x, std::vector<double>& next) {
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
      const SimpleGraph::Row row = row_of(v);
      double sum = 0;
      for (std::size_t i = 0; i < row.nodes.size(); ++i) sum += row.weights[i] * x[row.nodes[i]];
      next[v] = sum;
    }
  };
  const auto out = [&](std::uint32_t v) { return graph.out(v); };
  const auto in = [&](std::uint32_t v) { return graph.in(v); };
  std::vector<double> hubs(graph.size());
  Hits result;
  result.authorities = centrality::iterate(graph.size(), [&](const std::vector<double>& x, std::vector<double>& next) {
    pull(out, x, hubs);
    pull(in, hubs, next);
  });
  pull(out, result.authorities, hubs);
  const double largest = hubs.empty() ? 0 : *std::max_element(hubs.begin(), hubs.end());
  if (largest > 0)
    for (double& value : hubs) value /= largest;
  result.hubs = std::move(hubs);
  return result;
}

}  // namespace entente
