#include "export/legend.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "export/look.hpp"

namespace entente::exporting {

namespace {

/// A shape with its name in it, or a line with what it means beside it.
struct Entry {
  std::string text;
  bool is_line = false;
  Kind kind = Kind::person;
  std::string color, style = "solid";
  bool arrow = false;
  double width = 0;  // Points.
};

std::vector<Entry> entries(const Drawing& drawing) {
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
  std::vector<Entry> out;
  for (const Kind kind : kinds) out.push_back({.text = std::string(to_string(kind)), .kind = kind, .color = {}});
  for (const auto& name : classes)
    out.push_back({.text = name, .is_line = true, .color = hex(class_color(name)), .arrow = false});
  const std::string black = "#222222";
  for (const Status status : statuses)
    out.push_back({.text = std::string(to_string(status)),
                   .is_line = true,
                   .color = black,
                   .style = std::string(line_style(status))});
  if (directed) out.push_back({.text = "who to whom", .is_line = true, .color = black, .arrow = true});
  if (both) out.push_back({.text = "mutual", .is_line = true, .color = black});
  return out;
}

class Legend {
 public:
  Legend(DotGraph& dot, double font_size) : dot_(dot), font_(font_size) {}

  void place(std::vector<Entry> all, double left, double right, double below) {
    for (Entry& entry : all) entry.width = width(entry);
    double y = below - 3 * font_;
    for (std::size_t i = 0; i < all.size();) {
      double row = all[i].width;
      std::size_t end = i + 1;
      while (end < all.size() && row + gap() + all[end].width <= right - left) row += gap() + all[end++].width;
      double x = (left + right - row) / 2;
      for (; i < end; ++i) {
        add(all[i], x, y);
        x += all[i].width + gap();
      }
      y -= 2.6 * font_;
    }
  }

 private:
  double gap() const { return 1.4 * font_; }
  double line() const { return 3 * font_; }
  double before_text() const { return std::max(0.5 * font_, 8.0); }  // Graphviz wants some room between nodes.
  double width_of(const std::string& text) const { return font_ * text_width(text); }
  double width(const Entry& entry) const {
    if (entry.is_line) return line() + before_text() + width_of(entry.text);
    const bool has_corners = entry.kind == Kind::person || entry.kind == Kind::organization;
    return width_of(entry.text) * (has_corners ? 1 : 1.3) + font_;
  }

  Agnode_t* node(double x, double y, double wide, double high, const std::string& text, std::string_view form) {
    Agnode_t* const made = dot_.node("legend " + std::to_string(++count_));
    dot_.set(made, "shape", form);
    dot_.set(made, "label", text);
    dot_.set(made, "pos", number(x) + "," + number(y));
    dot_.set(made, "width", number(wide / 72));
    dot_.set(made, "height", number(high / 72));
    dot_.set(made, "fontsize", number(font_));
    dot_.set(made, "tooltip", text);
    return made;
  }

  void add(const Entry& entry, double x, double y) {
    if (!entry.is_line) {
      Agnode_t* const made = node(x + entry.width / 2, y, entry.width, 1.9 * font_, entry.text, shape(entry.kind));
      dot_.set(made, "style", node_style(entry.kind));
      dot_.set(made, "fillcolor", hex(tint(kind_color(entry.kind))));
      return;
    }
    Agnode_t* const from = node(x, y, 0.1, 0.1, "", "point");
    Agnode_t* const to = node(x + line(), y, 0.1, 0.1, "", "point");
    dot_.set(from, "style", "invis");
    dot_.set(to, "style", "invis");
    Agedge_t* const edge = dot_.edge(from, to, "legend");
    dot_.set(edge, "color", entry.color);
    dot_.set(edge, "style", entry.style);
    dot_.set(edge, "penwidth", "2");
    dot_.set(edge, "tooltip", entry.text);
    dot_.set(edge, "dir", entry.arrow ? "forward" : "none");
    const auto point = [&](double along) { return number(x + along * line()) + "," + number(y); };
    const double end = entry.arrow ? 0.8 : 1;
    dot_.set(edge, "pos",
             (entry.arrow ? "e," + point(1) + " " : "") + point(0) + " " + point(end / 3) + " " + point(end * 2 / 3) +
                 " " + point(end));
    const double wide = width_of(entry.text);
    Agnode_t* const text = node(x + line() + before_text() + wide / 2, y, wide, 1.9 * font_, entry.text, "plaintext");
    dot_.set(text, "style", "solid");
  }

  DotGraph& dot_;
  double font_;
  int count_ = 0;
};

}  // namespace

void add_legend(DotGraph& dot, const Drawing& drawing, const std::vector<Curve>& curves, double font_size) {
  double left = 0, right = 0, below = 0;
  for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
    const DrawnNode& node = drawing.nodes[i];
    left = i == 0 ? node.x - node.width / 2 : std::min(left, node.x - node.width / 2);
    right = i == 0 ? node.x + node.width / 2 : std::max(right, node.x + node.width / 2);
    below = i == 0 ? node.y - node.height / 2 : std::min(below, node.y - node.height / 2);
  }
  for (const Curve& curve : curves)
    for (double t = 0; t <= 1; t += 0.1) below = std::min(below, curve.at(t).y);
  Legend(dot, font_size).place(entries(drawing), left, std::max(right, left + 30 * font_size), below);
}

}  // namespace entente::exporting
