#include <algorithm>

#include "centrality/depth_first.hpp"
#include "entente/centrality.hpp"

// Hopcroft and Tarjan, "Efficient algorithms for graph manipulation", Communications of the ACM 16 (1973). O(arcs).

namespace entente {

namespace {

class Search {
 public:
  explicit Search(const SimpleGraph& graph)
      : size_(graph.size()), search_(graph), below_(graph.size(), 1), cuts_(graph.size()) {}

  Cuts run() {
    for (std::uint32_t root = 0; root < size_; ++root)
      if (search_.index[root] == no_index) search(root);
    Cuts out;
    for (std::uint32_t v = 0; v < size_; ++v)
      if (cuts_[v]) out.articulation_points.push_back(v);
    std::sort(found_.begin(), found_.end());
    for (const auto& [pair, cut_off] : found_) {
      out.bridges.push_back(pair);
      out.cut_off.push_back(cut_off);
    }
    return out;
  }

 private:
  void search(std::uint32_t root) {
    const auto first_bridge = found_.size();
    std::uint32_t children = 0;  // Of the root: it cuts where it has two.
    const auto close = [&](std::uint32_t v, std::uint32_t parent) {
      if (parent == no_index) return;
      below_[parent] += below_[v];
      if (parent == root)
        ++children;
      else if (search_.low[v] >= search_.index[parent])
        cuts_[parent] = true;
      if (search_.low[v] > search_.index[parent]) found_.emplace_back(std::minmax(parent, v), below_[v]);
    };
    search_.search(
        root, [](std::uint32_t) {},
        [](std::uint32_t, std::uint32_t parent, std::uint32_t found) { return found != parent; }, close);
    cuts_[root] = children > 1;
    for (auto i = first_bridge; i < found_.size(); ++i)
      found_[i].second = std::min(found_[i].second, below_[root] - found_[i].second);
  }

  std::uint32_t size_;
  centrality::DepthFirst search_;
  std::vector<std::uint32_t> below_;  ///< Nodes of the subtree.
  std::vector<bool> cuts_;
  std::vector<std::pair<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>> found_;
};

}  // namespace

Cuts cuts(const SimpleGraph& graph) { return Search(graph).run(); }

}  // namespace entente
