#include "entity/text.hpp"

#include <algorithm>

#include "entity/fold.hpp"

namespace entente::entity {
namespace {

bool is_hyphen(std::string_view s) { return s == "-" || s == "\u2010" || s == "\u2011" || s == "\u2013"; }
bool is_dash(std::string_view s) { return s == "--" || s == "\u2014" || s == "\u2013" || s == "---" || s == "–"; }
bool is_bullet(std::string_view s) { return s == "*" || s == "•" || s == "\u00B7" || s == "#" || s == ">" || s == "("; }

struct Shape {
  bool first_upper = false, any_lower = false, letters = false, digit_first = false;
  int upper = 0;
};

Shape shape_of(std::string_view s) {
  Shape shape;
  bool first = true;
  for (std::size_t i = 0; i < s.size();) {
    std::size_t length = 1;
    const char32_t c = static_cast<unsigned char>(s[i]) < 0x80 ? static_cast<char32_t>(s[i]) : code_point(s.substr(i), length);
    i += length;
    const bool up = is_upper(c), low = is_lower(c);
    if (first) {
      shape.first_upper = up;
      shape.digit_first = c >= '0' && c <= '9';
      first = false;
    }
    shape.upper += up;
    shape.any_lower |= low;
    shape.letters |= up || low || c > 0x2E7F;
  }
  return shape;
}

}  // namespace

Text::Text(const Article& article, const nlp::Document& document)
    : document_(&document), tokens_(document.tokens()), sentences_(document.sentences()), text_(document.text()) {
  read_tokens();
  read_paragraphs(article);
  read_single_quotes();
  read_initials();
  read_casing();
  read_children();
}

void Text::read_tokens() {
  const std::uint32_t n = size();
  flags_.resize(n);
  lead_.resize(n);
  struct Slice { std::uint32_t begin, end; };
  std::vector<Slice> lower(n), piece(n), lower_piece(n);
  const auto append = [&](auto write) {
    const auto begin = static_cast<std::uint32_t>(arena_.size());
    write();
    return Slice{begin, static_cast<std::uint32_t>(arena_.size())};
  };
  bool after_hyphen = false;
  std::string folded;
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::string_view s = form(i);
    const Shape shape = shape_of(s);
    std::uint16_t f = 0;
    if (shape.first_upper || (shape.digit_first && shape.letters && s.size() > 2)) f |= flag_cap;
    if (shape.upper >= 2 && !shape.any_lower) f |= flag_acronym;
    if (token(i).pos == "SPACE" || s.find_first_not_of(" \n\t\r") == std::string_view::npos) f |= flag_space;
    if (!shape.letters && !shape.digit_first && !(f & flag_space)) f |= flag_punctuation;
    if (s == "\"" || s == "\u201C" || s == "``" || s == "\u00AB" || s == "\u201E" || s == "''" || s == "\u201D" || s == "\u00BB") f |= flag_open | flag_close;
    if (s == "\u201C" || s == "``" || s == "\u00AB" || s == "\u201E") f &= static_cast<std::uint16_t>(~flag_close);
    if (s == "''" || s == "\u201D" || s == "\u00BB") f &= static_cast<std::uint16_t>(~flag_open);
    if (is_hyphen(s) && i > 0 && joined(i - 1) && joined(i)) f |= flag_hyphen;
    flags_[i] = f;
    folded.clear();
    append_folded(folded, s);
    const bool trailing = !folded.empty() && folded.back() == ' ';
    while (!folded.empty() && folded.back() == ' ') folded.pop_back();
    lead_[i] = i > 0 && (after_hyphen || !joined(i - 1));
    if (!folded.empty() && folded.front() == ' ') {
      lead_[i] = true;
      folded.erase(0, folded.find_first_not_of(' '));
    }
    if (is_hyphen(s)) folded.clear();
    after_hyphen = trailing || is_hyphen(s);
    piece[i] = append([&] { arena_ += folded; });
    lower_piece[i] = append([&] { arena_ += lower_case(folded); });
    lower[i] = append([&] { arena_ += lower_case(s); });
  }
  lower_.resize(n);
  piece_.resize(n);
  lower_piece_.resize(n);
  const std::string_view all(arena_);
  const auto view = [&](Slice s) { return all.substr(s.begin, s.end - s.begin); };
  for (std::uint32_t i = 0; i < n; ++i) {
    lower_[i] = view(lower[i]);
    piece_[i] = view(piece[i]);
    lower_piece_[i] = view(lower_piece[i]);
  }
}

void Text::read_paragraphs(const Article& article) {
  paragraph_.resize(size());
  std::size_t block = 0;
  std::uint32_t paragraph = 0, last_end = 0;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const nlp::Token& t = token(i);
    if (!article.blocks.empty()) {
      while (block + 1 < article.blocks.size() && article.blocks[block].end <= t.begin) ++block;
      paragraph_[i] = static_cast<std::uint32_t>(block);
      if (article.blocks[block].kind == BlockKind::headline) flags_[i] |= flag_headline;
      continue;
    }
    // Without blocks a line is a paragraph.
    const std::string_view gap = std::string_view(article.text).substr(std::min<std::size_t>(last_end, article.text.size()),
                                                                       t.begin > last_end ? t.begin - last_end : 0);
    if (i > 0 && (gap.find('\n') != std::string_view::npos || (space(i - 1) && form(i - 1).find('\n') != std::string_view::npos))) ++paragraph;
    paragraph_[i] = paragraph;
    last_end = t.end;
  }
}

// British copy quotes with single marks: "'We are ready,' she said". Not where double marks are, and only in pairs: others are apostrophes.
void Text::read_single_quotes() {
  const auto mark = [&](std::uint32_t i, std::string_view straight, std::string_view curly) { return form(i) == straight || form(i) == curly; };
  std::uint32_t begin = 0;
  while (begin < size()) {
    std::uint32_t end = begin;
    bool doubled = false;
    while (end < size() && paragraph_[end] == paragraph_[begin]) doubled |= quote(end++);
    std::uint32_t open = end;
    for (std::uint32_t i = begin; i < end && !doubled; ++i) {
      if (mark(i, "'", "\u2018") && (i == 0 || !joined(i - 1)) && joined(i) && i + 1 < end && cap(i + 1)) {
        open = i;
      } else if (open < i && mark(i, "'", "\u2019") && joined(i - 1) && (form(i - 1) == "," || form(i - 1) == "." || form(i - 1) == "?" || form(i - 1) == "!")) {
        flags_[open] |= flag_open;
        flags_[i] |= flag_close;
        open = end;
      }
    }
    begin = end;
  }
}

void Text::read_initials() {
  bool due = true;
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (i == sentence_begin(i) || (i > 0 && paragraph_[i] != paragraph_[i - 1])) due = true;
    if (due && !punctuation(i) && !space(i)) {
      flags_[i] |= flag_initial;
      due = false;
    }
    const std::string_view s = form(i);
    if (opening_quote(i) || s == ":" || is_dash(s) || is_bullet(s) || s == "\u2018") due = true;
  }
}

bool Text::ends_in_stop(nlp::Span s) const {
  for (std::uint32_t i = s.end; i > s.begin;) {
    --i;
    if (!space(i) && !quote(i)) return form(i) == ".";
  }
  return false;
}

void Text::read_casing() {
  for (const nlp::Span& s : sentences_) {
    int words = 0, caps = 0, acronyms = 0, long_words = 0, long_lower = 0;
    for (std::uint32_t i = s.begin; i < s.end; ++i) {
      if (punctuation(i) || space(i) || form(i).size() < 2 || possessive(i)) continue;
      const Shape shape = shape_of(form(i));
      if (!shape.letters) continue;
      ++words;
      caps += shape.first_upper;
      acronyms += acronym(i);
      if (form(i).size() < 4) continue;
      ++long_words;
      long_lower += !shape.first_upper;
    }
    Casing casing = Casing::sentence;
    if (words >= 3 && acronyms * 10 >= words * 8) casing = Casing::capitals;
    // A headline has no full stop; a sentence that lists names has one.
    else if (words >= 4 && long_words >= 3 && long_lower * 5 <= long_words && caps * 2 > words && !ends_in_stop(s)) casing = Casing::title;
    casing_.push_back(casing);
  }
}

void Text::read_children() {
  first_child_.assign(size() + 1, 0);
  for (std::uint32_t i = 0; i < size(); ++i)
    if (head(i) != i) ++first_child_[head(i) + 1];
  for (std::uint32_t i = 0; i < size(); ++i) first_child_[i + 1] += first_child_[i];
  children_.resize(first_child_.back());
  std::vector<std::uint32_t> next(first_child_.begin(), first_child_.end());
  for (std::uint32_t i = 0; i < size(); ++i)
    if (head(i) != i) children_[next[head(i)]++] = i;
}

std::uint32_t Text::child(std::uint32_t i, std::string_view d, std::string_view or_d) const {
  for (const std::uint32_t c : children(i))
    if (dep(c) == d || (!or_d.empty() && dep(c) == or_d)) return c;
  return 0xFFFFFFFF;
}

std::string Text::surface(std::uint32_t begin, std::uint32_t end) const {
  std::string out;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (space(i)) continue;
    if (!out.empty() && !joined(i - 1)) out += ' ';
    out += form(i);
  }
  return out;
}

std::string Text::key(std::uint32_t begin, std::uint32_t end) const {
  std::string out;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (lower_piece_[i].empty()) continue;
    if (!out.empty() && lead_[i]) out += ' ';
    out += lower_piece_[i];
  }
  return out;
}

Text::Found Text::longest(const PhraseIndex& index, std::uint32_t begin, std::uint32_t limit, bool lower) const {
  const auto& pieces = lower ? lower_piece_ : piece_;
  Found found{begin, PhraseIndex::none};
  if (pieces[begin].empty() || !index.may_begin(pieces[begin])) return found;
  PhraseIndex::Cursor cursor(index);
  for (std::uint32_t i = begin; i < limit; ++i) {
    if (pieces[i].empty()) {
      if (!hyphen(i)) break;
      continue;
    }
    if (i > begin && lead_[i] && !cursor.extend(" ")) break;
    if (!cursor.extend(pieces[i])) break;
    if (lower && possessive(i)) continue;  // "the president's" are no presidents
    if (const auto id = cursor.exact(); id != PhraseIndex::none) found = {i + 1, id};
  }
  return found;
}

std::uint32_t Text::span_head(std::uint32_t begin, std::uint32_t end) const {
  // The last of those whose head lies outside, unless it is mere trimming: English names are headed by their last word, and "X of Y" has
  // only one such token.
  std::uint32_t best = end - 1;
  int best_rank = -1;
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::uint32_t h = head(i);
    if (h >= begin && h < end && h != i) continue;
    const std::string_view d = dep(i);
    const int rank = punctuation(i) || d == "punct" || d == "case" || d == "det" ? 0 : d == "compound" || d == "amod" || d == "nmod" ? 1 : 2;
    if (rank >= best_rank) {
      best = i;
      best_rank = rank;
    }
  }
  return best;
}

}  // namespace entente::entity
