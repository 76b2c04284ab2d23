#include "export/route.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <span>

// Curves bend by how far their middle is off the straight line. A few bends are tried for each line, and that is taken
// which meets the fewest nodes for the least bend. Graphviz's own router finds better ways round, but takes minutes for
// some hundred nodes.

namespace entente::exporting {

namespace {

constexpr std::array<double, 15> bends{0, 12, -12, 24, -24, 40, -40, 60, -60, 90, -90, 130, -130, 180, -180};
constexpr std::size_t most_to_bend = 500;  // Nodes.

Point between(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }
double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// The part of a curve up to t, and that from t on (de Casteljau).
std::pair<Curve, Curve> split(const Curve& c, double t) {
  const Point a = between(c.points[0], c.points[1], t), b = between(c.points[1], c.points[2], t),
              d = between(c.points[2], c.points[3], t), ab = between(a, b, t), bd = between(b, d, t),
              middle = between(ab, bd, t);
  return {{{c.points[0], a, ab, middle}}, {{middle, bd, d, c.points[3]}}};
}

/// From centre to centre.
Curve curve(Point from, Point to, double bend) {
  const double length = std::max(distance(from, to), 1e-9);
  // The middle of a quadratic curve is half as far off as its control point.
  const Point control{(from.x + to.x) / 2 - 2 * bend * (to.y - from.y) / length,
                      (from.y + to.y) / 2 + 2 * bend * (to.x - from.x) / length};
  return {{from, between(from, control, 2.0 / 3), between(to, control, 2.0 / 3), to}};
}

bool is_box(const DrawnNode& node) { return node.node->kind != Kind::country && node.node->kind != Kind::region; }

bool covers(const DrawnNode& node, Point p, double margin) {
  const double x = std::abs(p.x - node.x) / (node.width / 2 + margin),
               y = std::abs(p.y - node.y) / (node.height / 2 + margin);
  return is_box(node) ? x < 1 && y < 1 : x * x + y * y < 1;
}

/// Where the curve leaves the node that it starts in, by halving.
double exit(const Curve& c, const DrawnNode& node) {
  double inside = 0, outside = 1;
  for (double t = 0.05; t < 1; t += 0.05)
    if (!covers(node, c.at(t), 0)) {
      outside = t;
      break;
    } else {
      inside = t;
    }
  for (int i = 0; i < 20; ++i) {
    const double t = (inside + outside) / 2;
    (covers(node, c.at(t), 0) ? inside : outside) = t;
  }
  return outside;
}

Curve reversed(const Curve& c) { return {{c.points[3], c.points[2], c.points[1], c.points[0]}}; }

Curve clipped(const Curve& c, const DrawnNode& from, const DrawnNode& to) {
  const Curve open = split(c, exit(c, from)).second, back = reversed(open);
  return reversed(split(back, exit(back, to)).second);
}

class Router {
 public:
  Router(const Drawing& drawing, double apart) : drawing_(drawing), apart_(apart) {}

  std::vector<Curve> run() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> pairs;
    for (std::size_t i = 0; i < drawing_.edges.size(); ++i)
      pairs[std::minmax(drawing_.edges[i].source, drawing_.edges[i].target)].push_back(i);
    curves_.resize(drawing_.edges.size());
    for (const auto& [ends, edges] : pairs) route_pair(ends.first, ends.second, edges);
    return std::move(curves_);
  }

 private:
  void route_pair(std::uint32_t low, std::uint32_t high, const std::vector<std::size_t>& edges) {
    std::vector<double> taken;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const double wish = (static_cast<double>(i) - static_cast<double>(edges.size() - 1) / 2) * apart_;
      const double bend = best(low, high, wish, taken);
      taken.push_back(bend);
      const Curve c = clipped(through(low, high, bend), drawing_.nodes[low], drawing_.nodes[high]);
      curves_[edges[i]] = drawing_.edges[edges[i]].source == low ? c : reversed(c);
    }
  }

  Curve through(std::uint32_t low, std::uint32_t high, double bend) const {
    const DrawnNode &a = drawing_.nodes[low], &b = drawing_.nodes[high];
    return curve({a.x, a.y}, {b.x, b.y}, bend);
  }

  double best(std::uint32_t low, std::uint32_t high, double wish, const std::vector<double>& taken) const {
    const std::size_t tries = drawing_.nodes.size() > most_to_bend ? 1 : bends.size();
    double least = std::numeric_limits<double>::max(), found = wish;
    for (const double more : std::span(bends).first(tries)) {
      const double bend = wish + more;
      double costs = std::abs(more);
      for (const double other : taken)
        if (std::abs(other - bend) < apart_ * 0.8) costs += 1000;
      if (costs < least) costs += 25.0 * hits(low, high, bend);
      if (costs >= least) continue;
      least = costs;
      found = bend;
    }
    return found;
  }

  /// Points of the curve, some points apart, that are in or near nodes that it does not belong to.
  int hits(std::uint32_t low, std::uint32_t high, double bend) const {
    const Curve c = through(low, high, bend);
    double left = c.points[0].x, right = left, bottom = c.points[0].y, top = bottom;
    for (const Point& p : c.points) {
      left = std::min(left, p.x);
      right = std::max(right, p.x);
      bottom = std::min(bottom, p.y);
      top = std::max(top, p.y);
    }
    const double steps = std::ceil(distance(c.points[0], c.points[3]) / 6);
    int count = 0;
    for (std::uint32_t n = 0; n < drawing_.nodes.size(); ++n) {
      const DrawnNode& node = drawing_.nodes[n];
      const double x = node.width / 2 + 5, y = node.height / 2 + 5;
      if (n == low || n == high || node.x + x < left || node.x - x > right || node.y + y < bottom || node.y - y > top)
        continue;
      for (double s = 1; s < steps; ++s) count += covers(node, c.at(s / steps), 5);
    }
    return count;
  }

  const Drawing& drawing_;
  double apart_;
  std::vector<Curve> curves_;
};

}  // namespace

Point Curve::at(double t) const {
  const double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
  return {a * points[0].x + b * points[1].x + c * points[2].x + d * points[3].x,
          a * points[0].y + b * points[1].y + c * points[2].y + d * points[3].y};
}

std::vector<Curve> route(const Drawing& drawing, double apart) { return Router(drawing, apart).run(); }

Curve shortened(const Curve& curve, double length) {
  double t = 1;
  while (t > 0.05 && distance(curve.at(t), curve.points[3]) < length) t -= 0.01;
  return split(curve, t).first;
}

}  // namespace entente::exporting
