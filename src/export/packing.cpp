#include "export/packing.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_set>
#include <utility>

namespace entente::exporting {

namespace {

constexpr double cell = 15;  // Points. Shapes keep a cell apart.

using Cell = std::pair<int, int>;  // Column, row.

struct Bounds {
  int left = std::numeric_limits<int>::max(), bottom = left, right = std::numeric_limits<int>::min(), top = right;
  void add(Cell c) {
    left = std::min(left, c.first);
    right = std::max(right, c.first);
    bottom = std::min(bottom, c.second);
    top = std::max(top, c.second);
  }
};

using Cells = std::vector<Cell>;  // Ascending, unique.

Cells cells(const std::vector<Box>& boxes) {
  Cells out;
  const auto index = [](double x) { return static_cast<int>(std::floor(x / cell)); };
  for (const Box& box : boxes)
    for (int x = index(box.low.x); x <= index(box.high.x); ++x)
      for (int y = index(box.low.y); y <= index(box.high.y); ++y) out.emplace_back(x, y);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

class Plane {
 public:
  /// Takes the cells, and those next to them.
  void take(const Cells& shape, Cell by) {
    for (const auto& [x, y] : shape) {
      bounds_.add({x + by.first, y + by.second});
      for (int dx = -1; dx <= 1; ++dx)
        for (int dy = -1; dy <= 1; ++dy) taken_.insert(key({x + by.first + dx, y + by.second + dy}));
    }
  }

  /// The move that makes the whole grow least; among those the one nearest to the middle.
  Cell best(const Cells& shape, double aspect) const {
    Bounds own;
    for (const Cell& c : shape) own.add(c);
    std::pair<double, double> least{std::numeric_limits<double>::max(), 0};
    Cell found{};
    for (int y = bounds_.bottom - own.top - 2; y <= bounds_.top - own.bottom + 2; ++y)
      for (int x = bounds_.left - own.right - 2; x <= bounds_.right - own.left + 2; ++x) {
        const auto costs = cost(own, {x, y}, aspect);
        if (costs >= least || !is_free(shape, {x, y})) continue;
        least = costs;
        found = {x, y};
      }
    return found;
  }

 private:
  std::pair<double, double> cost(const Bounds& own, Cell by, double aspect) const {
    Bounds all = bounds_;
    all.add({own.left + by.first, own.bottom + by.second});
    all.add({own.right + by.first, own.top + by.second});
    const double width = all.right - all.left + 1, height = all.top - all.bottom + 1;
    const double x = (own.left + own.right) / 2.0 + by.first - (bounds_.left + bounds_.right) / 2.0,
                 y = (own.bottom + own.top) / 2.0 + by.second - (bounds_.bottom + bounds_.top) / 2.0;
    // The page around the whole, and a little of the whole itself: it does not sprawl in a page that is there anyway.
    const double side = std::max(width, height * aspect);
    return {side * side / aspect + 0.2 * width * height, x * x + y * y};
  }

  bool is_free(const Cells& shape, Cell by) const {
    return std::ranges::none_of(shape, [&](const Cell& c) {
      return taken_.contains(key({c.first + by.first, c.second + by.second}));
    });
  }

  static std::uint64_t key(Cell c) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(c.first)) << 32 | static_cast<std::uint32_t>(c.second);
  }

  std::unordered_set<std::uint64_t> taken_;
  Bounds bounds_;
};

}  // namespace

std::vector<Point> pack(const std::vector<std::vector<Box>>& shapes, double aspect) {
  Plane plane;
  std::vector<Point> moves;
  for (const auto& boxes : shapes) {
    const auto shape = cells(boxes);
    const Cell by = moves.empty() ? Cell{} : plane.best(shape, aspect);
    plane.take(shape, by);
    moves.push_back({by.first * cell, by.second * cell});
  }
  return moves;
}

}  // namespace entente::exporting
