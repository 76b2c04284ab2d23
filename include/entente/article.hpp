#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What a stretch of an article is. Only `headline` and `body` are read for relations.
enum class BlockKind { headline, body, dateline, byline, furniture };

/// A stretch of Article::text, half-open byte offsets. A block is at most one paragraph (of bounded length: a longer
/// one is cut between words); blocks are ascending and disjoint, and what is between them is white space. A paragraph
/// that a line break or a blank line cuts in mid-sentence is one block.
struct Block {
  std::uint32_t begin = 0, end = 0;
  BlockKind kind = BlockKind::body;
};

/// A document as read, before any analysis.
struct Article {
  std::string id;
  std::string title, date, url, source,
      language;               ///< Empty where unknown. `date` is ISO 8601 (YYYY-MM-DD) where it could be read so.
  std::string text;           ///< Valid UTF-8. Offsets in records refer to this text.
  std::vector<Block> blocks;  ///< Filled by `segment`.
};

/// Splits the text into paragraphs and says what each is: dateline prefixes ("MOSCOW, February 5. /TASS/."), bylines,
/// credits, share links, footers and related headlines are kept out of headline and body. Deterministic; a pure
/// function of text and title. Fills in article.date where it is empty and the text gives a full date.
void segment(Article& article);

/// The text as it is parsed: byte for byte as long as article.text, with the line breaks and the inline markup inside
/// blocks replaced by spaces, so that offsets hold for both. Call after `segment`.
std::string text_for_parsing(const Article& article);

}  // namespace entente
