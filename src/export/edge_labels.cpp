#include "export/edge_labels.hpp"

#include <graphviz/gvc.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace entente::exporting {

namespace {

struct Rectangle {
  double left, bottom, right, top;
  bool holds(pointf p) const { return p.x > left && p.x < right && p.y > bottom && p.y < top; }
};

Rectangle around(pointf middle, double width, double height) {
  return {middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2};
}

double overlap(const Rectangle& a, const Rectangle& b) {
  const double x = std::min(a.right, b.right) - std::max(a.left, b.left),
               y = std::min(a.top, b.top) - std::max(a.bottom, b.bottom);
  return x > 0 && y > 0 ? x * y : 0;
}

/// Points along the Bézier curves of an edge, from its tail to its head.
std::vector<pointf> points(edge_t* edge) {
  constexpr int steps = 16;
  std::vector<pointf> out;
  const splines* const lines = ED_spl(edge);
  if (lines == nullptr || lines->size == 0) return out;
  const bezier& line = lines->list[0];
  for (int i = 0; i + 3 < line.size; i += 3)
    for (int s = 0; s < steps; ++s) {
      const double t = s / double{steps}, u = 1 - t;
      const pointf* const p = line.list + i;
      out.push_back({u * u * u * p[0].x + 3 * u * u * t * p[1].x + 3 * u * t * t * p[2].x + t * t * t * p[3].x,
                     u * u * u * p[0].y + 3 * u * u * t * p[1].y + 3 * u * t * t * p[2].y + t * t * t * p[3].y});
    }
  if (line.size > 0) out.push_back(line.list[line.size - 1]);
  return out;
}

class Placer {
 public:
  explicit Placer(Agraph_t* graph) {
    for (node_t* n = agfstnode(graph); n != nullptr; n = agnxtnode(graph, n)) {
      nodes_.push_back(around(ND_coord(n), ND_width(n) * 72, ND_height(n) * 72));
      for (edge_t* e = agfstout(graph, n); e != nullptr; e = agnxtout(graph, e)) {
        edges_.push_back(e);
        lines_.push_back(points(e));
      }
    }
  }

  void run() {
    for (std::size_t i = 0; i < edges_.size(); ++i)
      if (ED_label(edges_[i]) != nullptr && lines_[i].size() > 2) place(i);
  }

 private:
  void place(std::size_t edge) {
    textlabel_t* const label = ED_label(edges_[edge]);
    double least = std::numeric_limits<double>::max();
    const auto& line = lines_[edge];
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      const double off = static_cast<double>(i) / static_cast<double>(line.size() - 1) - 0.5;
      const double costs = cost(edge, around(line[i], label->dimen.x, label->dimen.y)) + 200 * off * off;
      if (costs >= least) continue;
      least = costs;
      label->pos = line[i];
    }
    label->set = 1;
    labels_.push_back(around(label->pos, label->dimen.x, label->dimen.y));
  }

  /// In square points, about; a point of another line costs as much as 40 of them.
  double cost(std::size_t edge, const Rectangle& at) const {
    double sum = 0;
    for (const Rectangle& node : nodes_) sum += 3 * overlap(at, node);
    for (const Rectangle& label : labels_) sum += 5 * overlap(at, label);
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (i != edge)
        sum += 40 * static_cast<double>(std::ranges::count_if(lines_[i], [&](pointf p) { return at.holds(p); }));
    return sum;
  }

  std::vector<Rectangle> nodes_, labels_;
  std::vector<edge_t*> edges_;
  std::vector<std::vector<pointf>> lines_;
};

}  // namespace

void place_edge_labels(Agraph_t* graph) { Placer(graph).run(); }

}  // namespace entente::exporting
