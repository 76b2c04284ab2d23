#include <algorithm>
#include <map>

#include "entente/centrality.hpp"

// Gould and Fernandez, "Structures of mediation: a formal approach to brokerage in transaction networks", Sociological
// Methodology 19 (1989). O(sum of in-degree · out-degree).

namespace entente {

Brokerage brokerage(const SimpleGraph& graph, std::span<const std::uint32_t> group) {
  const auto n = graph.size();
  Brokerage out;
  for (auto* values : {&out.coordinator, &out.itinerant, &out.gatekeeper, &out.representative, &out.liaison})
    values->resize(n);
  std::vector<std::uint32_t> reached(n, no_index);  // By `a` directly.
  for (std::uint32_t a = 0; a < n; ++a) {
    for (const auto b : graph.out(a).nodes) reached[b] = a;
    for (const auto v : graph.out(a).nodes)
      for (const auto b : graph.out(v).nodes) {
        if (b == a || reached[b] == a) continue;
        const bool from = group[a] == group[v], to = group[v] == group[b], ends = group[a] == group[b];
        auto& role = from && to ? out.coordinator
                     : from     ? out.representative
                     : to       ? out.gatekeeper
                     : ends     ? out.itinerant
                                : out.liaison;
        ++role[v];
      }
  }
  return out;
}

std::vector<std::uint32_t> groups(const View& view, Grouping grouping) {
  std::map<std::string_view, std::uint32_t> numbers;
  std::vector<std::uint32_t> out;
  std::uint32_t alone = no_index;
  for (const ViewNode& node : view.nodes) {
    const auto name = grouping == Grouping::kind ? to_string(node.kind) : node.country;
    out.push_back(name.empty() ? --alone
                               : numbers.try_emplace(name, static_cast<std::uint32_t>(numbers.size())).first->second);
  }
  return out;
}

}  // namespace entente
