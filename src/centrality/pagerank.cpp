#include <array>
#include <bit>
#include <cmath>
#include <numeric>

#include "centrality/blocks.hpp"
#include "entente/centrality.hpp"

// Page, Brin, Motwani and Winograd, "The PageRank citation ranking", Stanford InfoLab 1999-66. Each node pulls from those
// that point at it, in groups one after another (Gauss-Seidel; Arasu, Novak, Tomkins and Tomlin, "PageRank computation
// and the structure of the Web", WWW 2002): a group sees the new values of those before it, which takes two thirds of
// the rounds. What is looked up are single numbers all over the memory: nodes that many look up stand together.
// O(arcs) a round.

namespace entente {

namespace {

/// The arcs by their targets, nodes in a new order: those with most out-arcs first, roughly.
struct Pull {
  std::vector<std::uint32_t> order;  ///< Place → node.
  std::vector<std::size_t> begin;
  std::vector<std::uint32_t> sources;  ///< Places.
  std::vector<double> weights;         ///< Empty where all are 1.

  explicit Pull(const SimpleGraph& graph) : order(graph.size()), begin(graph.size() + 1), sources(graph.arcs()) {
    const auto n = graph.size();
    const auto class_of = [&](std::uint32_t v) {  // By bits of the number of out-arcs, most first.
      return 32 - std::bit_width(static_cast<std::uint32_t>(graph.out(v).nodes.size()));
    };
    std::array<std::uint32_t, 34> next{};
    for (std::uint32_t v = 0; v < n; ++v) ++next[class_of(v) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<std::uint32_t> place(n);
    for (std::uint32_t v = 0; v < n; ++v) order[place[v] = next[class_of(v)]++] = v;
    const bool weighted = has_weights(graph);
    if (weighted) weights.reserve(graph.arcs());
    std::size_t at = 0;
    for (std::uint32_t p = 0; p < n; ++p) {
      const auto row = graph.in(order[p]);
      for (const auto source : row.nodes) sources[at++] = place[source];
      if (weighted) weights.insert(weights.end(), row.weights.begin(), row.weights.end());
      begin[p + 1] = at;
    }
  }

  static bool has_weights(const SimpleGraph& graph) {
    for (std::uint32_t v = 0; v < graph.size(); ++v)
      for (const double weight : graph.in(v).weights)
        if (weight != 1) return true;
    return false;
  }

  double sum(std::uint32_t place, const std::vector<double>& given) const {
    double sum = 0;
    if (weights.empty())
      for (auto i = begin[place]; i < begin[place + 1]; ++i) sum += given[sources[i]];
    else
      for (auto i = begin[place]; i < begin[place + 1]; ++i) sum += given[sources[i]] * weights[i];
    return sum;
  }
};

/// Consecutive places with about as much work each.
std::vector<std::uint32_t> groups_of(const Pull& pull, std::size_t count) {
  std::vector<std::uint32_t> begin{0};
  const auto n = static_cast<std::uint32_t>(pull.order.size());
  const auto work = n + pull.sources.size();
  for (std::uint32_t p = 0; p < n; ++p)
    if ((p + pull.begin[p]) * count >= begin.size() * work) begin.push_back(p);
  begin.push_back(n);
  return begin;
}

}  // namespace

std::vector<double> pagerank(const SimpleGraph& graph, double damping, double tolerance, int jobs) {
  const auto n = graph.size();
  if (n == 0) return {};
  constexpr std::uint32_t blocks = 8;
  constexpr std::size_t worth_threads = 1 << 14;
  constexpr int most_rounds = 10000;
  const Pull pull(graph);
  const auto groups = groups_of(pull, 64);
  std::vector<double> rank(n, 1.0 / n), next(n), given(n), per_weight(n);
  double stuck = 0, total = 1;  // The ranks of nodes without out-arcs, and of all: they add up to 1 in the end only.
  for (std::uint32_t p = 0; p < n; ++p) {
    const auto weights = graph.out(pull.order[p]).weights;
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    per_weight[p] = all > 0 ? damping / all : 0;
    given[p] = rank[p] * per_weight[p];
    if (per_weight[p] == 0) stuck += rank[p];
  }
  struct Sums {
    double change = 0, total = 0, stuck = 0;
  };
  for (int round = 0; round < most_rounds; ++round) {
    double change = 0;
    for (std::size_t g = 0; g + 1 < groups.size(); ++g) {
      const auto first = groups[g], last = groups[g + 1];
      const double base = ((1 - damping) * total + damping * stuck) / n;
      std::array<Sums, blocks> sums;
      const int threads = pull.begin[last] - pull.begin[first] < worth_threads ? 1 : jobs;
      centrality::for_blocks(last - first, blocks, threads, [&](std::uint32_t block, std::uint32_t begin, std::uint32_t end) {
        Sums sum;
        for (auto p = first + begin; p < first + end; ++p) {
          next[p] = base + pull.sum(p, given);
          const double more = next[p] - rank[p];
          sum.change += std::abs(more);
          sum.total += more;
          if (per_weight[p] == 0) sum.stuck += more;
        }
        sums[block] = sum;
      });
      for (auto p = first; p < last; ++p) {
        rank[p] = next[p];
        given[p] = next[p] * per_weight[p];
      }
      for (const Sums& sum : sums) {
        change += sum.change;
        total += sum.total;
        stuck += sum.stuck;
      }
    }
    if (change < tolerance) break;
  }
  std::vector<double> values(n);
  for (std::uint32_t p = 0; p < n; ++p) values[pull.order[p]] = rank[p] / total;
  return values;
}

}  // namespace entente
