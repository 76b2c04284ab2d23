#include "nlp/kernels.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <vector>

using namespace entente::nlp;
using Floats = std::vector<float>;

namespace {

Floats random_floats(std::size_t n, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> uniform(-1, 1);
  Floats values(n);
  for (float& x : values) x = uniform(random);
  return values;
}

const Kernels& kernels_by_index(std::size_t i) { return *available_kernels()[std::min(i, available_kernels().size() - 1)]; }

}  // namespace

TEST_CASE("an affine layer is the product with its weights, plus bias", "[nlp][kernels]") {
  const Kernels& kernels = kernels_by_index(GENERATE(0U, 1U, 2U));
  CAPTURE(kernels.name);
  constexpr std::size_t kInputs = 37, kPanels = 3, kColumns = kPanels * kPanel, kRows = 29;
  const Floats weights = random_floats(kInputs * kColumns, 1), bias = random_floats(kColumns, 2), in = random_floats(kRows * kInputs, 3);
  Floats out(kRows * kColumns);
  kernels.affine({weights.data(), bias.data(), kInputs, kPanels}, {in.data(), kInputs}, kRows, {out.data(), kColumns});
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t c = 0; c < kColumns; ++c) {
      double expected = bias[c];
      for (std::size_t k = 0; k < kInputs; ++k)
        expected += double{in[r * kInputs + k]} * weights[(c / kPanel * kInputs + k) * kPanel + c % kPanel];
      REQUIRE(out[r * kColumns + c] == Approx(expected).margin(1e-5));
    }
  }
}

TEST_CASE("a row's product does not depend on the rows beside it", "[nlp][kernels]") {
  const Kernels& kernels = kernels_by_index(GENERATE(0U, 1U, 2U));
  CAPTURE(kernels.name);
  constexpr std::size_t kInputs = 96, kPanels = 2, kColumns = kPanels * kPanel, kRows = 40;
  const Floats weights = random_floats(kInputs * kColumns, 1), bias = random_floats(kColumns, 2), in = random_floats(kRows * kInputs, 3);
  const PackedView view{weights.data(), bias.data(), kInputs, kPanels};
  Floats alone(kRows * kColumns), together(kRows * kColumns);
  for (std::size_t r = 0; r < kRows; ++r)
    kernels.affine(view, {in.data() + r * kInputs, kInputs}, 1, {alone.data() + r * kColumns, kColumns});
  for (std::size_t rows = 1; rows <= kRows; ++rows) {
    kernels.affine(view, {in.data(), kInputs}, rows, {together.data(), kColumns});
    REQUIRE(std::equal(together.begin(), together.begin() + static_cast<std::ptrdiff_t>(rows * kColumns), alone.begin()));
  }
}

TEST_CASE("a convolution in fours of rows is the plain one", "[nlp][kernels]") {
  const Kernels& kernels = kernels_by_index(GENERATE(0U, 1U, 2U));
  CAPTURE(kernels.name);
  constexpr std::size_t kWidth = 48, kPieces = 2, kGroups = 3, kQuads = 9, kRows = 4 * kQuads;
  const Floats rows = random_floats((kRows + 2) * kWidth, 4), bias = random_floats(kGroups * kPieces * kPanel, 5);
  const Floats plain = random_floats(kGroups * kPieces * kPanel * 3 * kWidth, 6);  // by block, lane, offset, input
  Floats weights(kGroups * kPieces * 6 * kWidth * kPanel), planes(6 * kQuads * kWidth), products(6 * kQuads * kPanel);
  const auto weight = [&](std::size_t block, std::size_t lane, std::size_t offset, std::size_t input) {
    return plain[((block * kPanel + lane) * 3 + offset) * kWidth + input];
  };
  for (std::size_t block = 0; block < kGroups * kPieces; ++block)
    for (std::size_t lane = 0; lane < kPanel; ++lane)
      for (std::size_t i = 0; i < kWidth; ++i) {
        const auto factors = convolution_weights(weight(block, lane, 0, i), weight(block, lane, 1, i), weight(block, lane, 2, i));
        for (std::size_t t = 0; t < 6; ++t) weights[((block * 6 + t) * kWidth + i) * kPanel + lane] = factors[t];
      }
  for (std::size_t q = 0; q < kQuads; ++q)
    kernels.convolution_input(rows.data() + 4 * q * kWidth, kWidth, planes.data() + q * kWidth, kQuads * kWidth);
  Floats out(kRows * kGroups * kPanel);
  kernels.convolve({weights.data(), bias.data(), kWidth, kGroups, kPieces}, planes.data(), kQuads, products.data(),
                   {out.data(), kGroups * kPanel});
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t c = 0; c < kGroups * kPanel; ++c) {
      double best = -1e9;
      for (std::size_t p = 0; p < kPieces; ++p) {
        const std::size_t block = c / kPanel * kPieces + p;
        double sum = bias[block * kPanel + c % kPanel];
        for (std::size_t i = 0; i < 3 * kWidth; ++i)
          sum += double{rows[r * kWidth + i]} * weight(block, c % kPanel, i / kWidth, i % kWidth);
        best = std::max(best, sum);
      }
      REQUIRE(out[r * kGroups * kPanel + c] == Approx(best).margin(2e-5));
    }
  }
}

TEST_CASE("sums of any number of terms, and the maximum of their pieces", "[nlp][kernels]") {
  const Kernels& kernels = kernels_by_index(GENERATE(0U, 1U, 2U));
  CAPTURE(kernels.name);
  constexpr std::size_t kGroups = 2, kPieces = 3, kColumns = kGroups * kPieces * kPanel;
  const std::size_t count = GENERATE(1U, 3U, 6U, 8U, 13U);
  const Floats values = random_floats(count * kColumns, 7), bias = random_floats(kColumns, 8);
  std::vector<const float*> terms;
  for (std::size_t t = 0; t < count; ++t) terms.push_back(values.data() + t * kColumns);
  Floats out(kGroups * kPanel);
  kernels.sum_maxout(terms, bias.data(), kGroups, kPieces, out.data());
  for (std::size_t c = 0; c < out.size(); ++c) {
    float best = -1e9F;
    for (std::size_t p = 0; p < kPieces; ++p) {
      const std::size_t at = (c / kPanel * kPieces + p) * kPanel + c % kPanel;
      float sum = bias[at];
      for (const float* term : terms) sum += term[at];
      best = std::max(best, sum);
    }
    CHECK(out[c] == Approx(best).margin(1e-5));
  }
}

TEST_CASE("layer normalization of widths that fill no panel", "[nlp][kernels]") {
  const Kernels& kernels = kernels_by_index(GENERATE(0U, 1U, 2U));
  CAPTURE(kernels.name);
  const std::size_t width = GENERATE(1U, 16U, 33U, 96U);
  Floats in = random_floats(padded(width), 9), gain = random_floats(padded(width), 10), bias = random_floats(padded(width), 11);
  for (Floats* values : {&in, &gain, &bias}) std::fill(values->begin() + static_cast<std::ptrdiff_t>(width), values->end(), 0.0F);
  const Floats residual = in;
  double mean = 0, variance = 0;
  for (std::size_t i = 0; i < width; ++i) mean += in[i] / static_cast<double>(width);
  for (std::size_t i = 0; i < width; ++i) variance += (in[i] - mean) * (in[i] - mean) / static_cast<double>(width);
  Floats out(padded(width), 7);
  kernels.layer_norm(in.data(), gain.data(), bias.data(), width, residual.data(), out.data());
  for (std::size_t i = 0; i < width; ++i)
    CHECK(out[i] == Approx(residual[i] + (in[i] - mean) / std::sqrt(variance + 1e-8) * gain[i] + bias[i]).margin(1e-4));
  for (std::size_t i = width; i < out.size(); ++i) CHECK(out[i] == 0);
}

TEST_CASE("of equal scores the first wins, and masked ones never", "[nlp][kernels]") {
  const Kernels& kernels = kernels_by_index(GENERATE(0U, 1U, 2U));
  CAPTURE(kernels.name);
  constexpr std::size_t kScores = 112;
  Floats scores(kScores, -5), mask(kScores, 0);
  for (const std::size_t i : {9U, 23U, 57U, 111U}) scores[i] = 2;
  CHECK(kernels.argmax(scores.data(), mask.data(), kScores) == 9);
  mask[9] = mask[23] = -INFINITY;
  CHECK(kernels.argmax(scores.data(), mask.data(), kScores) == 57);
  std::fill(mask.begin(), mask.end(), -INFINITY);
  mask[3] = 0;
  CHECK(kernels.argmax(scores.data(), mask.data(), kScores) == 3);
}

namespace {

/// What all functions of a set of kernels give for the same random input, one behind the other.
struct Answers {
  explicit Answers(const Kernels& k) : kernels(k) {
    for (const std::size_t inputs : {1U, 37U, 96U, 192U}) affine(inputs);
    for (const std::size_t pieces : {1U, 2U, 3U}) convolve(pieces);
    for (const std::size_t terms : {1U, 3U, 5U, 8U, 13U}) sum_maxout(terms);
    for (const std::size_t width : {1U, 7U, 16U, 20U, 33U, 96U, 300U}) layer_norm(width);
    for (unsigned seed = 0; seed < 50; ++seed) argmax(seed);
  }

  void affine(std::size_t inputs) {
    constexpr std::size_t kPanels = 3, kColumns = kPanels * kPanel, kRows = 29;
    const Floats weights = random_floats(inputs * kColumns, 1), bias = random_floats(kColumns, 2), in = random_floats(kRows * inputs, 3);
    float* const to = room(kRows * kColumns);
    kernels.affine({weights.data(), bias.data(), inputs, kPanels}, {in.data(), inputs}, kRows, {to, kColumns});
  }
  void convolve(std::size_t pieces) {
    constexpr std::size_t kWidth = 96, kGroups = 6, kQuads = 25;
    const Floats rows = random_floats(6 * kWidth, 4), bias = random_floats(kGroups * pieces * kPanel, 5),
                 weights = random_floats(kGroups * pieces * 6 * kWidth * kPanel, 6), planes = random_floats(6 * kQuads * kWidth, 7);
    kernels.convolution_input(rows.data(), kWidth, room(6 * kWidth), kWidth);
    Floats products(6 * kQuads * kPanel);
    float* const to = room(4 * kQuads * kGroups * kPanel);
    kernels.convolve({weights.data(), bias.data(), kWidth, kGroups, pieces}, planes.data(), kQuads, products.data(), {to, kGroups * kPanel});
  }
  void sum_maxout(std::size_t count) {
    constexpr std::size_t kGroups = 4, kPieces = 2, kColumns = kGroups * kPieces * kPanel;
    const Floats values = random_floats(count * kColumns, 8), bias = random_floats(kColumns, 9);
    std::vector<const float*> terms;
    for (std::size_t t = 0; t < count; ++t) terms.push_back(values.data() + t * kColumns);
    kernels.sum_maxout(terms, bias.data(), kGroups, kPieces, room(kGroups * kPanel));
  }
  void layer_norm(std::size_t width) {
    Floats in = random_floats(padded(width), 10), gain = random_floats(padded(width), 11), bias = random_floats(padded(width), 12);
    for (Floats* values : {&in, &gain, &bias}) std::fill(values->begin() + static_cast<std::ptrdiff_t>(width), values->end(), 0.0F);
    const Floats residual = in;
    kernels.layer_norm(in.data(), gain.data(), bias.data(), width, nullptr, room(padded(width)));
    kernels.layer_norm(in.data(), gain.data(), bias.data(), width, residual.data(), room(padded(width)));
  }
  void argmax(unsigned seed) {
    constexpr std::size_t kScores = 112;
    Floats scores = random_floats(kScores, seed);
    for (float& score : scores) score = std::round(score * 8);  // many are equal
    const Floats mask(kScores, 0);
    *room(1) = static_cast<float>(kernels.argmax(scores.data(), mask.data(), kScores));
  }
  float* room(std::size_t n) {
    all.resize(all.size() + n);
    return all.data() + all.size() - n;
  }

  const Kernels& kernels;
  Floats all;
};

std::vector<std::uint32_t> bits(const Floats& values) {
  std::vector<std::uint32_t> all(values.size());
  std::memcpy(all.data(), values.data(), values.size() * sizeof(float));
  return all;
}

}  // namespace

namespace entente::nlp {
extern const Kernels kernels_wide;  // wide_kernels.cpp
}

TEST_CASE("all kernels that this processor can run give the same bits", "[nlp][kernels]") {
  const auto expected = bits(Answers(*available_kernels().back()).all);
  CHECK(expected.size() > 10000);
  if (std::string(available_kernels().front()->name) != "avx512")
    WARN("no AVX-512 here: " << available_kernels().size() << " sets of kernels are compared, the first of them "
                             << available_kernels().front()->name);
  std::vector<const Kernels*> all(available_kernels().begin(), available_kernels().end());
  all.push_back(&kernels_wide);
  for (const Kernels* kernels : all) {
    CAPTURE(kernels->name);
    CHECK(bits(Answers(*kernels).all) == expected);
  }
}

TEST_CASE("a product and a sum are rounded once, on every processor", "[nlp][kernels]") {
  const Kernels& kernels = kernels_by_index(GENERATE(0U, 1U, 2U));
  CAPTURE(kernels.name);
  std::mt19937 random(1);
  const auto any_float = [&](int exponent) {
    return std::ldexp(1.0F + static_cast<float>(random() % (1U << 23)) / (1U << 23), exponent) * (random() % 2 ? 1.0F : -1.0F);
  };
  Floats x, weights, bias;
  // The product is a little less than half the distance of two floats, by what is lost where the sum is made in double precision: in
  // the normal range, and below it.
  const float ulp = std::ldexp(1.0F, -23);
  for (const float sign : {1.0F, -1.0F}) {
    x.push_back(sign * (1 + ulp)), weights.push_back(std::ldexp(1 - ulp, -24)), bias.push_back(sign * (1 + ulp));
    x.push_back(sign * std::ldexp(1 + ulp, -75)), weights.push_back(std::ldexp(1 - ulp, -75));
    bias.push_back(sign * std::ldexp(static_cast<float>((1 << 22) + 1), -149));
  }
  for (int i = 0; i < 20000; ++i) {
    const int exponent = static_cast<int>(random() % 40) - 20;
    x.push_back(any_float(exponent)), weights.push_back(any_float(-exponent)), bias.push_back(any_float(static_cast<int>(random() % 60) - 30));
    x.push_back(any_float(-64 - exponent)), weights.push_back(any_float(-64 + exponent)), bias.push_back(any_float(-126));
  }
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    Floats row(kPanel, weights[i]), sums(kPanel, bias[i]), out(kPanel);
    kernels.affine({row.data(), sums.data(), 1, 1}, {&x[i], 1}, 1, {out.data(), kPanel});
    const float expected = std::fma(x[i], weights[i], bias[i]);
    wrong += bits(out) != bits(Floats(kPanel, expected));
  }
  CHECK(wrong == 0);
}
