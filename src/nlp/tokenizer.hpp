#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/lexeme.hpp"
#include "nlp/regex.hpp"

namespace entente::nlp {

/// One token of a text.
struct TokenSlot {
  const Lexeme* lexeme = nullptr;
  std::uint64_t norm = 0;   ///< The lexeme's, or the special case's own.
  std::uint32_t begin = 0;  ///< Byte offset; the token is lexeme->text.size() bytes long.
  bool space_after = false;
};

/// spaCy's rule tokenizer: splits at white space, then takes prefixes, suffixes and infixes off each chunk, special cases and URLs
/// excepted; last, special cases that the splitting has torn apart are put together again. Immutable after loading.
class Tokenizer {
 public:
  /// @throws ModelError naming the file and the part that is broken.
  static Tokenizer load(const std::filesystem::path& model_dir);

  /// What a thread keeps from text to text: lexemes, the tokens of chunks met before, buffers.
  class Cache {
   public:
    explicit Cache(const NormTable& norms) : lexicon(norms) {}
    Lexicon lexicon;
    /// Forgets everything once it has grown large. Not to be called while TokenSlots are in use.
    /// @return whether it forgot.
    bool trim();

   private:
    friend class Tokenizer;
    struct Chunk {
      std::uint32_t begin = 0, count = 0;
    };
    struct Piece {
      const Lexeme* lexeme;
      std::uint64_t norm;
    };
    FlatMap<Chunk> chunks;
    std::vector<Piece> pieces;
    std::vector<std::string_view> prefixes, suffixes;
    std::vector<TokenSlot> spare;
    RegexScratch scratch;
  };

  /// Appends the tokens of text[begin, end) (valid UTF-8) to `out`.
  void tokenize(std::string_view text, std::uint32_t begin, std::uint32_t end, Cache& cache, std::vector<TokenSlot>& out) const;

 private:
  struct Piece {
    std::string_view text;
    std::uint64_t norm = 0;  // 0: the lexeme's
  };
  struct Special {
    std::vector<std::string> texts;
    std::vector<std::uint64_t> norms;
  };
  /// Special cases as the splitting tears them, as a trie over token texts' hashes.
  struct Node {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> next;
    bool ends = false;
  };
  struct Match {
    std::uint32_t begin, end;
  };
  using Emit = std::vector<Piece>;

  Tokenizer() = default;
  void add_phrase(std::string_view chunk, Cache& cache);

  std::size_t prefix_length(std::string_view text, RegexScratch& scratch) const;
  std::size_t suffix_length(std::string_view text, RegexScratch& scratch) const;
  const Special* special_case(std::string_view text) const;
  bool is_whole(std::string_view text, RegexScratch& scratch) const;

  void split(std::string_view chunk, bool with_special_cases, Cache& cache, Emit& out) const;
  std::string_view split_affixes(std::string_view chunk, bool with_special_cases, Cache& cache) const;
  void split_infixes(std::string_view text, RegexScratch& scratch, Emit& out) const;
  void append_special(const Special& special, Emit& out) const;

  Cache::Chunk chunk_pieces(std::string_view chunk, Cache& cache) const;
  const Lexeme& lexeme(std::string_view text, Cache& cache) const;
  void rejoin_special_cases(std::string_view text, std::size_t first, Cache& cache, std::vector<TokenSlot>& out) const;
  std::vector<Match> find_phrases(std::span<const TokenSlot> tokens) const;

  std::optional<Regex> prefix_, suffix_, infix_, token_match_, url_match_;
  FlatMap<Special> specials_;  // by string hash
  std::size_t longest_special_ = 0;
  std::vector<Node> phrases_{1};
  FlatMap<std::uint32_t> phrase_begins_;  // first token's hash → node
};

}  // namespace entente::nlp
