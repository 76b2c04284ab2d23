#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/network.hpp"

/// What an exporter or a measure sees of a network.
namespace entente {

/// What to keep. Empty lists and strings keep everything.
struct Filter {
  std::vector<std::string> relations{};  ///< Names of relations.
  std::vector<std::string> classes{};   ///< "cooperation", "conflict", "structural", or PLOVER event types ("SUPPORT").
  std::vector<Status> statuses{};       ///< Of edges, as the kept evidence gives it.
  std::vector<Kind> kinds{};            ///< Of both ends.
  std::vector<std::string> entities{};  ///< Node ids: edges with one of them at an end.
  std::string ego{};                    ///< Node id: what lies within `depth` steps of it, directions aside.
  unsigned depth = 1;
  std::string since{}, until{};  ///< Dates (YYYY-MM-DD or a beginning of it), inclusive: evidence of documents dated
                                 ///< within. Undated ones are left out.
  std::vector<std::string> claimed_by{};  ///< Node ids: evidence that they claim; "" for the articles' own voice.
  std::uint32_t min_weight = 0;           ///< Pieces of evidence of an edge.
  std::uint32_t min_documents = 0;        ///< Documents of an edge.
  unsigned component = 0;                 ///< The N-th largest connected component, counted from 1; 0 for all.
  bool collapse = false;  ///< Persons, bodies, regions and places with a known state are folded into it.
  bool simple = false;    ///< One edge for each ordered pair; see ViewEdge::relation.
  bool isolated = false;  ///< Keep entities without relations too.
};

/// The statuses that rankings and drawings show unless told otherwise: what is, will or may be.
inline const std::vector<Status> default_statuses{Status::asserted, Status::planned, Status::possible};

struct ViewNode {
  std::string_view id, name;
  Kind kind = Kind::organization;
  std::string_view country, ref;
  std::vector<std::string_view> names;
  std::uint32_t documents = 0;  ///< That mention it (the most of its members, where several were folded together).
  std::string_view first, last;
  std::vector<std::uint32_t> members;  ///< The network's nodes it stands for.
};

struct ViewEdge {
  std::string id;                        ///< "SOURCE-RELATION-TARGET"; unique.
  std::uint32_t source = 0, target = 0;  ///< Indices into View::nodes.
  std::string relation;                  ///< In a simple view all relations of the pair, joined by '|'.
  std::string event_class;               ///< "mixed" where a simple view joins several.
  std::string plover;                    ///< Likewise, joined by '|'; empty for structural relations.
  int quad = 0;                          ///< 0 for structural relations and mixed quad classes.
  bool symmetric = false;                ///< Of all its relations.
  Status status = Status::asserted;
  std::array<std::uint32_t, 6> statuses{};
  std::uint32_t documents = 0;  ///< That say it.
  double confidence = 0;        ///< Of the surest piece of evidence.
  std::string_view first, last;
  std::vector<const Evidence*> evidence;

  /// Pieces of evidence.
  double weight() const { return static_cast<double>(evidence.size()); }
};

/// A filtered network. Refers to the network, which must outlive it.
struct View {
  /// How many nodes and edges were left after each filter that was applied.
  struct Step {
    std::string filter;
    std::size_t nodes = 0, edges = 0;
  };

  const Network* network = nullptr;
  std::vector<ViewNode> nodes;  ///< By id.
  std::vector<ViewEdge> edges;  ///< By source, target and relation.
  std::vector<Step> steps;      ///< The first is the whole network.
  std::string definition;       ///< For captions: the filters in words.

  bool empty() const { return nodes.empty(); }
  /// "nothing is left: the network has 12 edges, --relation leaves 3, --since leaves 0".
  std::string why_empty() const;
};

/// @pre ids in `filter` are nodes of the network.
View make_view(const Network& network, const Filter& filter);

/// Nodes that a user may mean by `name`: the one with this id, else those with this name or other name, case and
/// diacritics aside, else (for "Lavrov") persons with this surname. Node indices, ascending.
std::vector<std::uint32_t> find_nodes(const Network& network, std::string_view name);

}  // namespace entente
