#include <algorithm>
#include <numeric>

#include "entente/centrality.hpp"

// Connected components by search; strongly connected ones after Tarjan, "Depth-first search and linear graph
// algorithms", SIAM Journal on Computing 1 (1972), without recursion. O(arcs).

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
  explicit Tarjan(const SimpleGraph& graph)
      : graph_(graph), index_(graph.size(), no_index), low_(graph.size()), part_(graph.size(), no_index) {}

  std::vector<std::uint32_t> run() {
    for (std::uint32_t v = 0; v < graph_.size(); ++v)
      if (index_[v] == no_index) search(v);
    return renumber(std::move(part_), parts_);
  }

 private:
  struct Frame {
    std::uint32_t node;
    std::size_t next;
  };

  void open(std::uint32_t v) {
    index_[v] = low_[v] = count_++;
    stack_.push_back(v);
    path_.push_back({v, 0});
  }

  void search(std::uint32_t root) {
    open(root);
    while (!path_.empty()) {
      const auto v = path_.back().node;
      const auto row = graph_.out(v).nodes;
      if (path_.back().next < row.size()) {
        const auto u = row[path_.back().next++];
        if (index_[u] == no_index)
          open(u);
        else if (part_[u] == no_index)
          low_[v] = std::min(low_[v], index_[u]);
        continue;
      }
      path_.pop_back();
      if (!path_.empty()) low_[path_.back().node] = std::min(low_[path_.back().node], low_[v]);
      if (low_[v] == index_[v]) close(v);
    }
  }

  void close(std::uint32_t root) {
    for (std::uint32_t v = no_index; v != root; stack_.pop_back()) {
      v = stack_.back();
      part_[v] = parts_;
    }
    ++parts_;
  }

  const SimpleGraph& graph_;
  std::vector<std::uint32_t> index_, low_, part_, stack_;
  std::vector<Frame> path_;
  std::uint32_t count_ = 0, parts_ = 0;
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
      for (const auto row : {graph.out(queue[i]).nodes, graph.in(queue[i]).nodes})
        for (const auto u : row)
          if (part[u] == no_index) {
            part[u] = count;
            queue.push_back(u);
          }
    ++count;
  }
  return renumber(std::move(part), count);
}

std::vector<std::uint32_t> strong_components(const SimpleGraph& graph) { return Tarjan(graph).run(); }

}  // namespace entente
