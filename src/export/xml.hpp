#pragma once
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exporting {

/// Writes XML 1.0 in UTF-8 to a stream, an element a line. Text is cleaned of what XML does not allow. Elements and
/// attributes are many and small: they are gathered in one piece of memory, which takes a third of the time of libxml2's
/// writer.
class XmlWriter {
 public:
  explicit XmlWriter(std::ostream& out) : out_(out), text_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}
  /// Writes what is still open and flushes. Call it once, at the end.
  void finish();

  void comment(std::string_view value);  ///< Before the first element.
  /// @param element a literal: it is kept until end().
  void start(std::string_view element);
  void end();
  /// Directly after start().
  void attribute(std::string_view name, std::string_view value);
  /// The only content of an element.
  void text(std::string_view value);

 private:
  void close_tag(std::string_view end);
  void escaped(std::string_view value);

  std::ostream& out_;
  std::string text_;
  std::vector<std::string_view> open_;
  bool in_tag_ = false;  ///< The last element's start tag is not closed: it has no content yet.
  bool in_line_ = false;  ///< The last element has text: its end is on the same line.
};

}  // namespace entente::exporting
