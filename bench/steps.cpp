// What the ways to compute the networks bring, each beside the plain way, on one thread, with the shapes of en_core_web_sm and random
// numbers; for each set of kernels that this processor can run. Usage: bench_steps
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>
#include <vector>

#include "nlp/kernels.hpp"
#include "nlp/lexeme_cache.hpp"

using namespace entente::nlp;

namespace {

constexpr std::size_t kWidth = 96, kPieces = 3, kColumns = kWidth * kPieces, kTables = 6;  // the tok2vec of tagger and parser
constexpr std::size_t kHidden = 64, kLower = 2 * kHidden, kFeatures = 8;                   // the parser
constexpr std::size_t kRows = 256;                                                         // computed together

double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

std::vector<float> numbers(std::size_t n) {
  static std::mt19937 random(1);
  std::uniform_real_distribution<float> uniform(-1, 1);
  std::vector<float> values(n);
  std::generate(values.begin(), values.end(), [&] { return uniform(random); });
  return values;
}

/// The least processor time, in microseconds, of `rows` rows each time that `f` runs.
template <class F>
double microseconds(std::size_t rows, const F& f) {
  double best = 1e9;
  for (const double end = now() + 0.5; now() < end;) {
    const double begin = now();
    f();
    best = std::min(best, now() - begin);
  }
  return best / static_cast<double>(rows) * 1e6;
}

/// A layer of `inputs` → `columns` for kRows rows that begin `stride` floats apart.
class Layer {
 public:
  Layer(std::size_t inputs, std::size_t columns, std::size_t stride)
      : inputs_(inputs), columns_(columns), stride_(stride), weights_(numbers(inputs * columns)), bias_(numbers(columns)),
        in_(numbers(kRows * stride + inputs)), out_(kRows * columns) {}

  void operator()(const Kernels& kernels) {
    kernels.affine({weights_.data(), bias_.data(), inputs_, columns_ / kPanel}, {in_.data(), stride_}, kRows, {out_.data(), columns_});
  }
  void maxout(const Kernels& kernels, std::size_t pieces) {
    for (std::size_t r = 0; r < kRows; ++r) {
      const float* const row = out_.data() + r * columns_;
      kernels.sum_maxout({&row, 1}, bias_.data(), columns_ / kPanel / pieces, pieces, out_.data() + r * columns_);
    }
  }

 private:
  std::size_t inputs_, columns_, stride_;
  std::vector<float> weights_, bias_, in_, out_;
};

/// One of the three convolutions of a tok2vec after its first: three neighbouring rows side by side, or fours of rows.
void convolution(const Kernels& kernels) {
  Layer plain(3 * kWidth, kColumns, kWidth);
  const double before = microseconds(kRows, [&] { plain(kernels), plain.maxout(kernels, kPieces); });
  const auto weights = numbers(6 * kWidth * kColumns), bias = numbers(kColumns), rows = numbers((kRows + 2) * kWidth);
  constexpr std::size_t kQuads = kRows / 4;
  std::vector<float> planes(6 * kQuads * kWidth), products(6 * kQuads * kPanel), out(kRows * kWidth);
  const double after = microseconds(kRows, [&] {
    for (std::size_t q = 0; q < kQuads; ++q)
      kernels.convolution_input(rows.data() + 4 * q * kWidth, kWidth, planes.data() + q * kWidth, kQuads * kWidth);
    kernels.convolve({weights.data(), bias.data(), kWidth, kWidth / kPanel, kPieces}, planes.data(), kQuads, products.data(), {out.data(), kWidth});
  });
  std::printf("%-10s %-60s %9.2f %9.2f\n", kernels.name, "a convolution: plain, in fours of rows", before, after);
}

/// What depends on the lexeme alone: the mixed embeddings and the first convolution's products; or a look into the table of lexemes.
void embedding(const Kernels& kernels) {
  Layer mix(kTables * kWidth, kColumns, kTables * kWidth), project(kWidth, 3 * kColumns, kWidth);
  const double before = microseconds(kRows, [&] { mix(kernels), mix.maxout(kernels, kPieces), project(kernels); });
  constexpr std::size_t kLexemes = 4000, kRow = kWidth + 3 * kColumns;
  LexemeTable table(kLexemes, kTables, kRow);
  std::vector<std::uint64_t> keys(kLexemes * kTables);
  std::mt19937_64 random(2);
  std::generate(keys.begin(), keys.end(), random);
  const auto row = numbers(kRow);
  for (std::size_t i = 0; i < kLexemes; ++i) table.insert(&keys[i * kTables], hash_key(&keys[i * kTables], kTables), row.data());
  std::size_t found = 0;
  const double after = microseconds(kLexemes, [&] {
    for (std::size_t i = 0; i < kLexemes; ++i) found += table.find(&keys[i * kTables], hash_key(&keys[i * kTables], kTables)) != nullptr;
  });
  if (found % kLexemes != 0) std::printf("lexemes were lost\n");
  std::printf("%-10s %-60s %9.2f %9.2f\n", kernels.name, "a lexeme's embedding: computed, looked up", before, after);
}

/// The first layer of a parser state: the product of its words' vectors, or the sum of what each word contributes, made once a word. There
/// are two states a token.
void state(const Kernels& kernels) {
  Layer direct(kFeatures * kHidden, kLower, kFeatures * kHidden), contribute(kHidden, kFeatures * kLower, kHidden);
  const double before = 2 * microseconds(kRows, [&] { direct(kernels), direct.maxout(kernels, 2); });
  const auto parts = numbers(kFeatures * kLower), bias = numbers(kLower);
  std::vector<const float*> terms;
  for (std::size_t f = 0; f < kFeatures; ++f) terms.push_back(parts.data() + f * kLower);
  std::vector<float> out(kHidden);
  const double sums = microseconds(kRows, [&] {
    for (std::size_t r = 0; r < kRows; ++r) kernels.sum_maxout(terms, bias.data(), kHidden / kPanel, 2, out.data());
  });
  const double after = microseconds(kRows, [&] { contribute(kernels); }) + 2 * sums;
  std::printf("%-10s %-60s %9.2f %9.2f\n", kernels.name, "the parser's first layer: of states, of words and summed", before, after);
}

}  // namespace

int main() {
  std::printf("%-10s %-60s %9s %9s\n", "kernels", "microseconds a token", "before", "after");
  for (const Kernels* kernels : available_kernels()) {
    embedding(*kernels);
    convolution(*kernels);
    state(*kernels);
  }
}
