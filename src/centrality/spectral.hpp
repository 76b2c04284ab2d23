#pragma once
#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace entente::centrality {

/// Repeats x ← f(x), scaled to a largest value of 1, until no value changes by more than `tolerance`.
/// @param f writes into its second argument. @return x; `steps` iterations at most.
template <typename Function>
std::vector<double> iterate(std::size_t size, Function f, double tolerance = 1e-13, int steps = 20000) {
  std::vector<double> x(size, 1.0), next(size);
  for (int step = 0; step < steps; ++step) {
    f(x, next);
    const double largest = size == 0 ? 0 : *std::max_element(next.begin(), next.end());
    if (!(largest > 0)) return std::vector<double>(size, 0.0);
    double change = 0;
    for (std::size_t i = 0; i < size; ++i) {
      next[i] /= largest;
      change = std::max(change, std::abs(next[i] - x[i]));
    }
    x.swap(next);
    if (change < tolerance) break;
  }
  return x;
}

}  // namespace entente::centrality
