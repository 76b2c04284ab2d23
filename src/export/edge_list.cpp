#include <ostream>

#include "export/formats.hpp"

// One edge a line, separated by tabs: source, target, relation, weight. Ids hold no white space; what is left can be
// read by nearly anything.

namespace entente::exporting {

void write_edge_list(std::ostream& out, const View& view, const ExportOptions&) {
  for (const ViewEdge& edge : view.edges)
    out << view.nodes[edge.source].id << '\t' << view.nodes[edge.target].id << '\t' << edge.relation << '\t'
        << edge.evidence.size() << '\n';
}

}  // namespace entente::exporting
