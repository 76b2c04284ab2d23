#include "entente/centrality.hpp"

// Degree and strength: Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1 (1979);
// for weights Barrat et al., "The architecture of complex weighted networks", PNAS 101 (2004). O(arcs).

namespace entente {

namespace {

template <typename Value>
std::vector<double> per_node(const SimpleGraph& graph, Value value) {
  std::vector<double> out(graph.size());
  for (std::uint32_t v = 0; v < graph.size(); ++v) out[v] = value(v);
  return out;
}

double sum(std::span<const double> values) {
  double total = 0;
  for (const double value : values) total += value;
  return total;
}

/// Size of the union of two ascending lists.
std::size_t united(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  std::size_t i = 0, j = 0, count = 0;
  for (; i < a.size() && j < b.size(); ++count) {
    const auto x = a[i], y = b[j];
    i += x <= y;
    j += y <= x;
  }
  return count + (a.size() - i) + (b.size() - j);
}

}  // namespace

std::vector<double> in_degree(const SimpleGraph& graph) {
  return per_node(graph, [&](std::uint32_t v) { return static_cast<double>(graph.in(v).nodes.size()); });
}
std::vector<double> out_degree(const SimpleGraph& graph) {
  return per_node(graph, [&](std::uint32_t v) { return static_cast<double>(graph.out(v).nodes.size()); });
}
std::vector<double> degree(const SimpleGraph& graph) {
  return per_node(graph,
                  [&](std::uint32_t v) { return static_cast<double>(united(graph.out(v).nodes, graph.in(v).nodes)); });
}
std::vector<double> in_strength(const SimpleGraph& graph) {
  return per_node(graph, [&](std::uint32_t v) { return sum(graph.in(v).weights); });
}
std::vector<double> out_strength(const SimpleGraph& graph) {
  return per_node(graph, [&](std::uint32_t v) { return sum(graph.out(v).weights); });
}
std::vector<double> strength(const SimpleGraph& graph) {
  return per_node(graph, [&](std::uint32_t v) { return sum(graph.in(v).weights) + sum(graph.out(v).weights); });
}

}  // namespace entente
