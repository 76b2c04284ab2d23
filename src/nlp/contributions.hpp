#pragma once
#include <array>
#include <cstdint>
#include <span>

#include "nlp/transition_model.hpp"

namespace entente::nlp {

/// What the tokens of some blocks contribute to the states they are seen in (see TransitionModel). All of them are computed at once where
/// there are not too many; else the latest `kWindow` are kept, and older ones computed again when a state still sees them.
class Contributions {
 public:
  static constexpr std::size_t kWindow = 1024;

  struct Workspace {
    FloatBuffer rows, old_rows;
  };

  /// @param reduced the reduced vectors of `count` tokens; they and the workspace must outlive this.
  Contributions(const Kernels& kernels, const TransitionModel& model, ConstRows reduced, std::size_t count, Workspace& work);

  /// The parts that belong to a state's features. @param tokens one a feature, -1 where it is missing.
  /// The pointers are valid until the next call.
  void gather(std::span<const std::int32_t> tokens, std::span<const float*> out);

 private:
  static constexpr std::size_t kStep = 32;      // rows computed at a time; kWindow is a multiple
  static constexpr std::size_t kOldRows = 32;   // more than there are features

  void extend(std::size_t token);
  const float* old_row(std::size_t token);

  const Kernels& kernels_;
  const TransitionModel& model_;
  ConstRows reduced_;
  std::size_t count_, size_;
  std::size_t end_ = 0;  // tokens before it have been computed
  float *rows_, *old_rows_ = nullptr;
  std::array<std::int64_t, kOldRows> old_tokens_;
  std::array<std::uint64_t, kOldRows> old_used_{};  // the number of the last call that used them
  std::uint64_t calls_ = 0;
};

}  // namespace entente::nlp
