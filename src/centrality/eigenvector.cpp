#include "centrality/spectral.hpp"
#include "entente/centrality.hpp"

// Bonacich, "Power and centrality: a family of measures", American Journal of Sociology 92 (1987). Power iteration on A
// + sI, which has the same eigenvectors but converges on bipartite graphs too; O(arcs) an iteration.

namespace entente {

std::vector<double> eigenvector(const SimpleGraph& graph) {
  double heaviest = 0;
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    double sum = 0;
    for (const double weight : graph.in(v).weights) sum += weight;
    heaviest = std::max(heaviest, sum);
  }
  if (heaviest == 0) return std::vector<double>(graph.size(), 1.0);
  // The largest eigenvalue is at least the root of the heaviest row's sum of squares; half of a cautious guess is
  // enough to break the tie.
  const double shift = std::sqrt(heaviest) / 2;
  return centrality::iterate(graph.size(), [&](const std::vector<double>& x, std::vector<double>& next) {
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
      const auto row = graph.in(v);
      double sum = shift * x[v];
      for (std::size_t i = 0; i < row.nodes.size(); ++i) sum += row.weights[i] * x[row.nodes[i]];
      next[v] = sum;
    }
  });
}

}  // namespace entente
