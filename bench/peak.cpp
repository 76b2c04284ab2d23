// How fast this processor multiplies on one thread, and how much the networks of a model multiply. Usage: bench_peak MODEL_DIR
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <vector>

#include "nlp/kernels.hpp"
#include "nlp/model_file.hpp"

using namespace entente::nlp;

namespace {

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// The best rate, in GFLOP/s, of rows × inputs times inputs × columns.
double product(const Kernels& kernels, std::size_t rows, std::size_t inputs, std::size_t columns) {
  const std::vector<float> weights(inputs * columns, 0.5F), bias(columns, 0.25F), in(rows * inputs, 0.125F);
  std::vector<float> out(rows * columns);
  const double operations = 2.0 * static_cast<double>(rows * inputs * columns);
  const auto times = static_cast<int>(1 + 2e7 / operations);
  double best = 0;
  for (const double end = now() + 1; now() < end;) {
    const double begin = now();
    for (int i = 0; i < times; ++i)
      kernels.affine({weights.data(), bias.data(), inputs, columns / kPanel}, {in.data(), inputs}, rows, {out.data(), columns});
    best = std::max(best, operations * times / (now() - begin) / 1e9);
  }
  return best;
}

/// Multiplications and additions a token.
struct Work {
  double plain = 0;  ///< As the layers are defined.
  double done = 0;   ///< With what depends on the lexeme alone remembered, and convolutions in fours of rows.
};

Work work_of(const std::filesystem::path& file, double transitions) {
  const ModelFile model(file);
  Work work;
  std::size_t maxouts = 0;
  for (const auto& node : model.nodes()) {
    const auto weights = node.params.find("W");
    if (weights == node.params.end()) continue;
    double operations = 2;
    for (const std::size_t n : weights->second.shape) operations *= static_cast<double>(n);
    const bool upper = model.nodes().front().refs.contains("upper") && &node == &model.ref("upper");
    if (upper) operations *= transitions;
    work.plain += operations;
    // The first maxout mixes the embeddings, the second is the first convolution; the others have half the products.
    if (node.name == "maxout" && ++maxouts <= 2) continue;
    work.done += node.name == "maxout" ? operations / 2 : operations;
  }
  return work;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "usage: bench_peak MODEL_DIR\n"), 2;
  Work all;
  for (const auto& [part, transitions] : {std::pair{"tok2vec", 0.0}, {"tagger", 0.0}, {"parser", 2.0}, {"ner", 1.0}}) {
    const Work work = work_of(std::filesystem::path(argv[1]) / part / "model", transitions);
    all.plain += work.plain;
    all.done += work.done;
  }
  const Kernels& kernels = *available_kernels().front();
  std::printf("{\"kernels\": \"%s\", \"plain\": %.0f, \"done\": %.0f, \"peak\": %.1f, \"shapes\": %.1f}\n", kernels.name, all.plain,
              all.done, product(kernels, 12, 256, kPanel), product(kernels, 256, 96, 288));
}
