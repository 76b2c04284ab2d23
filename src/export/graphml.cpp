#include "export/attributes.hpp"
#include "export/formats.hpp"
#include "export/xml.hpp"

// GraphML as Gephi, igraph and NetworkX all read it: the relation is the XML attribute `label` of an edge, by which
// Gephi tells parallel edges apart; every edge has an id; no edge says `directed`, since NetworkX refuses a mix.

namespace entente::exporting {

namespace {

template <typename Item>
void write_keys(XmlWriter& xml, const char* what, std::span<const Column<Item>> columns) {
  for (const auto& column : columns) {
    xml.start("key");
    xml.attribute("id", column.key);
    xml.attribute("for", what);
    xml.attribute("attr.name", column.key);
    xml.attribute("attr.type", xml_type(column.type, "int"));
    xml.end();
  }
}

template <typename Item>
void write_data(XmlWriter& xml, const Scene& scene, std::span<const Column<Item>> columns, std::size_t index,
                const Item& item, std::string& value) {
  for (const auto& column : columns) {
    value.clear();
    column.append(value, scene, index, item);
    if (value.empty() && column.type != Type::string && column.type != Type::list) continue;
    xml.start("data");
    xml.attribute("key", column.key);
    xml.text(value);
    xml.end();
  }
}

}  // namespace

void write_graphml(std::ostream& out, const View& view, const ExportOptions& options) {
  const Scene scene = make_scene(view);
  XmlWriter xml(out);
  xml.comment(" " + description(view, options) + " ");
  xml.start("graphml");
  xml.attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
  write_keys(xml, "node", node_columns());
  write_keys(xml, "edge", edge_columns());
  xml.start("graph");
  xml.attribute("id", "entente");
  xml.attribute("edgedefault", "directed");
  std::string value;
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    xml.start("node");
    xml.attribute("id", view.nodes[i].id);
    write_data(xml, scene, node_columns(), i, view.nodes[i], value);
    xml.end();
  }
  for (std::size_t i = 0; i < view.edges.size(); ++i) {
    const ViewEdge& edge = view.edges[i];
    xml.start("edge");
    xml.attribute("id", edge.id);
    xml.attribute("source", view.nodes[edge.source].id);
    xml.attribute("target", view.nodes[edge.target].id);
    xml.attribute("label", edge.relation);
    write_data(xml, scene, edge_columns(), i, edge, value);
    xml.end();
  }
  xml.finish();
}

}  // namespace entente::exporting
