#pragma once
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "entente/article.hpp"

namespace entente {

/// A document as it lies in the input, not decoded yet.
struct RawDocument {
  enum class Form { text, html, json, failure };
  Form form = Form::text;
  std::string file;   ///< As the user named it, or found below a directory; "-" for standard input.
  std::string place;  ///< "line 12" in a file of lines; else empty.
  std::string id;     ///< From the file's name; empty in a file of lines.
  std::string bytes;  ///< The content; for Form::failure, what went wrong.
};

/// Reads the inputs one document after the other: files (.txt, .html, .htm, .jsonl, .ndjson, each also .gz),
/// directories (such files in and below it, in the order of their paths), "-" (form found by its beginning). Files of
/// lines are read line by line, so that an endless stream takes no more memory than its longest line.
class InputReader {
 public:
  struct Options {
    std::uint64_t index = 0, count = 1;  ///< Only every `count`-th document, from the `index`-th (counted from 0).
  };
  /// @param standard_input outlives the reader.
  InputReader(std::vector<std::string> inputs, std::istream& standard_input, Options options);
  ~InputReader();

  /// The next document, or nothing at the end. A file that cannot be read is a document of Form::failure.
  std::optional<RawDocument> next();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A line that is a record already ({"document": ...}) rather than an article.
struct RecordLine {
  std::string line, where;
};

/// What a raw document turned out to be.
using Decoded = std::variant<Article, RecordLine>;

/// Decodes one document; uses up raw.bytes and fills in raw.id as soon as it is known.
/// @throws InputError when it is not valid UTF-8 (unless `replace_invalid`), malformed or empty.
Decoded decode(RawDocument& raw, bool replace_invalid);

}  // namespace entente
