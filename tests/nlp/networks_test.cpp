// Parts of the networks: what is remembered, and what is computed again.
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <thread>
#include <vector>

#include "nlp/arc_eager.hpp"
#include "nlp/contributions.hpp"
#include "nlp/hash_embed.hpp"
#include "nlp/lexeme_cache.hpp"
#include "nlp/nonproj.hpp"
#include "support/source_dir.hpp"

using namespace entente::nlp;

namespace {

std::filesystem::path tiny(const std::string& name) { return entente::test::source_dir() / "tests/nlp/tiny" / name; }

std::vector<float> row_of(std::uint64_t key, std::size_t size) { return std::vector<float>(size, static_cast<float>(key % 1000)); }

}  // namespace

TEST_CASE("keys are hashed as thinc does it", "[nlp]") {
  // thinc.api.NumpyOps().hash(numpy.array([...], dtype="uint64"), seed)
  CHECK(murmur_hash(0, 8) == std::array<std::uint32_t, 4>{0U, 0U, 0U, 0U});
  CHECK(murmur_hash(17734221574129173888ULL, 13) == std::array<std::uint32_t, 4>{2968454851U, 1156493320U, 3265168289U, 1006959730U});
}

TEST_CASE("the lexeme cache is bounded and keeps what is used often", "[nlp]") {
  constexpr std::size_t kCapacity = 50, kRow = 8;
  LexemeCache cache(kCapacity, 1, kRow);
  const auto use = [&](std::uint64_t key) {
    const auto tables = cache.tables();
    const auto hash = hash_key(&key, 1);
    if (tables.young->find(&key, hash)) return true;
    const float* const old = tables.old ? tables.old->find(&key, hash) : nullptr;
    const auto row = row_of(key, kRow);
    if (!tables.young->insert(&key, hash, old ? old : row.data())) cache.replace(tables.young);
    return old != nullptr;
  };
  std::size_t misses = 0, rare = 0;
  for (std::uint64_t i = 0; i < 1000; ++i) {
    misses += !use(7);
    rare += !use(1000 + i);
    if (i >= 200) rare += !use(1000 + i - 200);
  }
  CHECK(misses <= 2);  // the first time, and once where there was no room for it
  CHECK(rare == 1800);
}

TEST_CASE("threads fill the lexeme cache together", "[nlp]") {
  constexpr std::size_t kRow = 16, kKeys = 400;
  LexemeCache cache(150, 1, kRow);
  std::atomic<std::size_t> wrong = 0, found = 0;
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      std::mt19937 random(t);
      for (int i = 0; i < 20000; ++i) {
        const std::uint64_t key = random() % kKeys * 1000003;
        const auto tables = cache.tables();
        const auto hash = hash_key(&key, 1);
        const auto expected = row_of(key, kRow);
        const float* row = tables.young->find(&key, hash);
        if (row) ++found;
        if (row && !std::equal(expected.begin(), expected.end(), row)) ++wrong;
        if (!row && !tables.young->insert(&key, hash, expected.data())) cache.replace(tables.young);
      }
    });
  for (auto& thread : threads) thread.join();
  CHECK(wrong == 0);
  CHECK(found > 1000);
}

TEST_CASE("in a long block the contributions of old tokens are computed again", "[nlp]") {
  const Kernels& kernels = *available_kernels().front();
  const Config config = Config::load(tiny("vectors") / "config.cfg");
  const ModelFile file(tiny("vectors/parser") / "model");
  const auto moves = load_moves(tiny("vectors/parser") / "moves");
  const TransitionModel model(file, config, "components.parser.model", 20, moves.size(), 13);
  constexpr std::size_t kTokens = 3 * Contributions::kWindow + 17;
  const std::size_t width = model.reduced_size();
  std::vector<float> reduced(kTokens * width);
  std::mt19937 random(5);
  for (float& x : reduced) x = static_cast<float>(random() % 2000) / 1000 - 1;
  Contributions::Workspace work;
  Contributions contributions(kernels, model, {reduced.data(), width}, kTokens, work);
  std::vector<float> expected(model.contributions_size());
  std::vector<std::int32_t> tokens(13);
  std::vector<const float*> parts(13);
  std::size_t wrong = 0;
  for (std::size_t next = 0; next < kTokens; next += 1 + random() % 5) {
    for (auto& token : tokens) token = random() % 4 == 0 ? -1 : static_cast<std::int32_t>(random() % (next + 1));
    tokens[0] = static_cast<std::int32_t>(next);
    contributions.gather(tokens, parts);
    for (std::size_t f = 0; f < tokens.size(); ++f) {
      const float* row = model.padding();
      if (tokens[f] >= 0) {
        model.contribute(kernels, {reduced.data() + static_cast<std::size_t>(tokens[f]) * width, width}, 1,
                         {expected.data(), expected.size()});
        row = expected.data();
      }
      wrong += !std::equal(parts[f], parts[f] + model.feature_size(), row + f * model.feature_size());
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("a word without head goes back to the buffer, and may not be shifted again", "[nlp]") {
  ArcEagerState state;
  state.reset(4);
  state.shift();
  state.shift();
  state.reduce();  // word 1
  CHECK(state.buffer(0) == 1);
  CHECK(state.buffer(1) == 2);
  CHECK(state.is_unshiftable(1));
  state.right_arc(3);
  CHECK(state.right(0, 1) == 1);
  state.left_arc(5);  // 1 gets another head, and 0 loses its child
  CHECK(state.heads()[1] == 2);
  CHECK(state.right(0, 1) == -1);
  CHECK(state.left(2, 1) == 1);
  state.left_arc(4);
  CHECK(state.left(2, 1) == 0);
  CHECK(state.left(2, 2) == 1);
  CHECK_FALSE(state.is_final());
}

TEST_CASE("lifted words are put back below the head their label names", "[nlp]") {
  // 0 "report" 1 "was" 2 "published" 3 "today" 4 "on" 5 "debt": "on" was lifted from "report" (nsubjpass) to "published".
  const DependencyLabels labels({"", "prep||nsubjpass", "nsubjpass", "auxpass", "npadvmod", "pobj"});
  CHECK(labels.plain() == std::vector<std::string>{"nsubjpass", "auxpass", "npadvmod", "pobj", "ROOT", "prep"});
  std::vector<std::uint32_t> heads{2, 2, 2, 2, 2, 4};
  std::vector<std::uint16_t> deps{2, 3, labels.root(), 4, 1, 5};
  const std::vector<std::uint64_t> is_space(6, 0);
  std::vector<char> starts(6);
  TreeWorkspace work;
  set_sentence_starts(heads, starts, work);
  CHECK(deprojectivize(labels, is_space, heads, deps, work));
  CHECK(heads == std::vector<std::uint32_t>{2, 2, 2, 2, 0, 4});
  CHECK(labels.plain()[labels.output(deps[4])] == "prep");
  set_sentence_starts(heads, starts, work);
  CHECK(starts == std::vector<char>{1, 0, 0, 0, 0, 0});
}

TEST_CASE("sentences begin at the left edges of their roots' words", "[nlp]") {
  const std::vector<std::uint32_t> heads{1, 1, 1, 4, 4, 4, 6};
  std::vector<char> starts(7);
  TreeWorkspace work;
  set_sentence_starts(heads, starts, work);
  CHECK(starts == std::vector<char>{1, 0, 0, 1, 0, 0, 1});
}
