#include "cli/engine.hpp"

#include <future>
#include <mutex>
#include <optional>

#include "cli/common.hpp"

namespace entente::cli {

struct Engine::Impl {
  std::filesystem::path model, data, names;
  std::once_flag model_once, data_once;
  std::optional<nlp::Pipeline> pipeline;
  std::optional<Extractor> extractor;
};

Engine::Engine(const Arguments& arguments) : impl_(std::make_unique<Impl>()) {
  impl_->model = model_dir(arguments);
  impl_->data = data_dir(arguments);
  impl_->names = arguments.text("names");
}
Engine::~Engine() = default;

const nlp::Pipeline& Engine::pipeline() {
  std::call_once(impl_->model_once, [this] { impl_->pipeline.emplace(nlp::Pipeline::load(impl_->model)); });
  return *impl_->pipeline;
}

const Extractor& Engine::extractor() {
  std::call_once(impl_->data_once, [this] { impl_->extractor.emplace(impl_->data, impl_->names); });
  return *impl_->extractor;
}

void Engine::load() {
  auto data = std::async(std::launch::async, [this] { extractor(); });
  pipeline();
  data.get();
}

Record Engine::read(Article article) {
  load();
  return extract(*impl_->extractor, *impl_->pipeline, std::move(article));
}

}  // namespace entente::cli
