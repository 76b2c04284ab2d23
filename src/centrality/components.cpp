#include <algorithm>
#include <numeric>

#include "centrality/depth_first.hpp"
#include "entente/centrality.hpp"

// Connected components by search; strongly connected ones after Tarjan, "Depth-first search and linear graph
// algorithms", SIAM Journal on Computing 1 (1972). O(arcs).

namespace entente {

namespace {

/// Numbers parts by size, then by first node.
std::vector<std::uint32_t> renumber(std::vector<std::uint32_t> part, std::uint32_t count) {
  std::vector<std::uint32_t> size(count), first(count, no_index), order(count), number(count);
  for (std::uint32_t v = 0; v < part.size(); ++v) {
    ++size[part[v]];
    first[part[v]] = std::min(first[part[v]], v);
  }
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return size[a] != size[b] ? size[a] > size[b] : first[a] < first[b];
  });
  for (std::uint32_t i = 0; i < count; ++i) number[order[i]] = i;
  for (auto& p : part) p = number[p];
  return part;
}

class Tarjan {
 public:
  explicit Tarjan(const SimpleGraph& graph) : size_(graph.size()), search_(graph), part_(graph.size(), no_index) {}

  std::vector<std::uint32_t> run() {
    for (std::uint32_t root = 0; root < size_; ++root)
      if (search_.index[root] == no_index)
        search_.search(
            root, [&](std::uint32_t v) { stack_.push_back(v); },
            [](std::uint32_t, std::uint32_t, std::uint32_t) { return true; },
            [&](std::uint32_t v, std::uint32_t) {
              if (search_.low[v] == search_.index[v]) close(v);
            });
    return renumber(std::move(part_), parts_);
  }

 private:
  static constexpr std::uint32_t kClosed = no_index - 1;

  void close(std::uint32_t root) {
    for (std::uint32_t v = no_index; v != root; stack_.pop_back()) {
      v = stack_.back();
      part_[v] = parts_;
      search_.index[v] = kClosed;  // no arc to it reaches up any more
    }
    ++parts_;
  }

  std::uint32_t size_, parts_ = 0;
  centrality::DepthFirst search_;
  std::vector<std::uint32_t> part_, stack_;
};

}  // namespace

std::vector<std::uint32_t> components(const SimpleGraph& graph) {
  std::vector<std::uint32_t> part(graph.size(), no_index), queue;
  std::uint32_t count = 0;
  for (std::uint32_t root = 0; root < graph.size(); ++root) {
    if (part[root] != no_index) continue;
    part[root] = count;
    queue.assign(1, root);
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (const bool out : {true, false}) {
        if (!out && graph.symmetric()) break;
        for (const auto u : out ? graph.out(queue[i]).nodes : graph.in(queue[i]).nodes)
          if (part[u] == no_index) {
            part[u] = count;
            queue.push_back(u);
          }
      }
    ++count;
  }
  return renumber(std::move(part), count);
}

std::vector<std::uint32_t> strong_components(const SimpleGraph& graph) { return Tarjan(graph).run(); }

}  // namespace entente
