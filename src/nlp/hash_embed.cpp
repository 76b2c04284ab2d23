#include "nlp/hash_embed.hpp"

#include <bit>
#include <cstring>

namespace entente::nlp {
namespace {

std::uint64_t mix(std::uint64_t h) {
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdULL;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53ULL;
  return h ^ (h >> 33);
}

}  // namespace

std::array<std::uint32_t, 4> murmur_hash(std::uint64_t key, std::uint32_t seed) {
  constexpr std::uint64_t kLength = sizeof key;
  std::uint64_t a = std::rotl(key * 0x87c37b91114253d5ULL, 31) * 0x4cf5ad432745937fULL ^ seed ^ kLength;
  std::uint64_t b = seed ^ kLength;
  a += b;
  b += a;
  a = mix(a);
  b = mix(b);
  a += b;
  b += a;
  return {static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(a >> 32), static_cast<std::uint32_t>(b),
          static_cast<std::uint32_t>(b >> 32)};
}

HashEmbed::HashEmbed(const ModelFile& file, const ModelFile::Node& node, std::size_t width, std::size_t rows)
    : file_(file.mapping()),
      table_(file.bytes(node, "E", {rows, width}).data()),
      width_(width),
      rows_(rows),
      seed_(static_cast<std::uint32_t>(file.attr(node, "seed"))) {}

void HashEmbed::operator()(std::uint64_t key, float* out) const {
  const auto [a, b, c, d] = murmur_hash(key, seed_);
  const auto row = [this](std::uint32_t hash) { return table_ + hash % rows_ * width_ * sizeof(float); };
  const char *p = row(a), *q = row(b), *r = row(c), *s = row(d);
  const auto at = [](const char* from, std::size_t i) {
    float x;
    std::memcpy(&x, from + i * sizeof x, sizeof x);
    return x;
  };
  for (std::size_t i = 0; i < width_; ++i) out[i] = at(p, i) + at(q, i) + at(r, i) + at(s, i);
}

}  // namespace entente::nlp
