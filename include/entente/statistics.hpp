#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/centrality.hpp"

/// What a network is like as a whole.
namespace entente {

/// How many edges, pieces of evidence and documents say something of a sort.
struct Share {
  std::size_t edges = 0, evidence = 0, documents = 0;
};

/// An edge of the undirected simple graph without which a part would hang together with the rest no more.
struct Bridge {
  std::uint32_t a = 0, b = 0;  ///< Nodes of the view, the lower first.
  std::uint32_t cut_off = 0;   ///< Nodes of the smaller part.
};

struct Statistics {
  std::size_t nodes = 0, edges = 0, evidence = 0, documents = 0;  ///< Documents that say something of the view.
  std::size_t pairs = 0;            ///< Ordered pairs with an edge; symmetric edges count in both directions.
  double density = 0;               ///< pairs / (n(n-1))
  double reciprocity = 0;           ///< Share of the pairs whose opposite is one too.
  double mean_degree = 0;           ///< Different partners.
  double mean_clustering = 0;       ///< Watts and Strogatz, over all nodes; @see clustering.
  std::size_t components = 0;       ///< Directions aside.
  std::size_t largest_component = 0;  ///< Its nodes.
  std::size_t strong_components = 0;  ///< Along the arcs.
  std::size_t communities = 0;      ///< @see leiden
  double modularity = 0;            ///< Of the communities.
  std::size_t articulation_points = 0;
  Balance balance;
  /// From -1 to 1: do arcs stay within a kind, or a country, more than chance would have them? Absent where all arcs
  /// are within one. Of countries only arcs between actors whose countries are known count.
  std::optional<double> kind_assortativity, country_assortativity;
  std::map<std::string_view, std::size_t> kinds;        ///< Nodes by kind.
  std::map<std::string, Share> classes;                 ///< By class.
  std::map<std::string, Share> relations;               ///< By relation; in a simple view by relations joined by '|'.
  std::array<Share, 6> statuses;                        ///< Edges of a status; evidence and documents of that status.
  std::map<std::string, Share> periods;                 ///< By day, month or year; "" for undated documents. Edges: with evidence then.
  std::vector<Bridge> bridges;                          ///< Those that cut off most first.
};

enum class Period { year, month, day };

Statistics statistics(const View& view, Period period = Period::month, int jobs = 1);

/// Newman, "Mixing patterns in networks", Physical Review E 67 (2003): assortativity of arcs by groups of nodes.
/// @param group per node; nodes of `no_index` are left out with their arcs. @return nothing where it is not defined.
std::optional<double> assortativity(const SimpleGraph& graph, std::span<const std::uint32_t> group);

/// Share of arcs whose opposite is there too.
double reciprocity(const SimpleGraph& graph);

}  // namespace entente
