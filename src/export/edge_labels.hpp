#pragma once
#include <graphviz/cgraph.h>

namespace entente::exporting {

/// Puts the labels of edges onto their lines, where they cover the fewest nodes, other labels and other lines.
/// @pre `graph` is laid out by libgvc.
void place_edge_labels(Agraph_t* graph);

}  // namespace entente::exporting
