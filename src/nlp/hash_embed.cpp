#include "nlp/hash_embed.hpp"

#include <bit>

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
    : table_(file.values(node, "E", {rows, width})),
      width_(width),
      rows_(rows),
      seed_(static_cast<std::uint32_t>(file.attr(node, "seed"))) {}

void HashEmbed::operator()(std::uint64_t key, float* out) const {
  const auto [a, b, c, d] = murmur_hash(key, seed_);
  const float *p = &table_[a % rows_ * width_], *q = &table_[b % rows_ * width_], *r = &table_[c % rows_ * width_],
              *s = &table_[d % rows_ * width_];
  for (std::size_t i = 0; i < width_; ++i) out[i] = p[i] + q[i] + r[i] + s[i];
}

}  // namespace entente::nlp
