#include <algorithm>

#include "entente/centrality.hpp"

// Hopcroft and Tarjan, "Efficient algorithms for graph manipulation", Communications of the ACM 16 (1973), without
// recursion. O(arcs).

namespace entente {

namespace {

/// Depth-first search that knows of each node how far up its subtree reaches, and how large it is.
class Search {
 public:
  explicit Search(const SimpleGraph& graph)
      : graph_(graph), index_(graph.size(), no_index), low_(graph.size()), below_(graph.size()), cuts_(graph.size()) {}

  Cuts run() {
    for (std::uint32_t root = 0; root < graph_.size(); ++root)
      if (index_[root] == no_index) search(root);
    Cuts out;
    for (std::uint32_t v = 0; v < graph_.size(); ++v)
      if (cuts_[v]) out.articulation_points.push_back(v);
    std::sort(found_.begin(), found_.end());
    for (const auto& [pair, cut_off] : found_) {
      out.bridges.push_back(pair);
      out.cut_off.push_back(cut_off);
    }
    return out;
  }

 private:
  struct Frame {
    std::uint32_t node;
    std::size_t next;
  };

  void open(std::uint32_t v) {
    index_[v] = low_[v] = count_++;
    below_[v] = 1;
    path_.push_back({v, 0});
  }

  void search(std::uint32_t root) {
    const auto first_bridge = found_.size();
    std::uint32_t children = 0;  // Of the root: it cuts where it has two.
    open(root);
    while (!path_.empty()) {
      const auto v = path_.back().node;
      const auto row = graph_.out(v).nodes;
      const auto parent = path_.size() > 1 ? path_[path_.size() - 2].node : no_index;
      if (path_.back().next < row.size()) {
        const auto u = row[path_.back().next++];
        if (index_[u] == no_index)
          open(u);
        else if (u != parent)
          low_[v] = std::min(low_[v], index_[u]);
        continue;
      }
      path_.pop_back();
      if (parent == no_index) continue;
      low_[parent] = std::min(low_[parent], low_[v]);
      below_[parent] += below_[v];
      if (parent == root)
        ++children;
      else if (low_[v] >= index_[parent])
        cuts_[parent] = true;
      if (low_[v] > index_[parent]) found_.emplace_back(std::minmax(parent, v), below_[v]);
    }
    cuts_[root] = children > 1;
    for (auto i = first_bridge; i < found_.size(); ++i)
      found_[i].second = std::min(found_[i].second, below_[root] - found_[i].second);
  }

  const SimpleGraph& graph_;
  std::vector<std::uint32_t> index_, low_, below_;  ///< Order of discovery; least reached; nodes of the subtree.
  std::vector<bool> cuts_;
  std::vector<Frame> path_;
  std::vector<std::pair<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>> found_;
  std::uint32_t count_ = 0;
};

}  // namespace

Cuts cuts(const SimpleGraph& graph) { return Search(graph).run(); }

}  // namespace entente
