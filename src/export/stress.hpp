#pragma once
#include <vector>

#include "export/layout.hpp"

namespace entente::exporting {

/// Places for a connected graph such that distances in the plane come near to those in the graph, the longer side of
/// the whole lying.
/// @param unit points for one step.
std::vector<Point> stress_layout(const SimpleGraph& graph, double unit);

}  // namespace entente::exporting
