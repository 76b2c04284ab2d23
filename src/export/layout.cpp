#include "export/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "export/packing.hpp"
#include "export/stress.hpp"

// Each connected part is laid out by itself and stretched to the area that its boxes need; boxes are pushed apart
// (after the idea of Dwyer, Marriott and Stuckey, "Fast node overlap removal", 2005, in sweeps rather than by solving
// for the optimum), and the parts are packed, the largest first; in rows where they are too many for that.

namespace entente::exporting {

namespace {

constexpr std::uint32_t most_for_stress = 2000;  // Memory and time grow with the square.
constexpr std::size_t most_to_pack = 1000;       // Nodes.
constexpr double unit = 120;
constexpr double page = 1.45;  // Width to height.

/// Hubs in the middle, each next node a golden angle further and as far out as the boxes before it take room: they hardly
/// overlap, and it takes no time.
std::vector<Point> spiral(const SimpleGraph& graph, const std::vector<Extent>& extents) {
  constexpr double room = 2;  // Of a box, to its area.
  std::vector<std::uint32_t> order(graph.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return graph.out(a).nodes.size() > graph.out(b).nodes.size();
  });
  std::vector<Point> places(graph.size());
  const double turn = std::numbers::pi * (3 - std::sqrt(5.0));
  double area = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Extent& box = extents[order[i]];
    area += room * 4 * box.width * box.height;
    const double radius = std::sqrt(area / std::numbers::pi);
    places[order[i]] = {radius * std::cos(turn * static_cast<double>(i)),
                        radius * std::sin(turn * static_cast<double>(i))};
  }
  return places;
}

/// Moves overlapping boxes apart along the way that is shorter for their size, until none overlap or patience ends.
void push_apart(std::vector<Point>& places, const std::vector<Extent>& extents) {
  constexpr int most_sweeps = 500;
  std::vector<std::uint32_t> order(places.size());
  std::iota(order.begin(), order.end(), 0U);
  double widest = 0;
  for (const Extent& e : extents) widest = std::max(widest, e.width);
  for (int sweep = 0; sweep < most_sweeps; ++sweep) {
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return places[a].x < places[b].x; });
    bool moved = false;
    for (std::size_t i = 0; i < order.size(); ++i)
      for (std::size_t j = i + 1; j < order.size(); ++j) {
        const auto a = order[i], b = order[j];
        const double x = places[b].x - places[a].x, y = places[b].y - places[a].y;
        if (x > 2 * widest) break;
        const double over_x = extents[a].width + extents[b].width - std::abs(x),
                     over_y = extents[a].height + extents[b].height - std::abs(y);
        if (over_x <= 0 || over_y <= 0) continue;
        moved = true;
        // By shares of the boxes: flat ones would else all go up and down, and the whole would grow tall.
        const bool sideways =
            over_x / (extents[a].width + extents[b].width) < over_y / (extents[a].height + extents[b].height);
        const double half_x = (sideways ? over_x / 2 + 0.5 : 0) * (x < 0 ? -1 : 1);
        const double half_y = (sideways ? 0 : over_y / 2 + 0.5) * (y < 0 ? -1 : 1);
        places[a].x -= half_x;
        places[b].x += half_x;
        places[a].y -= half_y;
        places[b].y += half_y;
      }
    if (!moved) return;
  }
}

/// Stretches or shrinks so that the whole takes `room` times the area of the boxes.
void fit(std::vector<Point>& places, const std::vector<Extent>& extents, double room) {
  Point low = places[0], high = places[0];
  double boxes = 0, narrowest = extents[0].width, flattest = extents[0].height;
  for (std::size_t i = 0; i < places.size(); ++i) {
    low = {std::min(low.x, places[i].x), std::min(low.y, places[i].y)};
    high = {std::max(high.x, places[i].x), std::max(high.y, places[i].y)};
    boxes += 4 * extents[i].width * extents[i].height;
    narrowest = std::min(narrowest, extents[i].width);
    flattest = std::min(flattest, extents[i].height);
  }
  // A line of nodes has no area but that of its boxes.
  const double area = std::max(high.x - low.x, 2 * narrowest) * std::max(high.y - low.y, 2 * flattest);
  const double stretch = std::clamp(std::sqrt(room * boxes / area), 0.2, 2.0);
  for (Point& p : places) p = {p.x * stretch, p.y * stretch};
}

/// A connected part: its nodes, and their places with the lower left corner at the origin.
struct Part {
  std::vector<std::uint32_t> nodes;
  std::vector<Point> places;
  double width = 0, height = 0;
};

/// @param place memory, a number for each node of the graph.
Part lay_out_part(const SimpleGraph& graph, std::vector<std::uint32_t> nodes, const std::vector<Extent>& extents,
                  double room, std::vector<std::uint32_t>& place) {
  for (std::uint32_t i = 0; i < nodes.size(); ++i) place[nodes[i]] = i;
  std::vector<SimpleGraph::Arc> arcs;
  std::vector<Extent> boxes;
  for (const auto v : nodes) {
    boxes.push_back(extents[v]);
    const auto row = graph.out(v);
    for (std::size_t i = 0; i < row.nodes.size(); ++i) arcs.push_back({place[v], place[row.nodes[i]], row.weights[i]});
  }
  const SimpleGraph part(static_cast<std::uint32_t>(nodes.size()), std::move(arcs));
  const bool large = part.size() > most_for_stress;
  Part out{std::move(nodes), large ? spiral(part, boxes) : stress_layout(part, unit), 0, 0};
  if (part.size() == 2)  // Side by side, with a line between that can hold its label.
    out.places = {{0, 0}, {boxes[0].width + boxes[1].width + unit / 3, 0}};
  else if (!large)
    fit(out.places, boxes, room);
  if (!large) push_apart(out.places, boxes);
  double left = 0, bottom = 0, right = 0, top = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Point p = out.places[i];
    left = i == 0 ? p.x - boxes[i].width : std::min(left, p.x - boxes[i].width);
    right = i == 0 ? p.x + boxes[i].width : std::max(right, p.x + boxes[i].width);
    bottom = i == 0 ? p.y - boxes[i].height : std::min(bottom, p.y - boxes[i].height);
    top = i == 0 ? p.y + boxes[i].height : std::max(top, p.y + boxes[i].height);
  }
  for (Point& p : out.places) p = {p.x - left, p.y - bottom};
  out.width = right - left;
  out.height = top - bottom;
  return out;
}

/// Rows from the top, as wide as the widest part or as a page of all parts would be.
void set_in_rows(const std::vector<Part>& parts, std::vector<Point>& places) {
  constexpr double gap = 30;
  double area = 0, widest = 0;
  for (const Part& part : parts) {
    area += (part.width + gap) * (part.height + gap);
    widest = std::max(widest, part.width);
  }
  const double line = std::max(widest, std::sqrt(page * area));
  double x = 0, y = 0, row = 0;
  for (const Part& part : parts) {
    if (x > 0 && x + part.width > line) {
      y -= row + gap;
      x = row = 0;
    }
    for (std::size_t i = 0; i < part.nodes.size(); ++i)
      places[part.nodes[i]] = {std::round((x + part.places[i].x) * 100) / 100,
                               std::round((y - part.height + part.places[i].y) * 100) / 100};
    x += part.width + gap;
    row = std::max(row, part.height);
  }
}

/// The boxes of a part's nodes, and small ones along its edges.
std::vector<Box> shape(const SimpleGraph& graph, const Part& part, const std::vector<Extent>& extents) {
  constexpr double step = 15;
  std::vector<Box> boxes;
  std::vector<Point> at(graph.size());
  for (std::size_t i = 0; i < part.nodes.size(); ++i) at[part.nodes[i]] = part.places[i];
  for (const auto v : part.nodes) {
    const Point p = at[v];
    boxes.push_back(
        {{p.x - extents[v].width, p.y - extents[v].height}, {p.x + extents[v].width, p.y + extents[v].height}});
    for (const auto u : graph.out(v).nodes) {
      if (u < v) continue;
      const double steps = std::ceil(std::hypot(at[u].x - p.x, at[u].y - p.y) / step);
      for (double s = 1; s < steps; ++s) {
        const Point q{p.x + (at[u].x - p.x) * s / steps, p.y + (at[u].y - p.y) * s / steps};
        boxes.push_back({q, q});
      }
    }
  }
  return boxes;
}

void set_compactly(const SimpleGraph& graph, const std::vector<Part>& parts, const std::vector<Extent>& extents,
                   std::vector<Point>& places) {
  std::vector<std::vector<Box>> shapes;
  for (const Part& part : parts) shapes.push_back(shape(graph, part, extents));
  const auto moves = pack(shapes, page);
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (std::size_t j = 0; j < parts[i].nodes.size(); ++j)
      places[parts[i].nodes[j]] = {std::round((parts[i].places[j].x + moves[i].x) * 100) / 100,
                                   std::round((parts[i].places[j].y + moves[i].y) * 100) / 100};
}

}  // namespace

double node_size(double degree) { return 10 + 6 * std::sqrt(degree); }

std::vector<Point> layout(const SimpleGraph& graph, std::vector<Extent> extents, double room) {
  if (extents.empty())
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
      const double half = node_size(static_cast<double>(graph.out(v).nodes.size())) / 2 + 3;
      extents.push_back({half, half});
    }
  const auto component = components(graph);
  std::vector<std::vector<std::uint32_t>> members;
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    if (component[v] >= members.size()) members.resize(component[v] + 1);
    members[component[v]].push_back(v);
  }
  std::vector<Point> places(graph.size());
  std::vector<Part> parts;
  std::vector<std::uint32_t> place(graph.size());
  for (auto& nodes : members) parts.push_back(lay_out_part(graph, std::move(nodes), extents, room, place));
  if (graph.size() <= most_to_pack && !parts.empty())
    set_compactly(graph, parts, extents, places);
  else
    set_in_rows(parts, places);
  return places;
}

}  // namespace entente::exporting
