#include "entente/article.hpp"
#include "text/lines.hpp"
#include "text/wording.hpp"

namespace entente {

void segment(Article& article) {
  article.blocks.clear();
  const std::string_view text = article.text;
  const auto of = [&](const auto& range) { return text.substr(range.begin, range.end - range.begin); };
  for (const Paragraph& paragraph : split_paragraphs(text)) {
    auto& blocks = article.blocks;
    if (!blocks.empty() && continues(of(blocks.back()), of(paragraph)))
      blocks.back().end = paragraph.end;
    else
      blocks.push_back({paragraph.begin, paragraph.end,
                        wording::ends_sentence(of(paragraph)) ? BlockKind::body : BlockKind::headline});
  }
}

std::string text_for_parsing(const Article& article) {
  std::string text = article.text;
  for (const Block& block : article.blocks)
    for (std::uint32_t at = block.begin; at < block.end; ++at)
      if (text[at] == '\n' || text[at] == '\t') text[at] = ' ';
  return text;
}

}  // namespace entente
