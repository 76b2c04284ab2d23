#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "nlp/annotate.hpp"
#include "nlp/arc_eager.hpp"
#include "nlp/greedy_parse.hpp"
#include "nlp/nonproj.hpp"

namespace entente::nlp {

/// Buffers of the components that parse by transitions.
template <class State>
struct TransitionWorkspace {
  std::vector<State> states;
  Contributions::Workspace contributions;
  GreedyWorkspace greedy;
};

/// spaCy's DependencyParser: heads, labels and sentence starts.
class DependencyParser {
 public:
  struct Workspace : TransitionWorkspace<ArcEagerState> {
    TreeWorkspace tree;
  };

  /// @param directory the component's, with `model` and `moves`; @param section "components.parser"; @param width of tok2vec.
  DependencyParser(const std::filesystem::path& directory, const Config& config, const std::string& section, std::size_t width);

  const TransitionModel& model() const { return model_; }
  const std::vector<std::string>& labels() const { return labels_.plain(); }

  /// @param reduced the reduced vectors (see TransitionModel) of all blocks' tokens; @param offsets where the blocks' begin.
  void operator()(const Kernels& kernels, std::span<const TokenFeatures> blocks, ConstRows reduced,
                  std::span<const std::size_t> offsets, Workspace& work, std::span<Annotation> out) const;

 private:
  struct Loaded;
  explicit DependencyParser(Loaded&& loaded);
  void annotate(const ArcEagerState& state, const TokenFeatures& block, TreeWorkspace& work, Annotation& out) const;

  TransitionModel model_;
  ArcEager moves_;
  DependencyLabels labels_;
};

}  // namespace entente::nlp
