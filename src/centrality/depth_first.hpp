#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "entente/centrality.hpp"

namespace entente::centrality {

/// Depth-first search along the out-arcs, without recursion, that knows of each node how far up its subtree reaches.
class DepthFirst {
 public:
  explicit DepthFirst(const SimpleGraph& graph) : index(graph.size(), no_index), low(graph.size()), graph_(graph) {}

  /// Visits what `root` reaches and was not visited yet.
  /// @param open is called with each node as it is found. @param reaches (node, parent, found): whether an arc from
  /// `node` to `found`, which was found before, counts. @param close (node, parent) is called when all below the node
  /// was visited and its parent, no_index for the root, knows how far up it reaches.
  template <typename Open, typename Reaches, typename Close>
  void search(std::uint32_t root, Open open, Reaches reaches, Close close) {
    const auto enter = [&](std::uint32_t v) {
      index[v] = low[v] = count_++;
      path_.push_back({v, 0});
      open(v);
    };
    enter(root);
    while (!path_.empty()) {
      const auto v = path_.back().node;
      const auto row = graph_.out(v).nodes;
      const auto parent = path_.size() > 1 ? path_[path_.size() - 2].node : no_index;
      auto next = path_.back().next;
      auto least = low[v];
      for (; next < row.size() && index[row[next]] != no_index; ++next)
        if (reaches(v, parent, row[next])) least = std::min(least, index[row[next]]);
      low[v] = least;
      if (next < row.size()) {
        path_.back().next = next + 1;
        enter(row[next]);
        continue;
      }
      path_.pop_back();
      if (parent != no_index) low[parent] = std::min(low[parent], low[v]);
      close(v, parent);
    }
  }

  std::vector<std::uint32_t> index;  ///< Order of discovery; no_index where not visited.
  std::vector<std::uint32_t> low;    ///< Least index that the node's subtree reaches.

 private:
  struct Frame {
    std::uint32_t node;
    std::size_t next;
  };
  const SimpleGraph& graph_;
  std::vector<Frame> path_;
  std::uint32_t count_ = 0;
};

}  // namespace entente::centrality
