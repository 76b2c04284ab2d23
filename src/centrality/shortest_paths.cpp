#include "centrality/shortest_paths.hpp"

#include "centrality/blocks.hpp"

// Brandes' accumulation (2001). The arcs of a source's shortest-path graph are noted while it is searched, so that the
// way back reads them in order without looking at distances again.

namespace entente::centrality {

namespace {

class Search {
 public:
  explicit Search(const SimpleGraph& graph) : graph_(graph), at_(graph.size()) {
    order_.reserve(graph.size());
    begin_.reserve(graph.size() + 1);
    next_.resize(graph.arcs());
  }

  /// Adds to `score` what the shortest paths from `source` pass through.
  void run(std::uint32_t source, std::vector<double>& score) {
    forward(source);
    for (std::size_t i = order_.size(); i-- > 0;) {
      const auto v = order_[i];
      double through = 0;
      for (auto a = begin_[i]; a < begin_[i + 1]; ++a) through += at_[next_[a]].share;
      State& state = at_[v];
      const double dependency = state.paths * through;
      state.share = (1 + dependency) / state.paths;
      if (v != source) score[v] += dependency;
    }
    for (const auto v : order_) at_[v].distance = unseen;
  }

 private:
  static constexpr std::uint32_t unseen = 0xffffffff;
  struct State {
    std::uint32_t distance = unseen;
    double paths = 0;  ///< Shortest paths from the source.
    double share = 0;  ///< (1 + dependency) / paths
  };

  void forward(std::uint32_t source) {
    order_.assign(1, source);
    begin_.assign(1, 0);
    at_[source] = {0, 1, 0};
    std::size_t arcs = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const State from = at_[order_[i]];
      for (const auto u : graph_.out(order_[i]).nodes) {
        State& to = at_[u];
        if (to.distance == unseen) {
          to.distance = from.distance + 1;
          to.paths = from.paths;
          order_.push_back(u);
          next_[arcs++] = u;
        } else if (to.distance == from.distance + 1) {
          to.paths += from.paths;
          next_[arcs++] = u;
        }
      }
      begin_.push_back(arcs);
    }
  }

  const SimpleGraph& graph_;
  std::vector<State> at_;
  std::vector<std::uint32_t> order_, next_;
  std::vector<std::size_t> begin_;
};

}  // namespace

std::vector<double> add_dependencies(const SimpleGraph& graph, std::span<const std::uint32_t> sources, int jobs) {
  constexpr std::uint32_t blocks = 32;
  std::vector<std::vector<double>> parts(blocks);
  for_blocks(static_cast<std::uint32_t>(sources.size()), blocks, jobs,
             [&](std::uint32_t block, std::uint32_t begin, std::uint32_t end) {
               if (begin == end) return;
               parts[block].assign(graph.size(), 0);
               Search search(graph);
               for (auto i = begin; i < end; ++i) search.run(sources[i], parts[block]);
             });
  return add_up(parts, graph.size());
}

}  // namespace entente::centrality
