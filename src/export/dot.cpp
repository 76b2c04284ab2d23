#include "export/dot.hpp"

#include "export/attributes.hpp"
#include "export/formats.hpp"
#include "export/look.hpp"

// DOT by Graphviz's own library: all attributes, and enough of a look that `sfdp -Tsvg` gives a readable picture.

namespace entente::exporting {

namespace {

/// Names that mean something else to Graphviz, or nothing in this format.
bool is_skipped(std::string_view key) {
  for (const std::string_view skipped : {"label", "size", "r", "g", "b", "x", "y"})
    if (key == skipped) return true;
  return false;
}

void declare(DotGraph& dot) {
  for (const auto& column : node_columns())
    if (!is_skipped(column.key)) dot.node_default(column.key, "");
  for (const auto& column : edge_columns())
    if (!is_skipped(column.key)) dot.edge_default(column.key, "");
  for (const char* name : {"shape", "fillcolor", "label"}) dot.node_default(name, "");
  dot.node_default("style", "filled");
  dot.node_default("fontname", font);
  for (const char* name : {"color", "style", "label", "penwidth", "dir"}) dot.edge_default(name, "");
  dot.edge_default("fontname", font);
  dot.edge_default("fontsize", "9");
}

void write_graph(std::ostream& out, Agraph_t* graph) {
  Agiodisc_t to_stream{AgIoDisc.afread,
                       [](void* channel, const char* text) {
                         *static_cast<std::ostream*>(channel) << text;
                         return 0;
                       },
                       [](void*) { return 0; }};
  Agiodisc_t* const before = graph->clos->disc.io;
  graph->clos->disc.io = &to_stream;
  agwrite(graph, &out);
  graph->clos->disc.io = before;
}

}  // namespace

void write_dot(std::ostream& out, const View& view, const ExportOptions& options) {
  const Scene scene = measure_scene(view);
  DotGraph dot;
  declare(dot);
  dot.set_graph("label", options.title.empty() ? view.definition : options.title + "\n" + view.definition);
  dot.set_graph("overlap", "prism");
  dot.set_graph("fontname", font);
  std::string value;
  std::vector<Agnode_t*> nodes;
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    const ViewNode& node = view.nodes[i];
    Agnode_t* const made = dot.node(node.id);
    nodes.push_back(made);
    dot.set(made, "label", node.name);
    dot.set(made, "shape", shape(node.kind));
    dot.set(made, "fillcolor", hex(kind_color(node.kind)));
    for (const auto& column : node_columns()) {
      if (is_skipped(column.key)) continue;
      value.clear();
      column.append(value, scene, i, node);
      dot.set(made, column.key, value);
    }
    if (options.clusters && !node.country.empty()) {
      Agraph_t* const cluster = dot.cluster(node.country);
      agsubnode(cluster, made, 1);
    }
  }
  for (std::size_t i = 0; i < view.edges.size(); ++i) {
    const ViewEdge& edge = view.edges[i];
    Agedge_t* const made = dot.edge(nodes[edge.source], nodes[edge.target], edge.id);
    dot.set(made, "label", edge.relation);
    dot.set(made, "color", hex(class_color(edge.event_class)));
    dot.set(made, "style", line_style(edge.status));
    dot.set(made, "dir", edge.symmetric ? "none" : "forward");
    for (const auto& column : edge_columns()) {
      if (is_skipped(column.key)) continue;
      value.clear();
      column.append(value, scene, i, edge);
      dot.set(made, column.key, value);
    }
  }
  write_graph(out, dot.get());
}

}  // namespace entente::exporting
