#include <algorithm>
#include <cmath>

#include "export/attributes.hpp"
#include "export/formats.hpp"
#include "export/look.hpp"
#include "export/spells.hpp"
#include "export/xml.hpp"

// GEXF 1.3, dynamic where documents are dated: a spell is a day that a document speaks of the node or edge. The
// relation is an edge's `kind`, by which Gephi tells parallel edges apart. Places, sizes and colours are in the viz
// namespace instead of attributes.

namespace entente::exporting {

namespace {

/// Columns that GEXF has a place of its own for.
bool has_own_place(std::string_view key) { return is_look(key) || key == "weight"; }

class Gexf {
 public:
  Gexf(std::ostream& out, const View& view) : xml_(out), view_(view), scene_(make_scene(view)) {}

  void write(const ExportOptions& options) {
    xml_.start("gexf");
    xml_.attribute("xmlns", "http://gexf.net/1.3");
    xml_.attribute("xmlns:viz", "http://gexf.net/1.3/viz");
    xml_.attribute("version", "1.3");
    xml_.start("meta");
    element("creator", "entente");
    element("description", description(view_, options));
    xml_.end();
    xml_.start("graph");
    xml_.attribute("defaultedgetype", "directed");
    xml_.attribute("idtype", "string");
    xml_.attribute("mode", is_dated() ? "dynamic" : "static");
    if (is_dated()) {
      xml_.attribute("timeformat", "date");
      xml_.attribute("timerepresentation", "interval");
    }
    declare("node", node_columns());
    declare("edge", edge_columns());
    write_nodes();
    write_edges();
    xml_.finish();
  }

 private:
  bool is_dated() const {
    return std::ranges::any_of(view_.nodes, [](const ViewNode& node) { return !node.first.empty(); });
  }

  void element(const char* name, std::string_view text) {
    xml_.start(name);
    xml_.text(text);
    xml_.end();
  }

  template <typename Item>
  void declare(const char* what, std::span<const Column<Item>> columns) {
    xml_.start("attributes");
    xml_.attribute("class", what);
    for (const auto& column : columns) {
      if (has_own_place(column.key)) continue;
      xml_.start("attribute");
      xml_.attribute("id", column.key);
      xml_.attribute("title", column.key);
      xml_.attribute("type", xml_type(column.type, "integer"));
      xml_.end();
    }
    xml_.end();
  }

  template <typename Item>
  void write_values(std::span<const Column<Item>> columns, std::size_t index, const Item& item) {
    xml_.start("attvalues");
    for (const auto& column : columns) {
      if (has_own_place(column.key)) continue;
      value_.clear();
      column.append(value_, scene_, index, item);
      if (value_.empty()) continue;
      xml_.start("attvalue");
      xml_.attribute("for", column.key);
      xml_.attribute("value", value_);
      xml_.end();
    }
    xml_.end();
  }

  void write_spells(const std::vector<Spell>& spells) {
    if (spells.empty()) return;
    xml_.start("spells");
    for (const Spell& spell : spells) {
      xml_.start("spell");
      xml_.attribute("start", spell.start);
      xml_.attribute("end", spell.end);
      xml_.end();
    }
    xml_.end();
  }

  void number(const char* name, double value) {
    value_.clear();
    append_number(value_, value);
    xml_.attribute(name, value_);
  }

  void write_color(Color color) {
    xml_.start("viz:color");
    number("r", color.r);
    number("g", color.g);
    number("b", color.b);
    xml_.end();
  }

  void write_nodes() {
    const auto spells = spells_of_nodes(view_);
    xml_.start("nodes");
    for (std::size_t i = 0; i < view_.nodes.size(); ++i) {
      const NodeStyle& style = scene_.styles[i];
      xml_.start("node");
      xml_.attribute("id", view_.nodes[i].id);
      xml_.attribute("label", view_.nodes[i].name);
      write_values(node_columns(), i, view_.nodes[i]);
      write_spells(spells[i]);
      xml_.start("viz:size");
      number("value", style.size);
      xml_.end();
      xml_.start("viz:position");
      number("x", style.x);
      number("y", style.y);
      number("z", 0);
      xml_.end();
      write_color({style.r, style.g, style.b});
      xml_.end();
    }
    xml_.end();
  }

  void write_edges() {
    xml_.start("edges");
    for (std::size_t i = 0; i < view_.edges.size(); ++i) {
      const ViewEdge& edge = view_.edges[i];
      xml_.start("edge");
      xml_.attribute("id", edge.id);
      xml_.attribute("source", view_.nodes[edge.source].id);
      xml_.attribute("target", view_.nodes[edge.target].id);
      xml_.attribute("kind", edge.relation);
      xml_.attribute("label", edge.relation);
      number("weight", edge.weight());
      write_values(edge_columns(), i, edge);
      write_spells(spells_of(view_, edge));
      xml_.start("viz:thickness");
      number("value", line_width(edge.weight()));
      xml_.end();
      write_color(class_color(edge.event_class));
      xml_.end();
    }
    xml_.end();
  }

  XmlWriter xml_;
  const View& view_;
  Scene scene_;
  std::string value_;
};

}  // namespace

void write_gexf(std::ostream& out, const View& view, const ExportOptions& options) { Gexf(out, view).write(options); }

}  // namespace entente::exporting
