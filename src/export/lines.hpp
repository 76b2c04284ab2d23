#pragma once
#include <vector>

#include "export/drawing.hpp"

namespace entente::exporting {

/// One line for each two actors and class, with all its relations.
/// @param place per node of the view: its index in the drawing, or no_index.
std::vector<DrawnEdge> bundle(const View& view, const std::vector<std::uint32_t>& place);

/// The `most` lines with the most evidence, but first those that hold together what is connected (a maximum spanning
/// forest), so that no actor loses its last one. @param nodes of the drawing.
std::vector<DrawnEdge> strongest(std::vector<DrawnEdge> lines, std::size_t nodes, std::size_t most);

}  // namespace entente::exporting
