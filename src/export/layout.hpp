#pragma once
#include <vector>

#include "entente/centrality.hpp"

namespace entente::exporting {

struct Point {
  double x = 0, y = 0;
};

/// A box around a node's place that no other may cover; half of its extent.
struct Extent {
  double width = 0, height = 0;
};

/// Places the nodes in the plane, in points. The same graph gives the same places: the start is a spiral by degree, not
/// chance.
/// @param graph undirected; @param extents per node, or empty for discs by degree.
/// @param room how many times the area of the boxes a connected part may take.
std::vector<Point> layout(const SimpleGraph& graph, std::vector<Extent> extents, double room);

/// Diameter of a node's disc in points.
double node_size(double degree);

}  // namespace entente::exporting
