#include "export/dot.hpp"

#include "entente/centrality.hpp"
#include "export/attributes.hpp"
#include "export/formats.hpp"
#include "export/look.hpp"

// DOT by Graphviz's own library: all attributes, and enough of a look that `dot -Tsvg` gives a readable picture with
// the engine that the file names. `neato -n -Tsvg` takes the places as they stand in it.

namespace entente::exporting {

namespace {

void declare(DotGraph& dot) {
  for (const auto& column : node_columns())
    if (!is_look(column.key)) dot.node_default(column.key, "");
  for (const auto& column : edge_columns())
    if (!is_look(column.key)) dot.edge_default(column.key, "");
  for (const char* name : {"shape", "fillcolor", "label", "pos"}) dot.node_default(name, "");
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

std::string cluster_of(const View& view, std::size_t node, const ExportOptions& options,
                       const std::vector<std::uint32_t>& communities) {
  switch (options.cluster) {
    case Cluster::kind:
      return std::string(to_string(view.nodes[node].kind));
    case Cluster::country:
      return std::string(view.nodes[node].country);
    case Cluster::community:
      return std::to_string(communities[node] + 1);
    case Cluster::none:
      break;
  }
  return {};
}

class Writer {
 public:
  Writer(const View& view, const ExportOptions& options) : view_(view), options_(options), scene_(make_scene(view)) {
    if (options.cluster == Cluster::community) communities_ = leiden(simple_graph(view).undirected()).community;
    const bool clusters = options.cluster != Cluster::none;
    declare(dot_);
    dot_.set_graph("label", options.title.empty() ? view.definition : options.title + "\n" + view.definition);
    dot_.set_graph("layout", clusters ? "fdp" : "sfdp");  // sfdp draws no boxes.
    dot_.set_graph("overlap", "prism");
    dot_.set_graph("fontname", font);
    add_nodes();
    add_edges();
  }
  Agraph_t* get() const { return dot_.get(); }

 private:
  void add_nodes() {
    for (std::size_t i = 0; i < view_.nodes.size(); ++i) {
      const ViewNode& node = view_.nodes[i];
      Agnode_t* const made = dot_.node(node.id);
      nodes_.push_back(made);
      dot_.set(made, "label", node.name);
      dot_.set(made, "shape", shape(node.kind));
      dot_.set(made, "style", node_style(node.kind));
      dot_.set(made, "fillcolor", hex(kind_color(node.kind)));
      value_.clear();
      append_number(value_, scene_.styles[i].x);
      value_.push_back(',');
      append_number(value_, scene_.styles[i].y);
      dot_.set(made, "pos", value_);
      set_columns(made, node_columns(), i, node);
      if (const std::string name = cluster_of(view_, i, options_, communities_); !name.empty()) {
        Agraph_t* const cluster = dot_.cluster(name);
        dot_.label(cluster, options_.cluster == Cluster::community ? "community " + name : name);
        agsubnode(cluster, made, 1);
      }
    }
  }

  void add_edges() {
    for (std::size_t i = 0; i < view_.edges.size(); ++i) {
      const ViewEdge& edge = view_.edges[i];
      Agedge_t* const made = dot_.edge(nodes_[edge.source], nodes_[edge.target], edge.id);
      dot_.set(made, "label", edge.relation);
      dot_.set(made, "color", hex(class_color(edge.event_class)));
      dot_.set(made, "style", line_style(edge.status));
      dot_.set(made, "dir", edge.symmetric ? "none" : "forward");
      set_columns(made, edge_columns(), i, edge);
    }
  }

  template <typename Item>
  void set_columns(void* made, std::span<const Column<Item>> columns, std::size_t index, const Item& item) {
    for (const auto& column : columns) {
      if (is_look(column.key)) continue;
      value_.clear();
      column.append(value_, scene_, index, item);
      dot_.set(made, column.key, value_);
    }
  }

  const View& view_;
  const ExportOptions& options_;
  Scene scene_;
  DotGraph dot_;
  std::vector<std::uint32_t> communities_;
  std::vector<Agnode_t*> nodes_;
  std::string value_;
};

}  // namespace

void write_dot(std::ostream& out, const View& view, const ExportOptions& options) {
  write_graph(out, Writer(view, options).get());
}

}  // namespace entente::exporting
