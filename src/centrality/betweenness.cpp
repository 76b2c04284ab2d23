#include <numeric>

#include "centrality/shortest_paths.hpp"
#include "entente/centrality.hpp"

// Freeman, "A set of measures of centrality based on betweenness", Sociometry 40 (1977), by the algorithm of Brandes,
// "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25 (2001). O(nodes · arcs).

namespace entente {

std::vector<double> betweenness(const SimpleGraph& graph, int jobs) {
  std::vector<std::uint32_t> sources(graph.size());
  std::iota(sources.begin(), sources.end(), 0U);
  return centrality::add_dependencies(graph, sources, jobs);
}

}  // namespace entente
