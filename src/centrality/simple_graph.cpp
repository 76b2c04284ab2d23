#include <algorithm>
#include <tuple>

#include "entente/centrality.hpp"

namespace entente {

SimpleGraph::Rows SimpleGraph::by_source(std::uint32_t nodes, const std::vector<Arc>& arcs) {
  Rows rows;
  rows.begin.assign(nodes + 1, 0);
  for (const Arc& arc : arcs) ++rows.begin[arc.source + 1];
  for (std::uint32_t n = 0; n < nodes; ++n) rows.begin[n + 1] += rows.begin[n];
  rows.nodes.resize(arcs.size());
  rows.weights.resize(arcs.size());
  auto next = rows.begin;
  for (const Arc& arc : arcs) {
    const auto at = next[arc.source]++;
    rows.nodes[at] = arc.target;
    rows.weights[at] = arc.weight;
  }
  return rows;
}

SimpleGraph::SimpleGraph(std::uint32_t nodes, std::vector<Arc> arcs) : size_(nodes) {
  std::erase_if(arcs, [](const Arc& arc) { return arc.source == arc.target; });
  std::sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) {
    return std::tie(a.source, a.target, a.weight) <
           std::tie(b.source, b.target, b.weight);  // Weights too: their sum must not depend on order.
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if (kept > 0 && arcs[kept - 1].source == arcs[i].source && arcs[kept - 1].target == arcs[i].target)
      arcs[kept - 1].weight += arcs[i].weight;
    else
      arcs[kept++] = arcs[i];
  }
  arcs.resize(kept);
  out_ = by_source(nodes, arcs);
  for (Arc& arc : arcs) std::swap(arc.source, arc.target);  // Sorted by the new target: rows come out ascending.
  in_ = by_source(nodes, arcs);
  symmetric_ = out_.begin == in_.begin && out_.nodes == in_.nodes;
}

SimpleGraph SimpleGraph::undirected() const {
  std::vector<Arc> both;
  both.reserve(2 * arcs());
  for (std::uint32_t v = 0; v < size_; ++v) {
    const Row row = out(v);
    for (std::size_t i = 0; i < row.nodes.size(); ++i) {
      both.push_back({v, row.nodes[i], row.weights[i]});
      both.push_back({row.nodes[i], v, row.weights[i]});
    }
  }
  return SimpleGraph(size_, std::move(both));
}

SimpleGraph simple_graph(const View& view) {
  std::vector<SimpleGraph::Arc> arcs;
  arcs.reserve(view.edges.size());
  for (const ViewEdge& edge : view.edges) {
    arcs.push_back({edge.source, edge.target, edge.weight()});
    if (edge.symmetric) arcs.push_back({edge.target, edge.source, edge.weight()});
  }
  return SimpleGraph(static_cast<std::uint32_t>(view.nodes.size()), std::move(arcs));
}

}  // namespace entente
