#pragma once
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <cstdint>
#include <vector>

namespace entente::centrality {

/// Calls `f(block, begin, end)` for consecutive ranges of 0..count, on `jobs` threads. The ranges depend on `count`
/// alone, so that sums made block by block and added in order of blocks are the same for any number of threads.
template <typename Function>
void for_blocks(std::uint32_t count, std::uint32_t blocks, int jobs, Function f) {
  const auto edge = [&](std::uint32_t block) {
    return static_cast<std::uint32_t>(std::uint64_t{count} * block / blocks);
  };
  if (jobs <= 1) {
    for (std::uint32_t block = 0; block < blocks; ++block) f(block, edge(block), edge(block + 1));
    return;
  }
  // More threads than processors are an order too.
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(jobs));
  tbb::task_arena arena(jobs);
  arena.execute([&] {
    tbb::parallel_for(
        0U, blocks, [&](std::uint32_t block) { f(block, edge(block), edge(block + 1)); }, tbb::simple_partitioner());
  });
}

/// Adds vectors in their order; those that were never filled are passed over.
inline std::vector<double> add_up(const std::vector<std::vector<double>>& parts, std::size_t size) {
  std::vector<double> sum(size);
  for (const auto& part : parts)
    for (std::size_t i = 0; i < part.size(); ++i) sum[i] += part[i];
  return sum;
}

}  // namespace entente::centrality
