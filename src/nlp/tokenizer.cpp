#include "nlp/tokenizer.hpp"

#include <algorithm>

#include "nlp/chunks.hpp"
#include "nlp/hash.hpp"

namespace entente::nlp {

bool Tokenizer::Cache::trim() {
  constexpr std::size_t most_lexemes = 40'000, most_pieces = 100'000;
  if (lexicon.size() < most_lexemes && pieces.size() < most_pieces) return false;
  lexicon.clear();
  chunks.clear();
  pieces.clear();
  return true;
}

// ---- One chunk -------------------------------------------------------------------------------------------------------------------

namespace {
/// Bytes of the first `count` characters.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t bytes = 0;
  for (; count > 0; --count) bytes += character_bytes(text[bytes]);
  return bytes;
}
}  // namespace

std::size_t Tokenizer::prefix_length(std::string_view text, RegexScratch& scratch) const {
  const auto match = prefix_ ? prefix_->search(text, scratch) : std::nullopt;
  if (!match) return 0;
  // Packages anchor their patterns; where one is not, the match's length counts all the same, in characters.
  if (match->begin > 0) return bytes_of(text, count_characters(text.substr(match->begin, match->end - match->begin)));
  return match->end;
}

std::size_t Tokenizer::suffix_length(std::string_view text, RegexScratch& scratch) const {
  if (!suffix_) return 0;
  // In a long chunk (a line of asterisks, a page without spaces) looking for a suffix everywhere, again and again, takes quadratic time.
  constexpr std::size_t window = 64;
  const std::size_t from = text.size() > 2 * window ? text.size() - last_characters(text, window).size() : 0;
  auto match = suffix_->search(text, scratch, from);
  if (match && from > 0 && match->begin == from) match = suffix_->search(text, scratch);
  if (!match) return 0;
  if (match->end < text.size()) return last_characters(text, count_characters(text.substr(match->begin, match->end - match->begin))).size();
  return match->end - match->begin;
}

const Tokenizer::Special* Tokenizer::special_case(std::string_view text) const {
  return text.size() <= longest_special_ ? specials_.find(string_hash(text)) : nullptr;
}

bool Tokenizer::is_whole(std::string_view text, RegexScratch& scratch) const {
  return (token_match_ && token_match_->search(text, scratch)) || (url_match_ && url_match_->search(text, scratch));
}

/// Leaves in cache.prefixes and cache.suffixes what was taken off, outermost first, and returns the rest.
std::string_view Tokenizer::split_affixes(std::string_view text, bool with_special_cases, Cache& cache) const {
  cache.prefixes.clear();
  cache.suffixes.clear();
  std::size_t last_size = 0;
  const auto special = [&](std::string_view rest) { return with_special_cases && !rest.empty() && special_case(rest) != nullptr; };
  while (!text.empty() && text.size() != last_size) {
    if (token_match_ && token_match_->search(text, cache.scratch)) break;
    if (special(text)) break;
    last_size = text.size();
    const std::size_t before = prefix_length(text, cache.scratch);
    if (before > 0 && special(text.substr(before))) {
      cache.prefixes.push_back(text.substr(0, before));
      text.remove_prefix(before);
      break;
    }
    const std::size_t after = suffix_length(text.substr(before), cache.scratch);
    if (after > 0 && special(text.substr(0, text.size() - after))) {
      cache.suffixes.push_back(text.substr(text.size() - after));
      text.remove_suffix(after);
      break;
    }
    // A prefix that eats into the suffix wins over it.
    const bool both = before > 0 && after > 0 && before + after <= text.size();
    if (after > 0 && (both || before == 0)) {
      cache.suffixes.push_back(text.substr(text.size() - after));
      text.remove_suffix(after);
    }
    if (before > 0) {
      cache.prefixes.push_back(text.substr(0, before));
      text.remove_prefix(before);
    }
  }
  return text;
}

void Tokenizer::append_special(const Special& special, Emit& out) const {
  for (std::size_t i = 0; i < special.texts.size(); ++i) out.push_back({special.texts[i], special.norms[i]});
}

void Tokenizer::split_infixes(std::string_view text, RegexScratch& scratch, Emit& out) const {
  std::size_t begin = 0, from = 0;
  bool after_empty = false;
  while (const auto match = infix_ ? infix_->search(text, scratch, from, after_empty) : std::nullopt) {
    from = match->end;
    after_empty = match->begin == match->end;
    if (match->begin == 0) continue;
    if (match->begin != begin) out.push_back({text.substr(begin, match->begin - begin)});
    if (!after_empty) out.push_back({text.substr(match->begin, match->end - match->begin)});
    begin = match->end;
  }
  if (begin < text.size()) out.push_back({text.substr(begin)});
}

void Tokenizer::split(std::string_view chunk, bool with_special_cases, Cache& cache, Emit& out) const {
  if (with_special_cases)
    if (const Special* special = special_case(chunk)) return append_special(*special, out);
  const std::string_view rest = split_affixes(chunk, with_special_cases, cache);
  for (const std::string_view prefix : cache.prefixes) out.push_back({prefix});
  if (!rest.empty()) {
    const Special* const special = with_special_cases ? special_case(rest) : nullptr;
    if (special) append_special(*special, out);
    else if (is_whole(rest, cache.scratch)) out.push_back({rest});
    else split_infixes(rest, cache.scratch, out);
  }
  for (auto suffix = cache.suffixes.rbegin(); suffix != cache.suffixes.rend(); ++suffix) out.push_back({*suffix});
}

// ---- A text ----------------------------------------------------------------------------------------------------------------------

const Lexeme& Tokenizer::lexeme(std::string_view text, Cache& cache) const {
  bool made = false;
  const std::uint64_t hash = string_hash(text);
  const Lexeme& found = cache.lexicon.get(text, hash, &made);
  if (made) cache.lexicon.last().starts_phrase = phrase_begins_.find(hash) != nullptr;
  return found;
}

Tokenizer::Cache::Chunk Tokenizer::chunk_pieces(std::string_view chunk, Cache& cache) const {
  Cache::Chunk& entry = cache.chunks[string_hash(chunk)];
  if (entry.count > 0) return entry;
  Emit pieces;
  split(chunk, true, cache, pieces);
  entry = {static_cast<std::uint32_t>(cache.pieces.size()), static_cast<std::uint32_t>(pieces.size())};
  for (const Piece& piece : pieces) {
    const Lexeme& word = lexeme(piece.text, cache);
    cache.pieces.push_back({&word, piece.norm ? piece.norm : word.norm});
  }
  return entry;
}

void Tokenizer::tokenize(std::string_view text, std::uint32_t begin, std::uint32_t end, Cache& cache, std::vector<TokenSlot>& out) const {
  const std::size_t first = out.size();
  bool phrase = false;
  each_chunk(text.substr(begin, end - begin), [&](std::string_view chunk, bool space_after) {
    auto at = static_cast<std::uint32_t>(chunk.data() - text.data());
    const Cache::Chunk pieces = chunk_pieces(chunk, cache);
    for (std::uint32_t i = pieces.begin; i < pieces.begin + pieces.count; ++i) {
      const Cache::Piece& piece = cache.pieces[i];
      out.push_back({piece.lexeme, piece.norm, at, false});
      at += static_cast<std::uint32_t>(piece.lexeme->text.size());
      phrase |= piece.lexeme->starts_phrase;
    }
    out.back().space_after = space_after;
  });
  if (phrase) rejoin_special_cases(text, first, cache, out);
}

// ---- Special cases torn apart ----------------------------------------------------------------------------------------------------

/// Every run of tokens that reads as a special case does when split by affixes alone.
std::vector<Tokenizer::Match> Tokenizer::find_phrases(std::span<const TokenSlot> tokens) const {
  std::vector<Match> found;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].lexeme->starts_phrase) continue;
    std::uint32_t node = *phrase_begins_.find(string_hash(tokens[i].lexeme->text)), j = i + 1;
    while (true) {
      if (phrases_[node].ends) found.push_back({i, j});
      if (j == tokens.size()) break;
      const std::uint64_t hash = string_hash(tokens[j].lexeme->text);
      const auto& next = phrases_[node].next;
      const auto edge = std::find_if(next.begin(), next.end(), [hash](const auto& e) { return e.first == hash; });
      if (edge == next.end()) break;
      node = edge->second;
      ++j;
    }
  }
  return found;
}

/// Longest first, earlier first among equals, none that touches with an end what a longer one covers.
void Tokenizer::rejoin_special_cases(std::string_view text, std::size_t first, Cache& cache, std::vector<TokenSlot>& out) const {
  const std::span<const TokenSlot> tokens = std::span(out).subspan(first);
  std::vector<Match> matches = find_phrases(tokens);
  if (matches.empty()) return;
  std::sort(matches.begin(), matches.end(), [](Match a, Match b) {
    return a.end - a.begin != b.end - b.begin ? a.end - a.begin > b.end - b.begin : a.begin < b.begin;
  });
  std::vector<bool> seen(tokens.size());
  std::vector<Match> chosen;
  for (const Match match : matches) {
    if (!seen[match.begin] && !seen[match.end - 1]) chosen.push_back(match);
    std::fill(seen.begin() + match.begin, seen.begin() + match.end, true);
  }
  std::sort(chosen.begin(), chosen.end(), [](Match a, Match b) { return a.begin < b.begin; });

  std::vector<TokenSlot>& joined = cache.spare;
  joined.clear();
  std::uint32_t done = 0;
  for (const Match match : chosen) {
    const TokenSlot &head = tokens[match.begin], &tail = tokens[match.end - 1];
    const Special* const special = special_case(text.substr(head.begin, tail.begin + tail.lexeme->text.size() - head.begin));
    if (!special) continue;  // The same tokens, but with other spaces between them.
    joined.insert(joined.end(), tokens.begin() + done, tokens.begin() + match.begin);
    std::uint32_t at = head.begin;
    for (std::size_t i = 0; i < special->texts.size(); ++i) {
      const Lexeme& word = lexeme(special->texts[i], cache);
      joined.push_back({&word, special->norms[i] ? special->norms[i] : word.norm, at, false});
      at += static_cast<std::uint32_t>(word.text.size());
    }
    joined.back().space_after = tail.space_after;
    done = match.end;
  }
  joined.insert(joined.end(), tokens.begin() + done, tokens.end());
  out.resize(first);
  out.insert(out.end(), joined.begin(), joined.end());
}

}  // namespace entente::nlp
