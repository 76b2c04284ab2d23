#include "export/stress.hpp"

#include <cmath>
#include <numbers>

// Gansner, Koren and North, "Graph drawing by stress majorization" (2004), a node at a time; started from classical
// scaling of the distances (Torgerson 1952), so that chance has no part in it. O(nodes²) an iteration.

namespace entente::exporting {

namespace {

class Stress {
 public:
  Stress(const SimpleGraph& graph, double unit) : n_(graph.size()), distance_(std::size_t{n_} * n_), places_(n_) {
    std::vector<std::uint32_t> queue;
    for (std::uint32_t source = 0; source < n_; ++source) search(graph, source, unit, queue);
  }

  std::vector<Point> run(int iterations) {
    start();
    for (int i = 0; i < iterations; ++i)
      if (improve() < 0.05) break;
    lay_down();
    return std::move(places_);
  }

 private:
  float distance(std::uint32_t a, std::uint32_t b) const { return distance_[std::size_t{a} * n_ + b]; }

  void search(const SimpleGraph& graph, std::uint32_t source, double unit, std::vector<std::uint32_t>& queue) {
    float* const row = &distance_[std::size_t{source} * n_];
    queue.assign(1, source);
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (const auto u : graph.out(queue[i]).nodes)
        if (u != source && row[u] == 0) {
          row[u] = row[queue[i]] + static_cast<float>(unit);
          queue.push_back(u);
        }
  }

  /// Coordinates along an eigenvector of the centred squared distances; `other` is one it must be orthogonal to, or
  /// null.
  std::vector<double> axis(const std::vector<double>& mean, double grand, const std::vector<double>* other) const {
    std::vector<double> x(n_), next(n_);
    for (std::uint32_t i = 0; i < n_; ++i)
      x[i] = std::sin(1.0 + 2.3 * i + (other != nullptr ? 0.7 : 0));  // Any start that is no eigenvector.
    double value = 0;
    for (int step = 0; step < 60; ++step) {
      if (other != nullptr) {
        double dot = 0, length = 1e-12;
        for (std::uint32_t i = 0; i < n_; ++i) {
          dot += x[i] * (*other)[i];
          length += (*other)[i] * (*other)[i];
        }
        for (std::uint32_t i = 0; i < n_; ++i) x[i] -= dot / length * (*other)[i];
      }
      double norm = 0;
      for (std::uint32_t i = 0; i < n_; ++i) {
        double sum = 0;
        for (std::uint32_t j = 0; j < n_; ++j) {
          const double d = distance(i, j);
          sum -= (d * d - mean[i] - mean[j] + grand) / 2 * x[j];
        }
        next[i] = sum;
        norm += sum * sum;
      }
      value = std::sqrt(norm);
      if (value < 1e-9) break;
      for (std::uint32_t i = 0; i < n_; ++i) x[i] = next[i] / value;
    }
    for (double& v : x) v *= std::sqrt(value);
    return x;
  }

  void start() {
    std::vector<double> mean(n_);
    double grand = 0;
    for (std::uint32_t i = 0; i < n_; ++i) {
      for (std::uint32_t j = 0; j < n_; ++j) mean[i] += static_cast<double>(distance(i, j)) * distance(i, j);
      mean[i] /= n_;
      grand += mean[i] / n_;
    }
    const auto x = axis(mean, grand, nullptr), y = axis(mean, grand, &x);
    // Nodes with the same neighbours fall together: a small turn each sets them apart.
    for (std::uint32_t i = 0; i < n_; ++i) {
      const double turn = i * std::numbers::pi * (3 - std::sqrt(5.0));
      places_[i] = {x[i] + 3 * std::cos(turn), y[i] + 3 * std::sin(turn)};
    }
  }

  /// @return the longest move.
  double improve() {
    double longest = 0;
    for (std::uint32_t i = 0; i < n_; ++i) {
      double x = 0, y = 0, weights = 0;
      for (std::uint32_t j = 0; j < n_; ++j) {
        if (i == j) continue;
        const double d = distance(i, j), weight = 1 / (d * d), dx = places_[i].x - places_[j].x,
                     dy = places_[i].y - places_[j].y;
        const double stretch = d / (std::sqrt(dx * dx + dy * dy) + 1e-9);
        x += weight * (places_[j].x + dx * stretch);
        y += weight * (places_[j].y + dy * stretch);
        weights += weight;
      }
      if (weights == 0) continue;
      const Point to{x / weights, y / weights};
      longest = std::max(longest, std::abs(to.x - places_[i].x) + std::abs(to.y - places_[i].y));
      places_[i] = to;
    }
    return longest;
  }

  /// Turns the longest spread to the horizontal.
  void lay_down() {
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const Point& p : places_) {
      x += p.x / n_;
      y += p.y / n_;
    }
    for (const Point& p : places_) {
      xx += (p.x - x) * (p.x - x);
      yy += (p.y - y) * (p.y - y);
      xy += (p.x - x) * (p.y - y);
    }
    const double angle = std::atan2(2 * xy, xx - yy) / 2, c = std::cos(angle), s = std::sin(angle);
    for (Point& p : places_) p = {(p.x - x) * c + (p.y - y) * s, (p.y - y) * c - (p.x - x) * s};
  }

  std::uint32_t n_;
  std::vector<float> distance_;
  std::vector<Point> places_;
};

}  // namespace

std::vector<Point> stress_layout(const SimpleGraph& graph, double unit) {
  return Stress(graph, unit).run(graph.size() < 500 ? 300 : 60);
}

}  // namespace entente::exporting
