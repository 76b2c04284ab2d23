#pragma once
#include <span>
#include <vector>

#include "entente/centrality.hpp"

namespace entente::centrality {

/// For every node, the shares of shortest paths from `sources` that pass through it, added up.
std::vector<double> add_dependencies(const SimpleGraph& graph, std::span<const std::uint32_t> sources, int jobs);

}  // namespace entente::centrality
