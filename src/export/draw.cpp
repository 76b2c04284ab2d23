#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "export/attributes.hpp"
#include "export/dot.hpp"
#include "export/drawing.hpp"
#include "export/formats.hpp"
#include "export/look.hpp"

// Drawings by Graphviz: places are the project's own (layout.cpp), so that they do not depend on Graphviz's version;
// lines are routed and all is rendered by libgvc.

namespace entente::exporting {

namespace {

std::string number(double value) {
  std::string out;
  append_number(out, std::round(value * 100) / 100);
  return out;
}

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out.push_back(c);
    }
  return out;
}

std::string cell(std::string_view content, std::string_view attributes = "") {
  return "<TD " + std::string(attributes) + ">" + std::string(content) + "</TD>";
}

/// Only what the picture shows is explained.
std::string legend(const Drawing& drawing) {
  std::set<Kind> kinds;
  std::set<std::string> classes;
  std::set<Status> statuses;
  bool directed = false, both = false;
  for (const auto& node : drawing.nodes) kinds.insert(node.node->kind);
  for (const auto& edge : drawing.edges) {
    classes.insert(edge.event_class);
    statuses.insert(edge.status);
    (edge.symmetric || edge.both ? both : directed) = true;
  }
  std::string row;
  for (const Kind kind : kinds)
    row += cell(to_string(kind), "BORDER=\"1\" COLOR=\"#555555\" BGCOLOR=\"" + hex(tint(kind_color(kind))) +
                                     "\" STYLE=\"" + (kind == Kind::person ? "ROUNDED" : "SOLID") +
                                     "\" CELLPADDING=\"4\"");
  for (const auto& name : classes)
    row += cell("<FONT COLOR=\"" + hex(class_color(name)) + "\"><B>&#9473;&#9473;</B> " + name + "</FONT>");
  for (const Status status : statuses) {
    const std::string_view line = line_style(status) == "solid"    ? "&#9473;&#9473;"
                                  : line_style(status) == "dashed" ? "&#9477;&#9477;"
                                                                   : "&#183; &#183; &#183;";
    row += cell(std::string(line) + " " + std::string(to_string(status)));
  }
  if (directed) row += cell("&#8594; who to whom");
  if (both) row += cell("&#8212; mutual");
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"8\"><TR>" + row + "</TR></TABLE>";
}

std::string caption(const Drawing& drawing) {
  std::string out = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"2\"><TR>" + cell(legend(drawing)) + "</TR>";
  for (std::size_t i = 0; i < drawing.caption.size(); ++i) {
    const bool title = i == 0 && drawing.caption.size() > 2;
    const std::string text = escape(drawing.caption[i]);
    out += "<TR>" + cell(title ? "<B>" + text + "</B>" : text, "ALIGN=\"CENTER\"") + "</TR>";
  }
  return out + "</TABLE>";
}

void declare(DotGraph& dot, const Drawing& drawing, std::string_view format) {
  dot.set_graph("bgcolor", "white");
  dot.set_graph("pad", "0.25");
  dot.set_graph("fontname", font);
  dot.set_graph("fontsize", drawing.nodes.size() > 80 ? "16" : "12");
  dot.set_graph("labelloc", "b");
  dot.set_graph("splines", drawing.nodes.size() > 80 ? "line" : "true");
  dot.set_graph("outputorder", "edgesfirst");
  if (format == "png") dot.set_graph("dpi", "110");
  dot.set_graph_html("label", caption(drawing));
  dot.node_default("style", "filled");
  dot.node_default("fixedsize", "true");
  dot.node_default("margin", "0");
  dot.node_default("fontname", font);
  dot.node_default("color", "#555555");
  for (const char* name : {"shape", "fillcolor", "label", "pos", "width", "height", "fontsize", "tooltip", "penwidth"})
    dot.node_default(name, "");
  dot.edge_default("fontname", font);
  dot.edge_default("fontsize", "8");
  dot.edge_default("arrowsize", "0.7");
  for (const char* name : {"color", "fontcolor", "style", "label", "penwidth", "dir", "tooltip", "arrowhead"})
    dot.edge_default(name, "");
}

void add_nodes(DotGraph& dot, const Drawing& drawing, std::vector<Agnode_t*>& made) {
  for (const DrawnNode& drawn : drawing.nodes) {
    Agnode_t* const node = dot.node(drawn.node->id);
    made.push_back(node);
    std::string label;
    for (const auto& line : drawn.lines) label += (label.empty() ? "" : "\n") + line;
    dot.set(node, "label", label);
    dot.set(node, "shape", shape(drawn.node->kind));
    dot.set(node, "fillcolor", hex(tint(kind_color(drawn.node->kind))));
    dot.set(node, "pos", number(drawn.x) + "," + number(drawn.y));
    dot.set(node, "width", number(drawn.width / 72));
    dot.set(node, "height", number(drawn.height / 72));
    dot.set(node, "fontsize", number(drawn.font));
    dot.set(node, "tooltip", drawn.node->name);
    dot.set(node, "penwidth", "0.8");
  }
}

void add_edges(DotGraph& dot, const Drawing& drawing, const std::vector<Agnode_t*>& nodes, bool labels) {
  for (const DrawnEdge& drawn : drawing.edges) {
    Agedge_t* const edge = dot.edge(nodes[drawn.source], nodes[drawn.target], drawn.event_class);
    const std::string color = hex(class_color(drawn.event_class));
    dot.set(edge, "color", color + (drawing.nodes.size() > 80 ? "a0" : "d0"));
    dot.set(edge, "fontcolor", color);
    dot.set(edge, "style", line_style(drawn.status));
    dot.set(edge, "penwidth", number(line_width(drawn.weight)));
    dot.set(edge, "dir", drawn.symmetric || drawn.both ? "none" : "forward");
    dot.set(edge, "arrowhead", "normal");
    dot.set(edge, "tooltip", drawn.label);
    if (labels) dot.set(edge, "label", drawn.label);
  }
}

void draw(std::ostream& out, const View& view, const ExportOptions& options, const char* format) {
  const Drawing drawing = make_drawing(view, options);
  DotGraph dot;
  declare(dot, drawing, format);
  std::vector<Agnode_t*> nodes;
  add_nodes(dot, drawing, nodes);
  add_edges(dot, drawing, nodes, options.relation_labels || drawing.nodes.size() <= 20);
  const std::unique_ptr<GVC_t, int (*)(GVC_t*)> context(gvContext(), &gvFreeContext);
  if (gvLayout(context.get(), dot.get(), "nop") != 0)
    throw std::runtime_error("Graphviz cannot lay out the drawing: is the package graphviz complete?");
  char* data = nullptr;
  unsigned length = 0;
  const int failed = gvRenderData(context.get(), dot.get(), format, &data, &length);
  if (failed == 0) out.write(data, length);
  gvFreeRenderData(data);
  gvFreeLayout(context.get(), dot.get());
  if (failed != 0) throw std::runtime_error(std::string("Graphviz cannot write ") + format);
}

}  // namespace

void write_svg(std::ostream& out, const View& view, const ExportOptions& options) { draw(out, view, options, "svg"); }
void write_png(std::ostream& out, const View& view, const ExportOptions& options) { draw(out, view, options, "png"); }
void write_pdf(std::ostream& out, const View& view, const ExportOptions& options) { draw(out, view, options, "pdf"); }

}  // namespace entente::exporting
