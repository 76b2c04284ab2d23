#pragma once
#include "entente/export.hpp"

namespace entente::exporting {

void write_graphml(std::ostream& out, const View& view, const ExportOptions& options);
void write_gexf(std::ostream& out, const View& view, const ExportOptions& options);
void write_dot(std::ostream& out, const View& view, const ExportOptions& options);
void write_json(std::ostream& out, const View& view, const ExportOptions& options);
void write_csv_nodes(std::ostream& out, const View& view, const ExportOptions& options);
void write_csv_edges(std::ostream& out, const View& view, const ExportOptions& options);
void write_neo4j_nodes(std::ostream& out, const View& view, const ExportOptions& options);
void write_neo4j_edges(std::ostream& out, const View& view, const ExportOptions& options);
void write_edge_list(std::ostream& out, const View& view, const ExportOptions& options);
void write_svg(std::ostream& out, const View& view, const ExportOptions& options);
void write_png(std::ostream& out, const View& view, const ExportOptions& options);
void write_pdf(std::ostream& out, const View& view, const ExportOptions& options);

}  // namespace entente::exporting
