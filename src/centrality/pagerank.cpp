#include <cmath>
#include <numeric>

#include "centrality/blocks.hpp"
#include "entente/centrality.hpp"

// Page, Brin, Motwani and Winograd, "The PageRank citation ranking", Stanford InfoLab 1999-66. Power iteration, each
// node pulling from those that point at it; O(arcs) an iteration.

namespace entente {

std::vector<double> pagerank(const SimpleGraph& graph, double damping, double tolerance, int jobs) {
  const auto n = graph.size();
  if (n == 0) return {};
  constexpr std::uint32_t blocks = 64;
  constexpr int most_iterations = 10000;
  std::vector<double> rank(n, 1.0 / n), next(n), given(n), per_weight(n);
  for (std::uint32_t v = 0; v < n; ++v) {
    const auto weights = graph.out(v).weights;
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    per_weight[v] = total > 0 ? damping / total : 0;
  }
  std::vector<double> changes(blocks), stuck(blocks);
  for (int iteration = 0; iteration < most_iterations; ++iteration) {
    centrality::for_blocks(n, blocks, jobs, [&](std::uint32_t block, std::uint32_t begin, std::uint32_t end) {
      double sum = 0;
      for (auto v = begin; v < end; ++v) {
        given[v] = rank[v] * per_weight[v];
        if (per_weight[v] == 0) sum += rank[v];
      }
      stuck[block] = sum;
    });
    const double base = (1 - damping + damping * std::accumulate(stuck.begin(), stuck.end(), 0.0)) / n;
    centrality::for_blocks(n, blocks, jobs, [&](std::uint32_t block, std::uint32_t begin, std::uint32_t end) {
      double change = 0;
      for (auto v = begin; v < end; ++v) {
        const auto row = graph.in(v);
        double sum = 0;
        for (std::size_t i = 0; i < row.nodes.size(); ++i) sum += given[row.nodes[i]] * row.weights[i];
        next[v] = base + sum;
        change += std::abs(next[v] - rank[v]);
      }
      changes[block] = change;
    });
    rank.swap(next);
    if (std::accumulate(changes.begin(), changes.end(), 0.0) < tolerance) break;
  }
  return rank;
}

}  // namespace entente
