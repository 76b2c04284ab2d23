#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "centrality/blocks.hpp"
#include "centrality/shortest_paths.hpp"
#include "entente/centrality.hpp"

// Brandes and Pich, "Centrality estimation in large networks", International Journal of Bifurcation and Chaos 17
// (2007): sources drawn without return. A source's share in a value is at most n-2, so Hoeffding's inequality (1963),
// over all n values at once, gives the number of sources for an error. O(samples · arcs).

namespace entente {

namespace {

/// The same draw on every machine: the standard fixes the engine but not its distributions.
std::vector<std::uint32_t> draw(std::uint32_t count, std::uint32_t from, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<std::uint32_t> all(from);
  std::iota(all.begin(), all.end(), 0U);
  for (std::uint32_t i = 0; i < count; ++i) std::swap(all[i], all[i + random() % (from - i)]);
  all.resize(count);
  return all;
}

}  // namespace

SampledBetweenness sampled_betweenness(const SimpleGraph& graph, double error, double confidence, int jobs,
                                       std::uint64_t seed) {
  const auto n = graph.size();
  if (n < 3) return {std::vector<double>(n), n, 0};
  const double needed = std::log(2.0 * n / (1 - confidence)) / (2 * error * error);
  const auto samples = static_cast<std::uint32_t>(std::min<double>(n, std::ceil(needed)));
  const auto sources = draw(samples, n, seed);
  SampledBetweenness out;
  out.values = centrality::add_dependencies(graph, sources, jobs);
  for (double& value : out.values) value *= static_cast<double>(n) / samples;
  out.samples = samples;
  // With all sources there is nothing left to chance.
  out.error = samples == n ? 0 : std::sqrt(std::log(2.0 * n / (1 - confidence)) / (2.0 * samples)) * n * (n - 2.0);
  return out;
}

}  // namespace entente
