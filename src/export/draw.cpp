#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <span>
#include <stdexcept>

#include "export/attributes.hpp"
#include "export/dot.hpp"
#include "export/drawing.hpp"
#include "export/edge_labels.hpp"
#include "export/formats.hpp"
#include "export/legend.hpp"
#include "export/look.hpp"
#include "export/route.hpp"

// Drawings by Graphviz: places and lines are the project's own (layout.cpp, route.cpp), so that they do not depend on
// Graphviz's version and take no longer than the rest; libgvc renders.

namespace entente::exporting {

namespace {

constexpr double arrow_length = 7;  // Points; Graphviz's are 10 at size 1.

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

std::string caption(const Drawing& drawing, bool has_title) {
  std::string out = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"2\">";
  for (std::size_t i = 0; i < drawing.caption.size(); ++i) {
    const bool title = i == 0 && has_title;
    const std::string text = escape(drawing.caption[i]);
    out += "<TR>" + cell(title ? "<B>" + text + "</B>" : text, "ALIGN=\"CENTER\"") + "</TR>";
  }
  return out + "</TABLE>";
}

/// Grows with the picture, so that it is read when the whole is.
double caption_size(const Drawing& drawing) {
  double left = 0, right = 0;
  for (const DrawnNode& node : drawing.nodes) {
    left = std::min(left, node.x);
    right = std::max(right, node.x);
  }
  return std::clamp((right - left) / 80, 11.0, 24.0);
}

void declare(DotGraph& dot, const Drawing& drawing, const ExportOptions& options, std::string_view format) {
  dot.set_graph("bgcolor", "white");
  dot.set_graph("pad", "0.25");
  dot.set_graph("fontname", font);
  dot.set_graph("fontsize", number(caption_size(drawing)));
  dot.set_graph("labelloc", "b");
  dot.set_graph("outputorder", "edgesfirst");
  if (format == "png") dot.set_graph("dpi", "110");
  dot.set_graph_html("label", caption(drawing, !options.title.empty()));
  dot.node_default("style", "filled");
  dot.node_default("fixedsize", "true");
  dot.node_default("margin", "0");
  dot.node_default("fontname", font);
  dot.node_default("color", "#555555");
  for (const char* name : {"shape", "fillcolor", "label", "pos", "width", "height", "fontsize", "tooltip", "penwidth"})
    dot.node_default(name, "");
  dot.edge_default("fontname", font);
  dot.edge_default("fontsize", "8");
  dot.edge_default("arrowsize", number(arrow_length / 10));
  for (const char* name : {"pos", "color", "fontcolor", "style", "label", "penwidth", "dir", "tooltip"})
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
    dot.set(node, "style", node_style(drawn.node->kind));
    dot.set(node, "fillcolor", hex(tint(kind_color(drawn.node->kind))));
    dot.set(node, "pos", number(drawn.x) + "," + number(drawn.y));
    dot.set(node, "width", number(drawn.width / 72));
    dot.set(node, "height", number(drawn.height / 72));
    dot.set(node, "fontsize", number(drawn.font));
    dot.set(node, "tooltip", drawn.node->name);
    dot.set(node, "penwidth", "0.8");
  }
}

/// As Graphviz writes where a line runs: where its arrow points to first.
std::string position(const Curve& curve, bool arrow) {
  const auto point = [](Point p) { return number(p.x) + "," + number(p.y); };
  std::string out = arrow ? "e," + point(curve.points[3]) : "";
  for (const Point& p : (arrow ? shortened(curve, arrow_length) : curve).points)
    out += (out.empty() ? "" : " ") + point(p);
  return out;
}

/// A line under it does not strike it through.
std::string on_white(std::string_view text) {
  std::string lines = escape(text);
  for (std::size_t at = 0; (at = lines.find('\n', at)) != std::string::npos;) lines.replace(at, 1, "<BR/>");
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"1\" CELLSPACING=\"0\" BGCOLOR=\"#ffffffd0\"><TR>" +
         cell(lines) + "</TR></TABLE>";
}

void add_edges(DotGraph& dot, const Drawing& drawing, const std::vector<Agnode_t*>& nodes,
               const std::vector<Curve>& curves, bool labels) {
  for (std::size_t i = 0; i < drawing.edges.size(); ++i) {
    const DrawnEdge& drawn = drawing.edges[i];
    Agedge_t* const edge = dot.edge(nodes[drawn.source], nodes[drawn.target], drawn.event_class);
    const std::string color = hex(class_color(drawn.event_class));
    dot.set(edge, "color", color + (drawing.nodes.size() > 80 ? "a0" : "d0"));
    dot.set(edge, "fontcolor", color);
    dot.set(edge, "style", line_style(drawn.status));
    dot.set(edge, "penwidth", number(line_width(drawn.weight)));
    const bool arrow = !drawn.symmetric && !drawn.both;
    dot.set(edge, "dir", arrow ? "forward" : "none");
    dot.set(edge, "pos", position(curves[i], arrow));
    dot.set(edge, "tooltip", drawn.label);
    if (labels) dot.set_html(edge, "label", on_white(drawn.label));
  }
}

/// A PDF tells when it was made: blanked, so that the same network is the same bytes. Offsets within the file stay.
void blank_creation_date(std::span<char> pdf) {
  constexpr std::string_view key = "/CreationDate (";
  const auto found = std::search(pdf.begin(), pdf.end(), key.begin(), key.end());
  if (found == pdf.end()) return;
  const auto end = std::find(found, pdf.end(), '\n');
  std::fill(found, end, ' ');
}

void draw(std::ostream& out, const View& view, const ExportOptions& options, const char* format) {
  agseterr(AGERR);  // Its warnings are of what it does about it, such as a line that is straight.
  const Drawing drawing = make_drawing(view, options);
  DotGraph dot;
  declare(dot, drawing, options, format);
  std::vector<Agnode_t*> nodes;
  add_nodes(dot, drawing, nodes);
  const bool labels = options.relation_labels || (drawing.nodes.size() <= 20 && drawing.edges.size() <= 50);
  const auto curves = route(drawing, labels ? 30 : 12);
  add_edges(dot, drawing, nodes, curves, labels);
  add_legend(dot, drawing, curves, caption_size(drawing));
  // One context for all drawings: Graphviz's Pango plugin compares a font with the last one's name, which lies in the context it was used in.
  static std::mutex drawing_now;
  static const std::unique_ptr<GVC_t, int (*)(GVC_t*)> context(gvContext(), &gvFreeContext);
  const std::lock_guard lock(drawing_now);
  if (gvLayout(context.get(), dot.get(), "nop2") != 0)
    throw std::runtime_error("Graphviz cannot lay out the drawing: is the package graphviz complete?");
  place_edge_labels(dot.get());
  char* data = nullptr;
  unsigned length = 0;
  const int failed = gvRenderData(context.get(), dot.get(), format, &data, &length);
  if (failed == 0) {
    blank_creation_date({data, length});
    out.write(data, length);
  }
  gvFreeRenderData(data);
  gvFreeLayout(context.get(), dot.get());
  if (failed != 0) throw std::runtime_error(std::string("Graphviz cannot write ") + format);
}

}  // namespace

void write_svg(std::ostream& out, const View& view, const ExportOptions& options) { draw(out, view, options, "svg"); }
void write_png(std::ostream& out, const View& view, const ExportOptions& options) { draw(out, view, options, "png"); }
void write_pdf(std::ostream& out, const View& view, const ExportOptions& options) { draw(out, view, options, "pdf"); }

}  // namespace entente::exporting
