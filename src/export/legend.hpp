#pragma once
#include "export/dot.hpp"
#include "export/drawing.hpp"
#include "export/route.hpp"

namespace entente::exporting {

/// Adds the explanation of what a drawing shows, and of nothing else, below it: the shapes of its kinds, the colours of
/// its classes, the lines of its statuses, arrows. Nodes and edges of the legend have names that begin with "legend".
/// @param curves of the drawing's lines. @param font_size in points.
void add_legend(DotGraph& dot, const Drawing& drawing, const std::vector<Curve>& curves, double font_size);

}  // namespace entente::exporting
