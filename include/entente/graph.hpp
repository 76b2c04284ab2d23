#pragma once
#include <boost/graph/adjacency_list.hpp>

#include "entente/network.hpp"

namespace entente {

/// The model: a Boost.Graph directed multigraph with a Node in every vertex and an Edge, with all its evidence, in
/// every edge.
class Graph : public boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Node, Edge> {
 public:
  Graph() = default;
  Graph(const Graph&) = delete;  // Large, and spans point into what goes with it.
  Graph& operator=(const Graph&) = delete;
};

/// Calls `f(source, target, edge)` for every edge, by source, target and relation.
template <typename Function>
void for_each_edge(const Graph& graph, Function f) {
  for (std::uint32_t source = 0; source < boost::num_vertices(graph); ++source)
    for (auto [it, end] = boost::out_edges(source, graph); it != end; ++it)
      f(source, static_cast<std::uint32_t>(boost::target(*it, graph)), graph[*it]);
}

}  // namespace entente
