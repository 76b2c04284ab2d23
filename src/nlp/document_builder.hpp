#pragma once
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entente/nlp.hpp"

namespace entente::nlp {

/// What a Document owns. `arena` holds copied strings at stable addresses, `keep` whatever else the tokens' views point into.
struct Document::Data {
  std::string text;
  std::vector<Token> tokens;
  std::vector<Span> sentences, entities;
  std::deque<std::string> arena;
  std::size_t arena_left = 0;
  std::vector<std::shared_ptr<const void>> keep;
};

/// Makes a Document. Tokens, then sentences and entities, are added in ascending order; `build` hands the document out.
/// Views given to `add_token` and `add_entity` must come from `store`, or from something handed to `keep`, or be static.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(std::string text);

  void reserve(std::size_t tokens);
  /// A copy of `s` that lives as long as the document. Copies are packed into large chunks; equal strings are not joined.
  std::string_view store(std::string_view s);
  /// Keeps `owner` alive as long as the document.
  void keep(std::shared_ptr<const void> owner);

  std::string_view text() const { return data_->text; }
  std::vector<Token>& tokens() { return data_->tokens; }
  Token& add_token(const Token& token);
  /// Tokens [begin, end) are a sentence: their `sentence` is set to its index.
  void add_sentence(std::uint32_t begin, std::uint32_t end);
  void add_entity(std::uint32_t begin, std::uint32_t end, std::string_view label);

  Document build();

 private:
  std::unique_ptr<Document::Data> data_;
};

}  // namespace entente::nlp
