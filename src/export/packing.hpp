#pragma once
#include <vector>

#include "export/layout.hpp"

namespace entente::exporting {

/// An upright rectangle.
struct Box {
  Point low, high;
};

/// How far to move each shape, which is a union of boxes, so that none touch and the whole is compact. The first stays
/// where it is; each next goes where the whole grows least, into gaps of the ones before if it fits.
/// After Freivalds, Dogrusoz and Kikusts, "Disconnected graph layout and the polyomino packing approach" (2001); time
/// grows with the area times the shapes.
/// @param shapes not empty, none without boxes; large ones first. @param aspect the wanted width to height.
std::vector<Point> pack(const std::vector<std::vector<Box>>& shapes, double aspect);

}  // namespace entente::exporting
