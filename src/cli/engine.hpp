#pragma once
#include <memory>

#include "cli/command.hpp"
#include "entente/extractor.hpp"
#include "entente/nlp.hpp"
#include "text/input.hpp"

namespace entente::cli {

/// The language model and the data files, loaded when first asked for (both at once, for a cold start is mostly
/// loading). Safe to share between threads.
class Engine {
 public:
  /// @param arguments of a command with `resource_options`; they outlive the engine.
  explicit Engine(const Arguments& arguments);
  ~Engine();

  /// @throws nlp::ModelError, InputError
  const nlp::Pipeline& pipeline();
  const Extractor& extractor();
  /// Loads both.
  void load();

  /// Reads an article into a record.
  Record read(Article article);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::cli
