#include <algorithm>
#include <vector>

#include "entente/article.hpp"
#include "text/date.hpp"
#include "text/dateline.hpp"
#include "text/furniture.hpp"
#include "text/lines.hpp"
#include "text/markup.hpp"
#include "text/trim.hpp"
#include "text/unglue.hpp"
#include "text/wording.hpp"

namespace entente {

namespace {

using furniture::Look;

/// A paragraph on its way to a kind.
struct Part {
  Paragraph range{};
  std::uint32_t leading = 0, trailing = 0;  ///< Where the words begin and end within it.
  Look look = Look::prose;
  std::size_t words = 0;
  BlockKind kind = BlockKind::body;
};

/// Longer paragraphs are cut: the layers that follow may take more than linear time in a paragraph's length.
constexpr std::uint32_t longest_block = 10000;
/// Words. What is longer is running text whose full stop is missing.
constexpr std::size_t longest_headline = 30;

class Segmenter {
 public:
  explicit Segmenter(Article& article) : article_(article), text_(article.text) {}

  void run() {
    article_.blocks.clear();
    for (const Paragraph& paragraph : split_paragraphs(text_)) {
      const auto whole = text(paragraph);
      Part part{.range = paragraph};
      part.leading = static_cast<std::uint32_t>(leading_marks(whole));
      part.trailing = static_cast<std::uint32_t>(trailing_marks(whole, whole.substr(0, part.leading)));
      const auto core = part.trailing > part.leading ? whole.substr(part.leading, part.trailing - part.leading) : whole;
      part.look = furniture::look_of(core);
      if (part.look != Look::prose) part.look = furniture::look_of(whole);
      part.words = wording::words(core).size();
      parts_.push_back(part);
    }
    give_kinds();
    follow_related();
    sort_out_head();
    sort_out_tail();
    for (std::size_t i = 0; i < parts_.size(); ++i) emit(i);
    find_date();
  }

 private:
  template <typename Range>
  std::string_view text(const Range& range) const {
    return std::string_view(text_).substr(range.begin, range.end - range.begin);
  }

  /// A sentence or more of running text.
  bool is_story(const Part& part) const {
    return part.look == Look::prose && part.kind == BlockKind::body && part.words >= 6;
  }

  /// What each paragraph is by itself.
  void give_kinds() {
    const std::string title = wording::folded(article_.title);
    for (Part& part : parts_) {
      switch (part.look) {
        case Look::prose:
          part.kind = BlockKind::body;
          break;
        case Look::title:
          part.kind = part.words <= longest_headline ? BlockKind::headline : BlockKind::body;
          break;
        case Look::byline:
          part.kind = BlockKind::byline;
          break;
        case Look::timestamp:
          part.kind = BlockKind::dateline;
          break;
        default:
          part.kind = BlockKind::furniture;
      }
      // The title is known from elsewhere: no guess is needed.
      if (!title.empty() && part.range.end - part.range.begin < 2 * title.size() + 16 &&
          wording::folded(text(part.range)) == title)
        part.kind = BlockKind::headline;
    }
  }

  /// Titles after "Related stories" are links to other articles, up to the next running text; all after "Leave a reply"
  /// is comments.
  void follow_related() {
    constexpr int most_links = 8;
    int links = 0, stories = 0;
    for (Part& part : parts_) {
      if (part.look == Look::comments && stories >= 2) comments_ = true;
      if (comments_) part.kind = BlockKind::furniture;
      if (part.look == Look::related)
        links = most_links;
      else if (links > 0 && is_link(part))
        part.kind = BlockKind::furniture, --links;
      else if (is_story(part))
        links = 0, ++stories;
    }
  }

  /// A heading, or a question or exclamation short enough to be one.
  bool is_link(const Part& part) const {
    if (part.kind == BlockKind::headline) return true;
    const auto words = text(part.range).substr(0, wording::length_without_closers(text(part.range)));
    return part.kind == BlockKind::body && part.words <= 14 && !words.ends_with('.');
  }

  /// Before the story: the headline and what stands under it are text; the site's name, sections, names and places are
  /// not.
  void sort_out_head() {
    const auto story = std::ranges::find_if(parts_, [this](const Part& part) { return is_story(part); });
    story_begin_ = static_cast<std::size_t>(story - parts_.begin());
    std::size_t headlines = 0, plain = 0;
    for (auto part = parts_.begin(); part != story; ++part) {
      if (part->kind != BlockKind::headline) continue;
      headlines += part->words > 3 ? 1 : 0;
      plain += part->words > 3 && has_plain_words(part->range) ? 1 : 0;
    }
    bool titled = false;
    for (auto part = parts_.begin(); part != story; ++part) {
      if (part->kind != BlockKind::headline) continue;
      const bool is_title = wording::folded(text(part->range)) == wording::folded(article_.title);
      const bool small = part->words <= 3 && headlines > 0;
      const bool letterhead = !titled && plain > 0 && part->words <= 6 && !has_plain_words(part->range);
      const bool name = titled && furniture::is_bare_name(text(part->range));
      const bool place =
          story != parts_.end() && part->words <= 3 && wording::is_all_caps(wording::words(text(part->range)).front());
      if (is_title)
        titled = true;
      else if (place && titled)
        part->kind = BlockKind::dateline;
      else if (name)
        part->kind = BlockKind::byline;
      else if (small || letterhead)
        part->kind = BlockKind::furniture;
      else
        titled = true;
    }
  }

  /// Has words in lower case beyond "of", "and" and the like: no name, and no title in capitals.
  bool has_plain_words(const Paragraph& range) const {
    const auto words = wording::words(text(range));
    return std::ranges::any_of(words,
                               [](std::string_view word) { return word.size() > 4 && wording::begins_lower(word); });
  }

  /// After the story: whatever is no sentence is furniture.
  void sort_out_tail() {
    if (story_begin_ == parts_.size()) return;
    for (auto part = parts_.rbegin(); part != parts_.rend() && !is_story(*part); ++part) {
      const bool sentence = part->look == Look::prose && part->kind == BlockKind::body && part->words >= 3;
      if (sentence) break;
      if (part->kind == BlockKind::headline || part->kind == BlockKind::body) part->kind = BlockKind::furniture;
    }
  }

  void emit(std::size_t index) {
    const Part& part = parts_[index];
    const Paragraph range = part.range;
    const bool is_text = part.kind == BlockKind::headline || part.kind == BlockKind::body;
    if (!is_text) return add(range.begin, range.end, part.kind);
    if (joins_last(part)) {
      article_.blocks.back().end = range.end;
      article_.blocks.back().kind = BlockKind::body;
      return;
    }
    if (part.trailing <= part.leading) return add(range.begin, range.end, BlockKind::furniture);
    add(range.begin, range.begin + part.leading, BlockKind::furniture);
    emit_text(range.begin + part.leading, range.begin + part.trailing, part);
    add(range.begin + part.trailing, range.end, BlockKind::furniture);
  }

  /// Text without marks at its ends: a dateline, then one or more pieces.
  void emit_text(std::uint32_t begin, std::uint32_t end, const Part& part) {
    if (part.kind == BlockKind::body) {
      constexpr int most_openings = 4;  // Captions and a deck may stand before the first paragraph.
      const auto dateline = scan_dateline(text(Paragraph{begin, end}), !placed_ && openings_++ < most_openings);
      if (dateline) {
        placed_ = true;
        if (dateline->date && article_.date.empty()) article_.date = *dateline->date;
        const auto length = static_cast<std::uint32_t>(dateline->length);
        add(begin, begin + length, BlockKind::dateline);
        begin += length;
      }
    } else if (const std::size_t site = site_name(text(Paragraph{begin, end})); site != std::string_view::npos) {
      add(begin, begin + static_cast<std::uint32_t>(site), BlockKind::headline);
      return add(begin + static_cast<std::uint32_t>(site), end, BlockKind::furniture);
    }
    for (const Piece& piece : unglue(text(Paragraph{begin, end})))
      add_cut(begin + piece.begin, begin + piece.end, piece.furniture ? BlockKind::furniture : part.kind);
  }

  /// "Accord signed in Lima | The River Post": where the site's name begins.
  static std::size_t site_name(std::string_view headline) {
    const std::size_t at = headline.rfind(" | ");
    return at != std::string_view::npos && wording::words(headline.substr(0, at)).size() >= 4 ? at
                                                                                              : std::string_view::npos;
  }

  /// The paragraph goes on with the sentence that the last block leaves open, with nothing between them.
  bool joins_last(const Part& part) const {
    const auto& blocks = article_.blocks;
    return !blocks.empty() && (blocks.back().kind == BlockKind::body || blocks.back().kind == BlockKind::headline) &&
           part.range.end - blocks.back().begin <= longest_block && continues(text(blocks.back()), text(part.range));
  }

  void add(std::uint32_t begin, std::uint32_t end, BlockKind kind) {
    while (begin < end && wording::is_space(text_[begin])) ++begin;
    while (begin < end && wording::is_space(text_[end - 1])) --end;
    if (begin < end) article_.blocks.push_back({begin, end, kind});
  }

  /// Adds a block, cut into pieces where it is too long: behind a sentence if there is one, else between words, else
  /// anywhere.
  void add_cut(std::uint32_t begin, std::uint32_t end, BlockKind kind) {
    while (end - begin > longest_block) {
      const auto head = text(Paragraph{begin, begin + longest_block});
      std::size_t cut = head.rfind(". ");
      if (cut == std::string_view::npos || cut < longest_block / 2) cut = head.find_last_of(" \n");
      if (cut == std::string_view::npos || cut == 0) cut = character_begin(begin + longest_block) - begin - 1;
      add(begin, begin + static_cast<std::uint32_t>(cut) + 1, kind);
      begin += static_cast<std::uint32_t>(cut) + 1;
    }
    add(begin, end, kind);
  }

  std::uint32_t character_begin(std::uint32_t at) const {
    while ((static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) --at;
    return at;
  }

  /// The first full date that stands outside the text before the story, or right after it.
  void find_date() {
    for (std::size_t i = 0; i < parts_.size() && article_.date.empty(); ++i) {
      const Part& part = parts_[i];
      if (part.kind == BlockKind::headline || part.kind == BlockKind::body) continue;
      if (i > story_begin_ && part.kind == BlockKind::furniture) continue;
      const auto words = text(part.range);
      if (words.size() > 200) continue;
      for (std::size_t at = 0; at < words.size() && article_.date.empty(); ++at) {
        const bool begins_word = at == 0 || !(wording::is_letter(words[at - 1]) || wording::is_digit(words[at - 1]));
        if (!begins_word) continue;
        if (const auto date = iso_date(words.substr(at))) article_.date = *date;
      }
    }
  }

  Article& article_;
  const std::string& text_;
  std::vector<Part> parts_;
  std::size_t story_begin_ = 0;  ///< The first part of running text; parts_.size() where there is none.
  int openings_ = 0;             ///< Body paragraphs seen.
  bool placed_ = false;          ///< A dateline has been seen.
  bool comments_ = false;
};

}  // namespace

void segment(Article& article) { Segmenter(article).run(); }

std::string text_for_parsing(const Article& article) {
  std::string text = article.text;
  for (const Block& block : article.blocks) {
    if (block.kind != BlockKind::headline && block.kind != BlockKind::body) continue;
    for (std::uint32_t at = block.begin; at < block.end; ++at)
      if (text[at] == '\n' || text[at] == '\t') text[at] = ' ';
    blank_markup(text, block.begin, block.end);
  }
  return text;
}

}  // namespace entente
