#include <array>
#include <bit>

#include "centrality/blocks.hpp"
#include "entente/centrality.hpp"

// Closeness: Bavelas, "Communication patterns in task-oriented groups" (1950); harmonic: Marchiori and Latora, "Harmony
// in the small world", Physica A 285 (2000). Searches from many sources run at once, a bit each: Then et al., "The more
// the merrier: efficient multi-source graph traversal", PVLDB 8 (2014). A wave that reaches a node tells how many
// sources are at that distance from it, so only bits are counted; the waves run against the arcs, and what is counted
// are distances along them. O(nodes / 256 · arcs · diameter) word operations.

namespace entente {

namespace {

struct Batch {
  static constexpr std::uint32_t width = 256;
  std::array<std::uint64_t, width / 64> words{};

  void set(std::uint32_t bit) { words[bit / 64] |= std::uint64_t{1} << (bit % 64); }
  bool any() const { return (words[0] | words[1] | words[2] | words[3]) != 0; }
  void add(const Batch& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
  }
};

struct Sums {
  std::uint64_t reached = 0, distance = 0;
  double harmonic = 0;
};

class Waves {
 public:
  Waves(const SimpleGraph& graph, std::vector<Sums>& sums)
      : graph_(graph), sums_(sums), seen_(graph.size()), front_(graph.size()), next_(graph.size()) {}

  void run(std::uint32_t begin, std::uint32_t end) {
    std::fill(seen_.begin(), seen_.end(), Batch{});
    std::fill(front_.begin(), front_.end(), Batch{});
    active_.clear();
    for (auto source = begin; source < end; ++source) {
      seen_[source].set(source - begin);
      front_[source].set(source - begin);
      active_.push_back(source);
    }
    for (std::uint32_t distance = 1; !active_.empty(); ++distance) step(distance);
  }

 private:
  void step(std::uint32_t distance) {
    for (const auto v : active_) {
      const Batch wave = front_[v];
      for (const auto u : graph_.in(v).nodes) next_[u].add(wave);
      front_[v] = Batch{};
    }
    active_.clear();
    for (std::uint32_t u = 0; u < graph_.size(); ++u) {
      if (!next_[u].any()) continue;
      Batch fresh;
      unsigned count = 0;
      for (std::size_t i = 0; i < fresh.words.size(); ++i) {
        fresh.words[i] = next_[u].words[i] & ~seen_[u].words[i];
        seen_[u].words[i] |= fresh.words[i];
        count += static_cast<unsigned>(std::popcount(fresh.words[i]));
      }
      next_[u] = Batch{};
      if (count == 0) continue;
      front_[u] = fresh;
      active_.push_back(u);
      sums_[u].reached += count;
      sums_[u].distance += std::uint64_t{count} * distance;
      sums_[u].harmonic += static_cast<double>(count) / distance;
    }
  }

  const SimpleGraph& graph_;
  std::vector<Sums>& sums_;
  std::vector<Batch> seen_, front_, next_;
  std::vector<std::uint32_t> active_;
};

}  // namespace

Closeness closeness(const SimpleGraph& graph, int jobs) {
  const auto n = graph.size();
  const std::uint32_t batches = (n + Batch::width - 1) / Batch::width, blocks = std::min(16U, batches);
  std::vector<std::vector<Sums>> parts(blocks);
  if (blocks > 0)
    centrality::for_blocks(batches, blocks, jobs, [&](std::uint32_t block, std::uint32_t begin, std::uint32_t end) {
      parts[block].resize(n);
      Waves waves(graph, parts[block]);
      for (auto batch = begin; batch < end; ++batch)
        waves.run(batch * Batch::width, std::min(n, (batch + 1) * Batch::width));
    });
  Closeness out{std::vector<double>(n), std::vector<double>(n)};
  for (std::uint32_t v = 0; v < n; ++v) {
    Sums sum;
    for (const auto& part : parts) {
      sum.reached += part[v].reached;
      sum.distance += part[v].distance;
      sum.harmonic += part[v].harmonic;
    }
    if (sum.distance > 0) out.closeness[v] = static_cast<double>(sum.reached) / static_cast<double>(sum.distance);
    if (n > 1) out.harmonic[v] = sum.harmonic / (n - 1);
  }
  return out;
}

}  // namespace entente
