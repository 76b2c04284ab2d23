#include <algorithm>
#include <deque>
#include <numeric>
#include <random>
#include <unordered_map>

#include "entente/centrality.hpp"

// Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected communities", Scientific Reports 9
// (2019), for modularity with a resolution (Reichardt and Bornholdt 2006). Where the paper draws the refinement's
// merges by chance, the best is taken here, the nodes in an order by chance. Each pass starts from the parts of the pass
// before, until none helps; small graphs are tried several times. About O(arcs) a pass.

namespace entente {

namespace {

using Parts = std::vector<std::uint32_t>;

/// Numbers the parts from 0 in the order in which they appear. @return their count.
std::uint32_t compact(Parts& parts) {
  std::unordered_map<std::uint32_t, std::uint32_t> number;
  for (auto& part : parts) part = number.try_emplace(part, static_cast<std::uint32_t>(number.size())).first->second;
  return static_cast<std::uint32_t>(number.size());
}

/// A graph whose nodes stand for sets of nodes. Weight within a set counts in `strength` but makes no arc.
struct Level {
  SimpleGraph graph;
  std::vector<double> strength;
};

class Leiden {
 public:
  Leiden(const SimpleGraph& graph, double resolution, std::uint64_t seed) : random_(seed), graph_(graph) {
    const auto strength = out_strength(graph);
    const double total = std::accumulate(strength.begin(), strength.end(), 0.0);
    scale_ = total > 0 ? resolution / total : 0;
  }

  /// One pass. @param parts the communities to start from. @return those it ends with.
  Parts improve(Parts parts) {
    level_ = {graph_, out_strength(graph_)};
    Parts of(graph_.size());  // Original node → node of the level; `parts`: node of the level → community.
    std::iota(of.begin(), of.end(), 0U);
    for (;;) {
      move_nodes(parts);
      const auto count = compact(parts);
      if (count == level_.graph.size()) break;
      Parts refined = refine(parts);
      auto refined_count = compact(refined);
      if (refined_count ==
          level_.graph.size()) {  // Nothing to build on: the communities themselves are the next level's nodes.
        refined = parts;
        refined_count = count;
      }
      Parts next(refined_count);
      for (std::uint32_t v = 0; v < refined.size(); ++v) next[refined[v]] = parts[v];
      for (auto& v : of) v = refined[v];
      aggregate(refined, refined_count);
      parts = std::move(next);
    }
    for (auto& v : of) v = parts[v];
    return of;
  }

 private:
  /// Weights from `v` to the parts around it, and those parts in the order of their first arc.
  void look_around(std::uint32_t v, const Parts& parts) {
    for (const auto part : around_) weight_[part] = 0;
    around_.clear();
    const auto row = level_.graph.out(v);
    for (std::size_t i = 0; i < row.nodes.size(); ++i) {
      const auto part = parts[row.nodes[i]];
      if (weight_[part] == 0) around_.push_back(part);
      weight_[part] += row.weights[i];
    }
  }

  double gain(std::uint32_t v, std::uint32_t part, const std::vector<double>& total) const {
    return weight_[part] - scale_ * level_.strength[v] * total[part];
  }

  Parts shuffled(std::uint32_t n) {
    Parts order(n);
    std::iota(order.begin(), order.end(), 0U);
    for (std::uint32_t i = n; i > 1; --i) std::swap(order[i - 1], order[random_() % i]);
    return order;
  }

  void reset() {
    weight_.assign(level_.graph.size(), 0);
    around_.clear();
  }

  /// Moves nodes to the best part until no move helps; only those near a move are looked at again.
  void move_nodes(Parts& parts) {
    const auto n = level_.graph.size();
    std::vector<double> total(n);
    for (std::uint32_t v = 0; v < n; ++v) total[parts[v]] += level_.strength[v];
    reset();
    const Parts order = shuffled(n);
    std::deque<std::uint32_t> queue(order.begin(), order.end());
    std::vector<bool> queued(n, true);
    while (!queue.empty()) {
      const auto v = queue.front();
      queue.pop_front();
      queued[v] = false;
      look_around(v, parts);
      const auto from = parts[v];
      total[from] -= level_.strength[v];
      auto best = from;
      double most = gain(v, from, total) + 1e-12;
      for (const auto part : around_)
        if (const double g = gain(v, part, total); g > most) {
          most = g;
          best = part;
        }
      total[best] += level_.strength[v];
      if (best == from) continue;
      parts[v] = best;
      for (const auto u : level_.graph.out(v).nodes)
        if (parts[u] != best && !queued[u]) {
          queued[u] = true;
          queue.push_back(u);
        }
    }
  }

  /// Within each part, starts again from single nodes and joins what is well connected: parts can fall apart but never
  /// hold what hangs together only by a node that has left.
  Parts refine(const Parts& parts) {
    const auto n = level_.graph.size();
    Parts refined(n);
    std::iota(refined.begin(), refined.end(), 0U);
    std::vector<double> total = level_.strength, part_total(n),
                        inside(n);  // `inside`: weight from a refined part to the rest of its part.
    for (std::uint32_t v = 0; v < n; ++v) {
      part_total[parts[v]] += level_.strength[v];
      const auto row = level_.graph.out(v);
      for (std::size_t i = 0; i < row.nodes.size(); ++i)
        if (parts[row.nodes[i]] == parts[v]) inside[v] += row.weights[i];
    }
    const auto connected = [&](std::uint32_t r, std::uint32_t part) {
      return inside[r] >= scale_ * total[r] * (part_total[part] - total[r]);
    };
    std::vector<bool> single(n, true);
    reset();
    for (const auto v : shuffled(n)) {
      if (!single[v] || !connected(v, parts[v])) continue;
      look_around(v, refined);
      auto best = v;
      double most = 1e-12;
      for (const auto r : around_) {
        if (r == v || parts[r] != parts[v] || !connected(r, parts[v]))
          continue;  // A refined part is named after one of its nodes.
        if (const double g = gain(v, r, total); g > most) {
          most = g;
          best = r;
        }
      }
      if (best == v) continue;
      inside[best] += inside[v] - 2 * weight_[best];
      total[best] += total[v];
      refined[v] = best;
      single[best] = false;
    }
    return refined;
  }

  void aggregate(const Parts& refined, std::uint32_t count) {
    std::vector<SimpleGraph::Arc> arcs;
    std::vector<double> strength(count);
    for (std::uint32_t v = 0; v < refined.size(); ++v) {
      strength[refined[v]] += level_.strength[v];
      const auto row = level_.graph.out(v);
      for (std::size_t i = 0; i < row.nodes.size(); ++i)
        if (refined[v] != refined[row.nodes[i]]) arcs.push_back({refined[v], refined[row.nodes[i]], row.weights[i]});
    }
    level_ = {SimpleGraph(count, std::move(arcs)), std::move(strength)};
  }

  std::mt19937_64 random_;
  const SimpleGraph& graph_;
  Level level_;
  double scale_ = 0;  ///< Resolution divided by twice the total weight.
  std::vector<double> weight_;
  std::vector<std::uint32_t> around_;
};

/// By size, then by first node.
void number_by_size(Parts& parts) {
  const auto count = compact(parts);
  std::vector<std::uint32_t> size(count), order(count), number(count);
  for (const auto part : parts) ++size[part];
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
  for (std::uint32_t i = 0; i < count; ++i) number[order[i]] = i;
  for (auto& part : parts) part = number[part];
}

}  // namespace

double modularity(const SimpleGraph& graph, std::span<const std::uint32_t> community, double resolution) {
  const auto strength = out_strength(graph);
  const double total = std::accumulate(strength.begin(), strength.end(), 0.0);
  if (total == 0) return 0;
  double inside = 0;
  std::vector<double> sums;
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    if (community[v] >= sums.size()) sums.resize(community[v] + 1);
    sums[community[v]] += strength[v];
    const auto row = graph.out(v);
    for (std::size_t i = 0; i < row.nodes.size(); ++i)
      if (community[v] == community[row.nodes[i]]) inside += row.weights[i];
  }
  double expected = 0;
  for (const double sum : sums) expected += sum / total * (sum / total);
  return inside / total - resolution * expected;
}

Communities leiden(const SimpleGraph& graph, double resolution, std::uint64_t seed) {
  constexpr std::size_t most_tries = 32, arcs_in_all = 200'000;
  const auto tries = std::clamp<std::size_t>(arcs_in_all / (graph.arcs() + 1), 1, most_tries);
  Leiden algorithm(graph, resolution, seed);
  Communities best;
  for (std::size_t i = 0; i < tries; ++i) {
    Parts parts(graph.size());
    std::iota(parts.begin(), parts.end(), 0U);
    double before = modularity(graph, parts, resolution);
    for (;;) {
      auto next = algorithm.improve(parts);
      const double now = modularity(graph, next, resolution);
      if (now <= before + 1e-12) break;
      parts = std::move(next);
      before = now;
    }
    if (i == 0 || before > best.modularity + 1e-12) best = {std::move(parts), before};
  }
  number_by_size(best.community);
  best.modularity = modularity(graph, best.community, resolution);
  return best;
}

}  // namespace entente
