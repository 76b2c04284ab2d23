#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <map>

#include "entente/centrality.hpp"

// Hopcroft and Tarjan, "Efficient algorithms for graph manipulation", Communications of the ACM 16 (1973), by
// Boost.Graph. A bridge is a biconnected component of one edge. O(arcs).

namespace entente {

Cuts cuts(const SimpleGraph& graph) {
  using Boost = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                      boost::property<boost::edge_index_t, std::size_t>>;
  Boost copy(graph.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  for (std::uint32_t v = 0; v < graph.size(); ++v)
    for (const auto u : graph.out(v).nodes)
      if (v < u) {
        boost::add_edge(v, u, edges.size(), copy);
        edges.emplace_back(v, u);
      }
  std::vector<std::size_t> component(edges.size()), size;
  std::vector<std::size_t> points;
  const auto map = boost::make_iterator_property_map(component.begin(), boost::get(boost::edge_index, copy));
  boost::biconnected_components(copy, map, std::back_inserter(points));
  for (const auto c : component) {
    if (c >= size.size()) size.resize(c + 1);
    ++size[c];
  }
  Cuts out;
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  for (const auto point : points) out.articulation_points.push_back(static_cast<std::uint32_t>(point));
  for (std::size_t e = 0; e < edges.size(); ++e)
    if (size[component[e]] == 1) out.bridges.push_back(edges[e]);
  return out;
}

}  // namespace entente
