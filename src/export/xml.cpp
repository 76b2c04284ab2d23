#include "export/xml.hpp"

#include <algorithm>

namespace entente::exporting {

namespace {
int write_some(void* context, const char* data, int length) {
  auto& out = *static_cast<std::ostream*>(context);
  out.write(data, length);
  return out ? length : -1;
}
}  // namespace

xmlOutputBufferPtr XmlWriter::output(std::ostream& out) {
  return xmlOutputBufferCreateIO(write_some, nullptr, &out, nullptr);
}

const xmlChar* XmlWriter::cleaned(std::string_view value) {
  const auto suspect = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\xef'; };
  if (std::ranges::none_of(value, suspect)) {
    clean_.assign(value);
    return bytes(clean_.c_str());
  }
  clean_.clear();
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    if (c == '\t' || c == '\n' || c == '\r')
      clean_.push_back(' ');
    else if (c == 0xef && value.substr(i, 2) == "\xef\xbf" && i + 2 < value.size() &&
             static_cast<unsigned char>(value[i + 2]) >= 0xbe)
      i += 2;  // U+FFFE, U+FFFF
    else if (c >= 0x20)
      clean_.push_back(static_cast<char>(c));
  }
  return bytes(clean_.c_str());
}

void XmlWriter::comment(std::string_view value) {
  std::string text(value);
  for (std::size_t i = 1; i < text.size(); ++i)
    if (text[i] == '-' && text[i - 1] == '-') text[i] = ' ';
  if (!text.empty() && text.back() == '-') text.push_back(' ');
  xmlTextWriterWriteComment(writer_.get(), cleaned(text));
}

}  // namespace entente::exporting
