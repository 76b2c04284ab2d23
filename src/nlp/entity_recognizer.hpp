#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "nlp/annotate.hpp"
#include "nlp/biluo.hpp"
#include "nlp/greedy_parse.hpp"

namespace entente::nlp {

/// spaCy's EntityRecognizer. No entity crosses a sentence's end.
class EntityRecognizer {
 public:
  struct Workspace {
    std::vector<BiluoState> states;
    Contributions::Workspace contributions;
    GreedyWorkspace greedy;
  };

  /// @param directory the component's, with `model` and `moves`; @param section "components.ner"; @param width of tok2vec.
  EntityRecognizer(const std::filesystem::path& directory, const Config& config, const std::string& section, std::size_t width);

  const TransitionModel& model() const { return model_; }
  const std::vector<std::string>& labels() const { return labels_; }

  /// @param reduced the reduced vectors (see TransitionModel) of all blocks' tokens; @param offsets where the blocks' begin.
  /// @param out has the sentence starts already.
  void operator()(const Kernels& kernels, std::span<const TokenFeatures> blocks, ConstRows reduced,
                  std::span<const std::size_t> offsets, Workspace& work, std::span<Annotation> out) const;

 private:
  struct Loaded;
  explicit EntityRecognizer(Loaded&& loaded);

  TransitionModel model_;
  std::vector<std::string> labels_;
  Biluo moves_;
};

}  // namespace entente::nlp
