#include "nlp/tok2vec.hpp"

#include <algorithm>
#include <utility>

#include "nlp/architectures.hpp"

namespace entente::nlp {
namespace {

constexpr std::size_t kTableBytes = 24 << 20;  // of one of the cache's two tables

}  // namespace

void check_tok2vec(const Config& config, const std::string& section) {
  static constexpr std::string_view kTok2Vec[] = {"spacy.Tok2Vec.v2", "spacy.Tok2Vec.v1"};
  static constexpr std::string_view kEmbed[] = {"spacy.MultiHashEmbed.v2"};
  static constexpr std::string_view kEncode[] = {"spacy.MaxoutWindowEncoder.v2"};
  check_architecture(config, section, kTok2Vec);
  check_architecture(config, section + ".embed", kEmbed);
  check_architecture(config, section + ".encode", kEncode);
}

Tok2Vec::Tok2Vec(const ModelFile& file, const Config& config, const std::string& section,
                 std::shared_ptr<const Vectors> vectors)
    : encode_(file, config, section + ".encode"),
      embed_(file, config, section + ".embed", encode_.width(), std::move(vectors)),
      cache_(std::make_unique<LexemeCache>(kTableBytes / (encode_.projected_size() * sizeof(float)), embed_.key().size(),
                                           encode_.projected_size())) {}

void Tok2Vec::operator()(const Kernels& kernels, std::span<const TokenRange> ranges, Workspace& work, Rows out) const {
  LexemeCache::Tables tables = cache_->tables();
  find_lexemes(kernels, ranges, tables, work);
  work.segments.clear();
  const float* const* lexemes = work.lexemes.data();
  for (const TokenRange& range : ranges) {
    work.segments.push_back({lexemes, range.size()});
    lexemes += range.size() + 2 * encode_.depth();
  }
  encode_(kernels, work.segments, work.encode, out);
}

/// Fills work.lexemes: for each range its tokens and `depth` positions on both sides, null where the block has ended.
void Tok2Vec::find_lexemes(const Kernels& kernels, std::span<const TokenRange> ranges, LexemeCache::Tables& tables,
                           Workspace& work) const {
  const std::size_t depth = encode_.depth(), key_size = embed_.key().size();
  work.lexemes.clear();
  work.keys.clear();
  work.missing.clear();
  for (const TokenRange& range : ranges) {
    const std::size_t begin = range.begin - std::min(range.begin, depth);
    const std::size_t end = std::min(range.end + depth, range.block->size());
    work.lexemes.insert(work.lexemes.end(), depth - (range.begin - begin), nullptr);
    for (std::size_t token = begin; token < end; ++token) {
      const std::size_t at = work.keys.size();
      for (const LexAttr attr : embed_.key()) work.keys.push_back((*range.block)[attr][token]);
      const std::uint64_t hash = hash_key(&work.keys[at], key_size);
      const float* const found = find(tables, &work.keys[at], hash);
      if (found)
        work.keys.resize(at);
      else
        work.missing.push_back({hash, work.lexemes.size()});
      work.lexemes.push_back(found);
    }
    work.lexemes.insert(work.lexemes.end(), depth - (end - range.end), nullptr);
  }
  if (!work.missing.empty()) add_missing(kernels, tables, work);
}

const float* Tok2Vec::find(LexemeCache::Tables& tables, const std::uint64_t* key, std::uint64_t hash) const {
  if (const float* found = tables.young->find(key, hash)) return found;
  const float* found = tables.old ? tables.old->find(key, hash) : nullptr;
  if (found && !tables.young->insert(key, hash, found)) cache_->replace(tables.young);
  return found;
}

/// Computes the lexemes that are not in the cache, and puts them there. Their keys stand in work.keys, in the order of work.missing.
void Tok2Vec::add_missing(const Kernels& kernels, const LexemeCache::Tables& tables, Workspace& work) const {
  const std::size_t key_size = embed_.key().size(), row_size = encode_.projected_size();
  std::vector<std::pair<Workspace::Missing, const std::uint64_t*>> sorted;
  for (std::size_t i = 0; i < work.missing.size(); ++i) sorted.emplace_back(work.missing[i], &work.keys[i * key_size]);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first.hash < b.first.hash; });
  const auto same = [&](std::size_t i) {  // as the one before
    return i > 0 && sorted[i].first.hash == sorted[i - 1].first.hash &&
           std::equal(sorted[i].second, sorted[i].second + key_size, sorted[i - 1].second);
  };
  work.missing_keys.clear();
  for (std::size_t i = 0; i < sorted.size(); ++i)
    if (!same(i)) work.missing_keys.insert(work.missing_keys.end(), sorted[i].second, sorted[i].second + key_size);
  const std::size_t count = work.missing_keys.size() / key_size;
  float* row = work.rows.resize(count * row_size);
  embed_(kernels, work.missing_keys.data(), count, work.embed, {row, row_size});
  encode_.project(kernels, count, row);
  row -= row_size;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto& [missing, key] = sorted[i];
    if (!same(i)) {
      row += row_size;
      if (!tables.young->insert(key, missing.hash, row)) cache_->replace(tables.young);
    }
    work.lexemes[missing.position] = row;
  }
}

}  // namespace entente::nlp
