#include <algorithm>
#include <map>

#include "entente/centrality.hpp"

// Cartwright and Harary, "Structural balance: a generalization of Heider's theory", Psychological Review 63 (1956).
// O(pairs^1.5).

namespace entente {

namespace {

/// Signed pairs: neighbours ascending, weight +1 or -1.
SimpleGraph signed_graph(const View& view) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> sums;
  for (const ViewEdge& edge : view.edges) {
    const double sign = edge.event_class == "cooperation" ? 1 : edge.event_class == "conflict" ? -1 : 0;
    if (edge.source != edge.target) sums[std::minmax(edge.source, edge.target)] += sign * edge.weight();
  }
  std::vector<SimpleGraph::Arc> arcs;
  for (const auto& [pair, sum] : sums) {
    if (sum == 0) continue;
    arcs.push_back({pair.first, pair.second, sum > 0 ? 1.0 : -1.0});
    arcs.push_back({pair.second, pair.first, sum > 0 ? 1.0 : -1.0});
  }
  return SimpleGraph(static_cast<std::uint32_t>(view.nodes.size()), std::move(arcs));
}

}  // namespace

Balance balance(const View& view) {
  const SimpleGraph graph = signed_graph(view);
  Balance out;
  std::vector<double> mark(graph.size()), balanced(graph.size()), triangles(graph.size());
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    const auto row = graph.out(v);
    for (std::size_t i = 0; i < row.nodes.size(); ++i) mark[row.nodes[i]] = row.weights[i];
    for (std::size_t i = 0; i < row.nodes.size(); ++i) {
      const auto u = row.nodes[i];
      if (u < v) continue;
      ++(row.weights[i] > 0 ? out.friendly : out.hostile);
      const auto next = graph.out(u);
      for (std::size_t j = 0; j < next.nodes.size(); ++j) {
        const auto w = next.nodes[j];
        if (w < u || mark[w] == 0) continue;
        const bool good = row.weights[i] * next.weights[j] * mark[w] > 0;
        ++(good ? out.balanced : out.unbalanced);
        for (const auto node : {v, u, w}) {
          ++triangles[node];
          balanced[node] += good ? 1 : 0;
        }
      }
    }
    for (const auto u : row.nodes) mark[u] = 0;
  }
  out.share.resize(graph.size());
  for (std::uint32_t v = 0; v < graph.size(); ++v) out.share[v] = triangles[v] > 0 ? balanced[v] / triangles[v] : 1;
  return out;
}

}  // namespace entente
