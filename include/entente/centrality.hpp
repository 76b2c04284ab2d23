#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "entente/view.hpp"

/// Measures of who is central. They run on a simple weighted graph: a view without loops, parallel edges joined,
/// weights added.
namespace entente {

/// A directed graph without loops and parallel arcs, both ways in compressed sparse rows; neighbours ascending.
class SimpleGraph {
 public:
  struct Arc {
    std::uint32_t source = 0, target = 0;
    double weight = 1;
  };
  struct Row {
    std::span<const std::uint32_t> nodes;
    std::span<const double> weights;
  };

  SimpleGraph() = default;
  /// Loops are dropped, parallel arcs joined with their weights added. @pre ends are below `nodes`.
  SimpleGraph(std::uint32_t nodes, std::vector<Arc> arcs);

  std::uint32_t size() const { return size_; }
  std::size_t arcs() const { return out_.nodes.size(); }
  Row out(std::uint32_t node) const { return out_.row(node); }
  Row in(std::uint32_t node) const { return in_.row(node); }

  /// Whether every arc has its opposite: then out(v) and in(v) have the same nodes.
  bool symmetric() const { return symmetric_; }
  /// Each arc in both directions; weights of opposite arcs added. Then out(v) and in(v) are equal.
  SimpleGraph undirected() const;

 private:
  struct Rows {
    std::vector<std::size_t> begin;
    std::vector<std::uint32_t> nodes;
    std::vector<double> weights;
    Row row(std::uint32_t node) const {
      const auto first = begin[node], count = begin[node + 1] - first;
      return {std::span(nodes).subspan(first, count), std::span(weights).subspan(first, count)};
    }
  };
  static Rows by_source(std::uint32_t nodes, const std::vector<Arc>& arcs);

  std::uint32_t size_ = 0;
  bool symmetric_ = true;
  Rows out_, in_;
};

/// The simple graph of a view: an arc for each ordered pair, weighted by pieces of evidence; symmetric edges count in
/// both directions.
SimpleGraph simple_graph(const View& view);

// Each measure is in one file of src/centrality, with its source and complexity. Values are per node. `jobs` is a
// number of threads; no value depends on it.

std::vector<double> in_degree(const SimpleGraph& graph);
std::vector<double> out_degree(const SimpleGraph& graph);
/// Neighbours, directions aside.
std::vector<double> degree(const SimpleGraph& graph);
std::vector<double> in_strength(const SimpleGraph& graph);
std::vector<double> out_strength(const SimpleGraph& graph);
/// Weights of all arcs at the node.
std::vector<double> strength(const SimpleGraph& graph);

/// Shortest paths by number of arcs that pass through the node, over ordered pairs; not normalised. For an undirected
/// graph halve it.
std::vector<double> betweenness(const SimpleGraph& graph, int jobs = 1);

/// Where random walks along the weights end up; sums to 1. Nodes without out-arcs jump anywhere.
/// @param tolerance the iteration stops when the values change by less in sum.
std::vector<double> pagerank(const SimpleGraph& graph, double damping = 0.85, double tolerance = 1e-12, int jobs = 1);

/// An estimate of betweenness() from shortest paths of some sources, drawn by chance with a fixed seed.
struct SampledBetweenness {
  std::vector<double> values;
  std::uint32_t samples = 0;
  double error = 0;  ///< No value is off by more, with the confidence asked for.
};
/// @param error of values divided by n(n-2), in (0, 1); @param confidence in (0, 1).
SampledBetweenness sampled_betweenness(const SimpleGraph& graph, double error, double confidence = 0.95, int jobs = 1,
                                       std::uint64_t seed = 1);

/// Distances are numbers of arcs, from the node along the arcs. Nodes that reach none have 0.
struct Closeness {
  std::vector<double> closeness;  ///< Nodes reached, divided by the sum of distances to them.
  std::vector<double> harmonic;   ///< Sum of 1/distance over all others, divided by n-1.
};
Closeness closeness(const SimpleGraph& graph, int jobs = 1);

/// Principal eigenvector of the weights, largest value 1. @pre `graph` is undirected.
std::vector<double> eigenvector(const SimpleGraph& graph);

/// x = alpha A'x + 1, from arcs that point at the node, unweighted; Euclidean length 1. It has a finite solution for
/// alpha below 1 / (largest eigenvalue); 0 takes 0.85 of that.
std::vector<double> katz(const SimpleGraph& graph, double alpha = 0);

/// Good hubs point at good authorities; weighted; the largest value of each is 1.
struct Hits {
  std::vector<double> hubs, authorities;
};
Hits hits(const SimpleGraph& graph);

/// The largest k such that the node is in a part where all have k neighbours. @pre `graph` is undirected.
std::vector<double> core_numbers(const SimpleGraph& graph);

/// Share of a node's pairs of neighbours that are neighbours themselves; 0 with fewer than two. @pre `graph` is
/// undirected.
std::vector<double> clustering(const SimpleGraph& graph);

/// What holds the network together. @pre `graph` is undirected.
struct Cuts {
  std::vector<std::uint32_t> articulation_points;                ///< Ascending.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bridges;  ///< Lower node first; ascending.
  std::vector<std::uint32_t> cut_off;                            ///< Per bridge: nodes of the smaller part it holds.
};
Cuts cuts(const SimpleGraph& graph);

/// Number of its part for each node; parts are numbered by size, the largest 0, then by their first node.
std::vector<std::uint32_t> components(const SimpleGraph& graph);         ///< Directions aside.
std::vector<std::uint32_t> strong_components(const SimpleGraph& graph);  ///< Along the arcs.

/// Communities of high modularity; numbered as components. @pre `graph` is undirected.
struct Communities {
  std::vector<std::uint32_t> community;
  double modularity = 0;
};
Communities leiden(const SimpleGraph& graph, double resolution = 1.0, std::uint64_t seed = 1);
/// @pre `graph` is undirected.
double modularity(const SimpleGraph& graph, std::span<const std::uint32_t> community, double resolution = 1.0);

/// Structural balance: a pair of actors is friendly where there is more evidence of cooperation than of conflict,
/// hostile where less.
struct Balance {
  std::uint64_t friendly = 0, hostile = 0;  ///< Pairs.
  std::uint64_t balanced = 0,
                unbalanced = 0;  ///< Triangles of such pairs; balanced where the product of signs is positive.
  std::vector<double> share;     ///< Per node: balanced share of its triangles; 1 with none.
};
Balance balance(const View& view);

/// Gould-Fernandez brokerage: paths a → v → b without an arc a → b, by the groups of the three.
enum class Grouping { kind, country };
struct Brokerage {
  std::vector<double> coordinator;     ///< All three of one group.
  std::vector<double> itinerant;       ///< Both others of one group, the broker of another (consultant).
  std::vector<double> gatekeeper;      ///< From another group into the broker's.
  std::vector<double> representative;  ///< From the broker's group to another.
  std::vector<double> liaison;         ///< All three of different groups.
};
/// @param group per node; @see groups.
Brokerage brokerage(const SimpleGraph& graph, std::span<const std::uint32_t> group);
/// Numbers for kinds or countries; a node without a country is a group of its own.
std::vector<std::uint32_t> groups(const View& view, Grouping grouping);

/// What a measure may look at.
struct MeasureInput {
  const View& view;
  SimpleGraph directed, undirected;
  int jobs = 1;
};
MeasureInput measure_input(const View& view, int jobs);

struct Measure {
  std::string_view name;     ///< "pagerank"
  std::string_view summary;  ///< One line: the definition used, no full stop.
  std::vector<double> (*compute)(const MeasureInput& input);
};

/// Every measure, in the order in which they are listed.
std::span<const Measure> measures();
/// @return nullptr where there is none.
const Measure* find_measure(std::string_view name);

}  // namespace entente
