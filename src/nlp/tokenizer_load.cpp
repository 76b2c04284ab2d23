#include <algorithm>

#include "entente/nlp.hpp"
#include "nlp/chunks.hpp"
#include "nlp/hash.hpp"
#include "nlp/pack.hpp"
#include "nlp/tokenizer.hpp"

namespace entente::nlp {

namespace {

constexpr std::int64_t orth_attribute = 65, norm_attribute = 67;  // spaCy's numbers; a package may use the names instead.

bool is_attribute(const msgpack::object& key, std::int64_t number, std::string_view name) {
  if (key.type == msgpack::type::POSITIVE_INTEGER) return key.via.i64 == number;
  return key.type == msgpack::type::STR && std::string_view(key.via.str.ptr, key.via.str.size) == name;
}

std::optional<Regex> pattern(const Pack& pack, const char* name, Regex::Anchor anchor) {
  const msgpack::object value = pack.get(pack.root(), name, "tokenizer");
  if (value.is_nil()) return std::nullopt;
  try {
    return Regex(pack.text(value, name), anchor);
  } catch (const ModelError& error) {
    pack.error(name, error.what());
  }
}

}  // namespace

/// A special case torn apart by affix splitting is found again by the tokens it falls into.
void Tokenizer::add_phrase(std::string_view chunk, Cache& cache) {
  Emit pieces;
  each_chunk(chunk, [&](std::string_view part, bool) { split(part, false, cache, pieces); });
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::uint64_t hash = string_hash(pieces[i].text);
    auto& next = phrases_[node].next;
    const auto edge = std::find_if(next.begin(), next.end(), [hash](const auto& e) { return e.first == hash; });
    std::uint32_t to = edge == next.end() ? 0 : edge->second;
    if (edge == next.end()) {
      to = static_cast<std::uint32_t>(phrases_.size());
      next.emplace_back(hash, to);
      phrases_.emplace_back();
    }
    if (i == 0) phrase_begins_[hash] = to;
    node = to;
  }
  phrases_[node].ends = !pieces.empty();
}

Tokenizer Tokenizer::load(const std::filesystem::path& model_dir) {
  const Pack pack(model_dir / "tokenizer");
  Tokenizer tokenizer;
  tokenizer.prefix_ = pattern(pack, "prefix_search", Regex::Anchor::none);
  tokenizer.suffix_ = pattern(pack, "suffix_search", Regex::Anchor::none);
  tokenizer.infix_ = pattern(pack, "infix_finditer", Regex::Anchor::none);
  tokenizer.token_match_ = pattern(pack, "token_match", Regex::Anchor::start);
  tokenizer.url_match_ = pattern(pack, "url_match", Regex::Anchor::start);
  const msgpack::object faster = pack.get(pack.root(), "faster_heuristics", "tokenizer");
  const bool all_phrases = faster.type == msgpack::type::BOOLEAN && !faster.via.boolean;

  const NormTable norms;
  Cache cache(norms);
  pack.each_pair(pack.need(pack.root(), "exceptions", "tokenizer"), "exceptions", [&](const msgpack::object& key, const msgpack::object& tokens) {
    const std::string_view chunk = pack.text(key, "exceptions");
    Special special;
    std::string whole;
    pack.each(tokens, chunk, [&](const msgpack::object& token) {
      special.norms.push_back(0);
      special.texts.emplace_back();
      pack.each_pair(token, chunk, [&](const msgpack::object& attribute, const msgpack::object& value) {
        if (is_attribute(attribute, orth_attribute, "ORTH")) special.texts.back() = pack.text(value, chunk);
        else if (is_attribute(attribute, norm_attribute, "NORM")) special.norms.back() = string_id(pack.text(value, chunk));
        else pack.error(chunk, "a special case sets an attribute other than ORTH and NORM");
      });
      whole += special.texts.back();
    });
    if (whole != chunk || whole.empty()) pack.error("exceptions", "the tokens of \"" + std::string(chunk) + "\" do not make it up");
    tokenizer.specials_[string_hash(chunk)] = std::move(special);
    tokenizer.longest_special_ = std::max(tokenizer.longest_special_, chunk.size());
    if (all_phrases || chunk.find(' ') != std::string_view::npos || tokenizer.prefix_length(chunk, cache.scratch) > 0 ||
        tokenizer.suffix_length(chunk, cache.scratch) > 0 || (tokenizer.infix_ && tokenizer.infix_->search(chunk, cache.scratch)))
      tokenizer.add_phrase(chunk, cache);
  });
  return tokenizer;
}

}  // namespace entente::nlp
