#include "export/drawing.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "export/lines.hpp"
#include "export/packing.hpp"
#include "export/route.hpp"
#include "support/records.hpp"
#include "support/source_dir.hpp"
#include "support/temporary_directory.hpp"

using namespace entente;
using namespace entente::exporting;

namespace {

using Lines = std::vector<std::string>;

bool overlap(const DrawnNode& a, const DrawnNode& b) {
  return std::abs(a.x - b.x) < (a.width + b.width) / 2 && std::abs(a.y - b.y) < (a.height + b.height) / 2;
}

bool is_in(Point p, const DrawnNode& node) {
  return std::abs(p.x - node.x) < node.width / 2 && std::abs(p.y - node.y) < node.height / 2;
}

/// Persons of one size at places, with lines between some.
struct Sketch {
  ViewNode person{"a", "A", Kind::person, {}, {}, {}, 0, {}, {}, {}};
  Drawing drawing;
  explicit Sketch(std::vector<Point> places) {
    for (const Point p : places) drawing.nodes.push_back({&person, 1, 10, {"A"}, 40, 20, p.x, p.y});
  }
  void line(std::uint32_t from, std::uint32_t to) {
    drawing.edges.push_back({from, to, "conflict", "", Status::asserted, 1, false, false, 1});
  }
};

}  // namespace

TEST_CASE("a drawing shows the most related actors, and none without a line", "[export]") {
  const auto net = test::network(
      {test::record("d", "",
                    "X/o/\nA/o/\nB/o/\nC/o/\nD/o/\nY/o/\nE/o/\nF/o/\nG/o/\nX > supports > A\nX > supports > "
                    "B\nX > supports > C\nX > supports > D\nY > supports > E\nY > supports > F\nY > supports > G")});
  const auto view = make_view(net, {});
  const auto shown = [&](std::size_t top) {
    Lines names;
    for (const auto& node : make_drawing(view, {.title = {}, .top = top}).nodes) names.emplace_back(node.node->name);
    return names;
  };
  CHECK(shown(2) == Lines{"A", "X"});
  CHECK(shown(3) == Lines{"A", "B", "X"});
  CHECK(shown(9).size() == 9);
  CHECK(make_drawing(view, {.title = {}, .top = 2}).caption[1] ==
        "2 of 9 actors (those with the most relations), 1 of 7 relations from 1 documents.");
}

TEST_CASE("at 20, 60 and 200 actors no names overlap, and lines pass by names", "[export]") {
  const auto file = test::source_dir() / "graphs/examples.json";
  const auto net = read_network(test::read_file(file), file.string());
  const auto view = make_view(net, {.statuses = default_statuses});
  for (const std::size_t top : {20, 60, 200}) {
    INFO(top);
    const Drawing drawing = make_drawing(view, {.title = {}, .top = top});
    REQUIRE(drawing.nodes.size() == top);
    std::vector<bool> has_line(top);
    for (const auto& edge : drawing.edges) has_line[edge.source] = has_line[edge.target] = true;
    CHECK(std::ranges::count(has_line, false) == 0);
    std::size_t overlaps = 0, hits = 0, straight_hits = 0;
    for (std::size_t i = 0; i < top; ++i)
      for (std::size_t j = 0; j < i; ++j) overlaps += overlap(drawing.nodes[i], drawing.nodes[j]);
    CHECK(overlaps == 0);
    const auto curves = route(drawing, 12);
    for (std::size_t e = 0; e < curves.size(); ++e)
      for (std::uint32_t n = 0; n < top; ++n) {
        if (n == drawing.edges[e].source || n == drawing.edges[e].target) continue;
        const Point from = curves[e].points[0], to = curves[e].points[3];
        bool hit = false, straight_hit = false;
        for (double t = 0; t <= 1; t += 0.02) {
          hit = hit || is_in(curves[e].at(t), drawing.nodes[n]);
          straight_hit =
              straight_hit || is_in({from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t}, drawing.nodes[n]);
        }
        hits += hit;
        straight_hits += straight_hit;
      }
    INFO(hits << " names under the " << curves.size() << " lines, " << straight_hits << " under straight ones");
    CHECK(hits * 3 <= straight_hits * 2);
  }
}

TEST_CASE("a drawing leaves out lines with little evidence, but no actor's last one", "[export]") {
  Sketch sketch({{0, 0}, {1, 0}, {2, 0}, {3, 0}});
  for (const auto& [from, to] : std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}, {0, 2}, {1, 2}, {2, 3}})
    sketch.line(from, to);
  auto& lines = sketch.drawing.edges;
  lines[0].weight = 5;
  lines[1].weight = 3;
  lines[2].weight = 4;
  const auto ends = [&](std::size_t most) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    for (const auto& line : strongest(lines, 4, most)) out.emplace_back(line.source, line.target);
    return out;
  };
  using Ends = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  CHECK(ends(4).size() == 4);
  CHECK(ends(3) == Ends{{0, 1}, {1, 2}, {2, 3}});
  CHECK(ends(1) == Ends{{0, 1}, {1, 2}, {2, 3}});  // What holds together stays.
}

TEST_CASE("many actors have fewer lines each, unless more are asked for", "[export]") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "A" + std::to_string(i) + "/o/\n";
  for (int i = 0; i < 100; ++i)
    for (int step = 1; step <= 5; ++step)
      text += "A" + std::to_string(i) + " > supports > A" + std::to_string((i + step) % 100) + (i * step == 495 ? "" : "\n");
  const auto net = test::network({test::record("d", "", text)});
  const auto view = make_view(net, {});
  CHECK(make_drawing(view, {.title = {}, .top = 100}).edges.size() == 220);
  CHECK(make_drawing(view, {.title = {}, .top = 100, .lines = 400}).edges.size() == 400);
  CHECK(make_drawing(view, {.title = {}, .top = 40}).edges.size() == 120);
}

TEST_CASE("a line ends at the borders of its nodes and bends round one in its way", "[export]") {
  Sketch sketch({{0, 0}, {200, 0}, {400, 3}});
  sketch.line(0, 2);
  sketch.line(1, 0);
  const auto curves = route(sketch.drawing, 12);
  CHECK(curves[0].points[0].x == Approx(20).margin(8));
  for (double t = 0; t <= 1; t += 0.01) CHECK_FALSE(is_in(curves[0].at(t), sketch.drawing.nodes[1]));
  // Straight where nothing is in the way, from the source to the target.
  CHECK(curves[1].points[0].x == Approx(180));
  CHECK(curves[1].points[3].x == Approx(20));
  CHECK(curves[1].at(0.5).y == Approx(0).margin(1e-6));
  const Curve before_arrow = shortened(curves[1], 7);
  CHECK(before_arrow.points[3].x == Approx(27).margin(2));
}

TEST_CASE("lines of the same two nodes are apart", "[export]") {
  Sketch sketch({{0, 0}, {300, 0}});
  for (const bool back : {false, true, false}) back ? sketch.line(1, 0) : sketch.line(0, 1);
  const auto curves = route(sketch.drawing, 20);
  std::vector<double> middles;
  for (const Curve& curve : curves) middles.push_back(curve.at(0.5).y);
  std::sort(middles.begin(), middles.end());
  CHECK(middles[1] - middles[0] > 14);
  CHECK(middles[2] - middles[1] > 14);
}

TEST_CASE("shapes are packed without touching, small ones into gaps", "[export]") {
  // A frame around a gap, and a box that fits into it.
  const std::vector<Box> frame{
      {{0, 0}, {300, 20}}, {{0, 280}, {300, 300}}, {{0, 0}, {20, 300}}, {{280, 0}, {300, 300}}};
  const std::vector<Box> box{{{0, 0}, {100, 100}}};
  const auto moves = pack({frame, box, box}, 1.5);
  REQUIRE(moves.size() == 3);
  CHECK((moves[0].x == 0 && moves[0].y == 0));
  CHECK((moves[1].x > 20 && moves[1].x < 180 && moves[1].y > 20 && moves[1].y < 180));
  CHECK((moves[2].x >= 300 || moves[2].x <= -100 || moves[2].y >= 300 || moves[2].y <= -100));
}
