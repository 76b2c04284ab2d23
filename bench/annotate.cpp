// The networks alone: reads what scripts/dump-annotations wrote, runs the annotator over it, and prints the speed, and how many tokens
// differ from spaCy's.
// Usage: bench_annotate MODEL_DIR FILE [SECONDS [BLOCKS_A_CALL [KERNELS]]]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "nlp/kernels.hpp"
#include "support/annotations.hpp"

namespace {

/// Seconds of processor time: what other programs do on the machine disturbs it less than the time of day.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: bench_annotate MODEL_DIR FILE [SECONDS [BLOCKS_A_CALL [KERNELS]]]\n"), 2;
  const double seconds = argc > 3 ? std::atof(argv[3]) : 3;
  const auto call = static_cast<std::size_t>(argc > 4 ? std::atoi(argv[4]) : 16);
  const auto all = entente::nlp::available_kernels();
  const auto kernels = argc > 5 ? std::find_if(all.begin(), all.end(), [&](auto* k) { return std::string_view(k->name) == argv[5]; }) : all.begin();
  if (kernels == all.end()) return std::fprintf(stderr, "no kernels of the name %s for this processor\n", argv[5]), 2;
  const auto blocks = entente::test::read_annotations(argv[2]);
  std::vector<entente::nlp::TokenFeatures> features;
  for (const auto& block : blocks) features.push_back(block.features);

  double begin = now();
  const std::filesystem::path directory = argv[1];
  const auto annotator = entente::nlp::Annotator::load(directory, entente::nlp::Config::load(directory / "config.cfg"), *kernels);
  std::printf("loaded in %.1f ms, kernels: %s\n", (now() - begin) * 1e3, (*kernels)->name);

  std::vector<entente::nlp::Annotation> out(blocks.size());
  const auto pass = [&] {
    for (std::size_t i = 0; i < blocks.size(); i += call) {
      const std::size_t n = std::min(call, blocks.size() - i);
      annotator.annotate(std::span(features).subspan(i, n), std::span(out).subspan(i, n));
    }
  };
  begin = now();
  pass();
  const double first = now() - begin;
  entente::test::Differences differences;
  for (std::size_t i = 0; i < blocks.size(); ++i) entente::test::compare(annotator, blocks[i], out[i], differences);
  const auto tokens = static_cast<double>(differences.tokens);
  std::printf("%zu tokens in %zu blocks; different: tag %zu head %zu dep %zu sentence start %zu entity %zu\n", differences.tokens,
              blocks.size(), differences.tag, differences.head, differences.dep, differences.sent_start, differences.ent);

  std::vector<double> times;
  for (begin = now(); times.empty() || now() - begin < seconds;) {
    const double start = now();
    pass();
    times.push_back(now() - start);
  }
  std::sort(times.begin(), times.end());
  const double best = times.front(), median = times[times.size() / 2];
  std::printf("first pass %.0f tokens/s; of %zu more, median %.0f, best %.0f tokens/s (%.2f us a token)\n", tokens / first,
              times.size(), tokens / median, tokens / best, best / tokens * 1e6);
}
