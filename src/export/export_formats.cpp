#include <algorithm>
#include <array>

#include "export/formats.hpp"

namespace entente {

namespace {

using namespace exporting;

constexpr std::array<ExportFormat, 12> formats{{
    {"graphml", "graphml", "GraphML for Gephi, igraph, NetworkX, yEd", write_graphml},
    {"gexf", "gexf", "GEXF 1.3 for Gephi, with the days of each relation", write_gexf},
    {"dot", "dot", "Graphviz", write_dot},
    {"json", "json", "node-link JSON with all evidence, as NetworkX reads it", write_json},
    {"csv-nodes", "nodes.csv", "table of nodes for Gephi", write_csv_nodes},
    {"csv-edges", "edges.csv", "table of edges for Gephi", write_csv_edges},
    {"neo4j-nodes", "neo4j-nodes.csv", "nodes for Neo4j's admin import", write_neo4j_nodes},
    {"neo4j-edges", "neo4j-edges.csv", "relationships for Neo4j's admin import", write_neo4j_edges},
    {"edges", "tsv", "edge list: source, target, relation and weight by tabs", write_edge_list},
    {"svg", "svg", "drawing", write_svg},
    {"png", "png", "drawing", write_png},
    {"pdf", "pdf", "drawing", write_pdf},
}};

}  // namespace

std::span<const ExportFormat> export_formats() { return formats; }

const ExportFormat* find_export_format(std::string_view name) {
  const auto found =
      std::find_if(formats.begin(), formats.end(), [&](const ExportFormat& f) { return f.name == name; });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace entente
