#pragma once
#include <libxml/xmlwriter.h>

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace entente::exporting {

/// libxml2's text writer on a stream. Text is cleaned of what XML 1.0 does not allow.
class XmlWriter {
 public:
  explicit XmlWriter(std::ostream& out) : writer_(xmlNewTextWriter(output(out)), &xmlFreeTextWriter) {
    xmlTextWriterSetIndent(writer_.get(), 1);
    xmlTextWriterStartDocument(writer_.get(), nullptr, "UTF-8", nullptr);
  }
  /// Writes what is still open and flushes. Call it once, at the end.
  void finish() { xmlTextWriterEndDocument(writer_.get()); }

  void start(const char* element) { xmlTextWriterStartElement(writer_.get(), bytes(element)); }
  void end() { xmlTextWriterEndElement(writer_.get()); }
  void attribute(const char* name, std::string_view value) {
    xmlTextWriterWriteAttribute(writer_.get(), bytes(name), cleaned(value));
  }
  void text(std::string_view value) { xmlTextWriterWriteString(writer_.get(), cleaned(value)); }
  /// Text that has nothing to escape: a number, true or false.
  void plain(std::string_view value) {
    xmlTextWriterWriteRawLen(writer_.get(), reinterpret_cast<const xmlChar*>(value.data()), static_cast<int>(value.size()));
  }
  void comment(std::string_view value);

 private:
  static const xmlChar* bytes(const char* text) { return reinterpret_cast<const xmlChar*>(text); }
  static xmlOutputBufferPtr output(std::ostream& out);
  /// Valid until the next call.
  const xmlChar* cleaned(std::string_view value);

  std::string clean_;
  std::unique_ptr<xmlTextWriter, decltype(&xmlFreeTextWriter)> writer_;
};

}  // namespace entente::exporting
