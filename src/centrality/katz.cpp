#include <numeric>

#include "centrality/spectral.hpp"
#include "entente/centrality.hpp"

// Katz, "A new status index derived from sociometric analysis", Psychometrika 18 (1953). Fixed-point iteration; O(arcs)
// each.

namespace entente {

namespace {

void multiply(const SimpleGraph& graph, const std::vector<double>& x, std::vector<double>& next) {
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    double sum = 0;
    for (const auto u : graph.in(v).nodes) sum += x[u];
    next[v] = sum;
  }
}

/// An upper bound of the largest eigenvalue that is close to it: of the undirected graph, whose eigenvalue is no
/// smaller.
double spectral_radius(const SimpleGraph& graph) {
  const SimpleGraph both = graph.undirected();
  const auto x = centrality::iterate(
      both.size(),
      [&](const std::vector<double>& from, std::vector<double>& to) {
        multiply(both, from, to);
        for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
      },
      1e-10, 1000);
  std::vector<double> y(x.size());
  multiply(both, x, y);
  const double xx = std::inner_product(x.begin(), x.end(), x.begin(), 0.0);
  return xx > 0 ? std::inner_product(x.begin(), x.end(), y.begin(), 0.0) / xx : 0;
}

}  // namespace

std::vector<double> katz(const SimpleGraph& graph, double alpha) {
  constexpr int most_iterations = 10000;
  if (alpha <= 0) {
    const double radius = spectral_radius(graph);
    alpha = radius > 0 ? 0.85 / radius : 0.1;
  }
  std::vector<double> x(graph.size(), 1.0), next(graph.size());
  for (int i = 0; i < most_iterations; ++i) {
    multiply(graph, x, next);
    double change = 0;
    for (std::size_t v = 0; v < x.size(); ++v) {
      next[v] = alpha * next[v] + 1;
      change = std::max(change, std::abs(next[v] - x[v]) / next[v]);
    }
    x.swap(next);
    if (change < 1e-14) break;
  }
  const double length = std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
  for (double& value : x) value /= length;
  return x;
}

}  // namespace entente
