#pragma once
#include <array>
#include <span>
#include <vector>

#include "nlp/contributions.hpp"

namespace entente::nlp {

/// Buffers of greedy_parse.
struct GreedyWorkspace {
  FloatBuffer hidden, scores;
  std::vector<std::size_t> active;
};

/// Takes the best valid transition of each state until all are final. The states advance in step, one transition each, so that their
/// scores are computed together.
/// @param offsets where the states' blocks begin in `contributions`.
template <class System>
void greedy_parse(const Kernels& kernels, const TransitionModel& model, const System& system,
                  std::span<typename System::State> states, std::span<const std::size_t> offsets, Contributions& contributions,
                  GreedyWorkspace& work) {
  constexpr std::size_t kMaxFeatures = 16;
  std::array<std::int32_t, kMaxFeatures> words{};
  std::array<const float*, kMaxFeatures> parts{};
  const std::span seen(words.data(), model.features());
  const std::span terms(parts.data(), model.features());
  const std::size_t hidden_size = model.hidden_size(), scores_size = model.scores_size();
  float* const hidden = work.hidden.resize(states.size() * hidden_size);
  float* const scores = work.scores.resize(states.size() * scores_size);
  work.active.clear();
  for (std::size_t i = 0; i < states.size(); ++i)
    if (!states[i].is_final()) work.active.push_back(i);
  while (!work.active.empty()) {
    for (std::size_t i = 0; i < work.active.size(); ++i) {
      System::context(states[work.active[i]], seen);
      for (std::int32_t& word : seen)
        if (word >= 0) word += static_cast<std::int32_t>(offsets[work.active[i]]);
      contributions.gather(seen, terms);
      model.hidden(kernels, terms, hidden + i * hidden_size);
    }
    model.scores(kernels, {hidden, hidden_size}, work.active.size(), {scores, scores_size});
    std::size_t left = 0;
    for (std::size_t i = 0; i < work.active.size(); ++i) {
      auto& state = states[work.active[i]];
      system.apply(state, kernels.argmax(scores + i * scores_size, system.mask(state), scores_size));
      if (!state.is_final()) work.active[left++] = work.active[i];
    }
    work.active.resize(left);
  }
}

}  // namespace entente::nlp
