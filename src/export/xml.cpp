#include "export/xml.hpp"

#include <algorithm>
#include <array>

namespace entente::exporting {

namespace {

/// What must not stand in text as it is: control characters, markup, and the first byte of U+FFFE and U+FFFF.
constexpr auto special = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
  for (const unsigned char c : {'<', '>', '&', '"', '\xef'}) table[c] = true;
  return table;
}();

constexpr std::size_t enough = 1 << 16;  // Bytes that are handed to the stream at once.

}  // namespace

void XmlWriter::escaped(std::string_view value) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (!special[static_cast<unsigned char>(c)]) continue;
    text_.append(value, copied, i - copied);
    copied = i + 1;
    if (c == '<')
      text_.append("&lt;");
    else if (c == '>')
      text_.append("&gt;");
    else if (c == '&')
      text_.append("&amp;");
    else if (c == '"')
      text_.append("&quot;");
    else if (c == '\t' || c == '\n' || c == '\r')
      text_.push_back(' ');
    else if (const auto rest = value.substr(i + 1, 2); c == '\xef' && (rest == "\xbf\xbe" || rest == "\xbf\xbf"))
      copied = (i += 2) + 1;
    else if (c == '\xef')
      text_.push_back(c);
  }
  text_.append(value, copied);
}

void XmlWriter::close_tag(std::string_view end) {
  if (in_tag_) text_.append(end);
  in_tag_ = false;
}

void XmlWriter::start(std::string_view element) {
  close_tag(">\n");
  text_.append(open_.size(), ' ').append("<").append(element);
  open_.push_back(element);
  in_tag_ = true;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  text_.append(" ").append(name).append("=\"");
  escaped(value);
  text_.push_back('"');
}

void XmlWriter::text(std::string_view value) {
  close_tag(">");
  escaped(value);
  in_line_ = true;
}

void XmlWriter::end() {
  const auto element = open_.back();
  open_.pop_back();
  if (in_tag_)
    close_tag("/>\n");
  else
    text_.append(in_line_ ? 0 : open_.size(), ' ').append("</").append(element).append(">\n");
  in_line_ = false;
  if (text_.size() < enough) return;
  out_ << text_;
  text_.clear();
}

void XmlWriter::comment(std::string_view value) {
  std::string safe;
  for (const char c : value) safe.push_back(c == '-' && safe.ends_with('-') ? ' ' : c);
  if (safe.ends_with('-')) safe.push_back(' ');
  text_.append("<!--");
  escaped(safe);
  text_.append("-->\n");
}

void XmlWriter::finish() {
  while (!open_.empty()) end();
  out_ << text_;
  out_.flush();
}

}  // namespace entente::exporting
