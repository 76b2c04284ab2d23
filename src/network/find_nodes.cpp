#include <algorithm>

#include "entente/graph.hpp"
#include "entente/view.hpp"
#include "network/name_key.hpp"

namespace entente {

std::vector<std::uint32_t> find_nodes(const Network& network, std::string_view name) {
  const Graph& graph = network.graph();
  const std::string wanted = network::fold(name);
  // Better matches first: id, principal name, another name, last word of a person's name.
  std::vector<std::uint32_t> matches[4];
  for (std::uint32_t n = 0; n < boost::num_vertices(graph); ++n) {
    const Node& node = graph[n];
    const std::string own = network::fold(node.name);
    if (node.id == name) return {n};
    if (own == wanted)
      matches[1].push_back(n);
    else if (std::any_of(node.names.begin(), node.names.end(),
                         [&](std::string_view other) { return network::fold(other) == wanted; }))
      matches[2].push_back(n);
    else if (node.kind == Kind::person && own.size() > wanted.size() && own.ends_with(" " + wanted))
      matches[3].push_back(n);
  }
  for (auto& found : matches)
    if (!found.empty()) return std::move(found);
  return {};
}

}  // namespace entente
