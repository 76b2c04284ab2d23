#include <array>
#include <charconv>
#include <istream>
#include <ostream>

#include "nlp/document_builder.hpp"

namespace entente::nlp {
namespace {

// White space inside a field would end it, so it is escaped; the backslash then needs it too.
void write_escaped(std::ostream& out, std::string_view s) {
  for (const char c : s) switch (c) {
      case ' ': out << "\\s"; break;
      case '\n': out << "\\n"; break;
      case '\t': out << "\\t"; break;
      case '\r': out << "\\r"; break;
      case '\\': out << "\\\\"; break;
      default: out << c;
    }
}

void write_folded(std::ostream& out, std::string_view s) {
  bool space = false, begun = false;
  for (const char c : s) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      space = begun;
      continue;
    }
    if (space) out << ' ';
    out << c;
    space = false;
    begun = true;
  }
}

void write_field(std::ostream& out, std::string_view s) {
  if (s.empty()) out << '_';
  write_escaped(out, s);
  out << '\t';
}

std::string unescape(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] != '\\' || i + 1 == s.size()) {
      out += s[i];
      continue;
    }
    switch (s[++i]) {
      case 's': out += ' '; break;
      case 'n': out += '\n'; break;
      case 't': out += '\t'; break;
      case 'r': out += '\r'; break;
      default: out += s[i];
    }
  }
  return out;
}

/// The IOB2 tag of each token, empty outside entities.
std::vector<std::string> entity_tags(const Document& document) {
  std::vector<std::string> tags(document.tokens().size());
  for (const Span& span : document.entities())
    for (std::uint32_t i = span.begin; i < span.end; ++i)
      tags[i] = (i == span.begin ? "B-" : "I-") + std::string(span.label);
  return tags;
}

/// One document being read. Every message names the line.
class Reader {
 public:
  explicit Reader(std::istream& in) : in_(in) {}
  Document read(std::string* id);

 private:
  struct Row {
    std::array<std::string_view, 10> fields;
    std::string form;
    std::uint32_t begin = 0, end = 0, head = 0;
    bool space_after = true;
    std::string_view ner;
  };

  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error("CoNLL-U, line " + std::to_string(line_number_) + ": " + what);
  }
  std::uint32_t number(std::string_view s, const char* what) const;
  Row row(std::string_view line) const;
  void misc(std::string_view field, Row& row) const;
  void add(const Row& row);
  void entity_tag(std::string_view tag);
  void close_entity();
  void close_sentence();

  std::istream& in_;
  std::size_t line_number_ = 0;
  std::string text_;
  DocumentBuilder builder_{{}};
  std::uint32_t sentence_begin_ = 0, entity_begin_ = 0;
  std::string entity_label_;
  std::vector<Span> sentences_, entities_;
};

std::uint32_t Reader::number(std::string_view s, const char* what) const {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (error != std::errc() || end != s.data() + s.size()) fail(std::string("expected ") + what + ", found \"" + std::string(s) + '"');
  return value;
}

void Reader::misc(std::string_view field, Row& row) const {
  bool range = false;
  while (!field.empty()) {
    const std::size_t bar = field.find('|');
    const std::string_view item = field.substr(0, bar);
    field = bar == std::string_view::npos ? std::string_view() : field.substr(bar + 1);
    const std::size_t equals = item.find('=');
    const std::string_view key = item.substr(0, equals), value = equals == std::string_view::npos ? std::string_view() : item.substr(equals + 1);
    if (key == "SpaceAfter") row.space_after = value != "No";
    if (key == "NER") row.ner = value;
    if (key != "TokenRange") continue;
    const std::size_t colon = value.find(':');
    if (colon == std::string_view::npos) fail("TokenRange is not BEGIN:END");
    row.begin = number(value.substr(0, colon), "the begin of TokenRange");
    row.end = number(value.substr(colon + 1), "the end of TokenRange");
    range = true;
  }
  if (!range) fail("TokenRange is missing");
}

Reader::Row Reader::row(std::string_view line) const {
  Row row;
  std::size_t field = 0;
  for (std::size_t begin = 0; begin <= line.size(); ++field) {
    const std::size_t tab = std::min(line.find('\t', begin), line.size());
    if (field == row.fields.size()) fail("more than 10 columns");
    row.fields[field] = line.substr(begin, tab - begin);
    begin = tab + 1;
  }
  if (field != row.fields.size()) fail("expected 10 columns, found " + std::to_string(field));
  row.form = unescape(row.fields[1]);
  row.head = number(row.fields[6], "a head");
  misc(row.fields[9], row);
  if (row.begin < text_.size()) fail("TokenRange goes backwards");
  if (row.end < row.begin || row.end - row.begin != row.form.size()) fail("TokenRange does not fit the form");
  return row;
}

void Reader::add(const Row& row) {
  const auto index = static_cast<std::uint32_t>(builder_.tokens().size());
  if (number(row.fields[0], "a token number") != index - sentence_begin_ + 1) fail("token numbers are not consecutive");
  const auto stored = [&](std::size_t i) {
    return row.fields[i] == "_" && row.form != "_" ? std::string_view() : builder_.store(unescape(row.fields[i]));
  };
  text_.resize(row.begin, ' ');
  text_ += row.form;
  Token token{.begin = row.begin, .end = row.end, .head = row.head == 0 ? index : sentence_begin_ + row.head - 1,
              .lemma = stored(2), .tag = stored(4), .pos = stored(3), .dep = stored(7), .space_after = row.space_after};
  builder_.add_token(token);
  entity_tag(row.ner);
}

void Reader::entity_tag(std::string_view tag) {
  const auto index = static_cast<std::uint32_t>(builder_.tokens().size() - 1);
  const bool inside = tag.starts_with("I-") && tag.substr(2) == entity_label_;
  if (!inside) close_entity();
  if (inside || tag.empty()) return;
  if (!tag.starts_with("B-")) fail("NER tag \"" + std::string(tag) + "\" does not continue an entity");
  entity_label_ = tag.substr(2);
  entity_begin_ = index;
}

void Reader::close_entity() {
  if (entity_label_.empty()) return;
  const auto size = static_cast<std::uint32_t>(builder_.tokens().size());
  // Called when the token after the entity is already there, or at a sentence's end.
  const std::uint32_t end = sentences_.empty() || sentences_.back().end < size ? size - 1 : size;
  entities_.push_back({entity_begin_, end, builder_.store(entity_label_)});
  entity_label_.clear();
}

void Reader::close_sentence() {
  const auto end = static_cast<std::uint32_t>(builder_.tokens().size());
  if (end == sentence_begin_) return;
  for (std::uint32_t i = sentence_begin_; i < end; ++i)
    if (builder_.tokens()[i].head >= end) fail("a head lies outside its sentence");
  sentences_.push_back({sentence_begin_, end, {}});
  close_entity();
  sentence_begin_ = end;
}

Document Reader::read(std::string* id) {
  constexpr std::string_view newdoc = "# newdoc id = ";
  bool begun = false;
  for (std::string line; std::getline(in_, line);) {
    ++line_number_;
    if (line.empty()) {
      close_sentence();
    } else if (line.starts_with(newdoc)) {
      if (begun) fail("a second document");
      begun = true;
      if (id) *id = unescape(std::string_view(line).substr(newdoc.size()));
    } else if (line[0] != '#') {
      add(row(line));
    }
  }
  close_sentence();
  DocumentBuilder whole(std::move(text_));
  Document parts = builder_.build();
  whole.reserve(parts.tokens().size());
  for (const Token& token : parts.tokens()) whole.add_token(token);
  for (const Span& s : sentences_) whole.add_sentence(s.begin, s.end);
  for (const Span& e : entities_) whole.add_entity(e.begin, e.end, e.label);
  whole.keep(std::make_shared<Document>(std::move(parts)));
  return whole.build();
}

}  // namespace

void write_conllu(std::ostream& out, std::string_view id, const Document& document) {
  out << "# newdoc id = ";
  write_escaped(out, id);
  out << '\n';
  const std::vector<std::string> ner = entity_tags(document);
  const auto tokens = document.tokens();
  for (std::size_t s = 0; s < document.sentences().size(); ++s) {
    const Span sentence = document.sentences()[s];
    out << "# sent_id = " << s + 1 << "\n# text = ";
    const std::uint32_t text_begin = tokens[sentence.begin].begin;
    write_folded(out, document.text().substr(text_begin, tokens[sentence.end - 1].end - text_begin));
    out << '\n';
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const Token& t = tokens[i];
      out << i - sentence.begin + 1 << '\t';
      write_escaped(out, document.text(t));
      out << '\t';
      write_field(out, t.lemma);
      write_field(out, t.pos);
      write_field(out, t.tag);
      out << "_\t" << (t.head == i ? 0 : t.head - sentence.begin + 1) << '\t';
      write_field(out, t.dep);
      out << "_\t" << (t.space_after ? "" : "SpaceAfter=No|") << "TokenRange=" << t.begin << ':' << t.end;
      if (!ner[i].empty()) out << "|NER=" << ner[i];
      out << '\n';
    }
    out << '\n';
  }
}

Document read_conllu(std::istream& in, std::string* id) { return Reader(in).read(id); }

}  // namespace entente::nlp
