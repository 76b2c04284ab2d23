#include <algorithm>
#include <numeric>

#include "entente/centrality.hpp"

// Watts and Strogatz, "Collective dynamics of 'small-world' networks", Nature 393 (1998). Each triangle is found once,
// from its node of lowest degree: O(arcs^1.5).

namespace entente {

namespace {

/// Each edge once, from its node of lower degree; nodes are numbered by degree, neighbours as they come.
struct Upwards {
  std::vector<std::uint32_t> node;  ///< By number.
  std::vector<std::size_t> begin;   ///< By number.
  std::vector<std::uint32_t> ends;  ///< Numbers.

  explicit Upwards(const SimpleGraph& graph) : node(graph.size()), begin(graph.size() + 1) {
    const auto degree = [&](std::uint32_t v) { return graph.out(v).nodes.size(); };
    std::iota(node.begin(), node.end(), 0U);
    std::stable_sort(node.begin(), node.end(), [&](std::uint32_t a, std::uint32_t b) { return degree(a) < degree(b); });
    std::vector<std::uint32_t> number(node.size());
    for (std::uint32_t i = 0; i < node.size(); ++i) number[node[i]] = i;
    ends.reserve(graph.arcs() / 2);
    for (std::uint32_t i = 0; i < node.size(); ++i) {
      for (const auto u : graph.out(node[i]).nodes)
        if (number[u] > i) ends.push_back(number[u]);
      begin[i + 1] = ends.size();
    }
  }
  std::span<const std::uint32_t> of(std::uint32_t number) const {
    return std::span(ends).subspan(begin[number], begin[number + 1] - begin[number]);
  }
};

}  // namespace

std::vector<double> clustering(const SimpleGraph& graph) {
  const Upwards up(graph);
  std::vector<std::uint64_t> triangles(graph.size());
  std::vector<std::uint32_t> mark(graph.size(), no_index);
  for (std::uint32_t a = 0; a < graph.size(); ++a) {
    for (const auto b : up.of(a)) mark[b] = a;
    for (const auto b : up.of(a))
      for (const auto c : up.of(b))
        if (mark[c] == a) {
          ++triangles[a];
          ++triangles[b];
          ++triangles[c];
        }
  }
  std::vector<double> out(graph.size());
  for (std::uint32_t i = 0; i < graph.size(); ++i) {
    const double d = static_cast<double>(graph.out(up.node[i]).nodes.size());
    if (d >= 2) out[up.node[i]] = static_cast<double>(triangles[i]) / (d * (d - 1) / 2);
  }
  return out;
}

}  // namespace entente
