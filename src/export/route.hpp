#pragma once
#include <array>
#include <vector>

#include "export/drawing.hpp"
#include "export/layout.hpp"

namespace entente::exporting {

/// A cubic Bézier curve from the border of one node to that of the other, its points as Graphviz names them.
struct Curve {
  std::array<Point, 4> points;
  Point at(double t) const;
};

/// A curve for each line of a drawing: straight where the way is free, else bent past the nodes in the way; lines of
/// the same two nodes bend apart.
/// @param apart points between lines of the same two nodes.
std::vector<Curve> route(const Drawing& drawing, double apart);

/// The part of a curve that ends `length` points before its end.
Curve shortened(const Curve& curve, double length);

}  // namespace entente::exporting
