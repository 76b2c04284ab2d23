#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::json {

/// A member of a file's top-level object: where its value stands and, if that is an array, its elements.
struct Section {
  std::string_view key;  ///< As written, escapes not undone.
  std::string_view value;
  std::vector<std::string_view> elements;  ///< Of an array; else empty.
  bool is_array = false;
};

/// How elements of arrays are found: by brackets and strings; or, much faster, objects that seem to fill a line are
/// taken as they are. Where each of these parses as JSON, both find the same: no string goes over the end of a line.
enum class Split { exact, lines };

/// Cuts a large file into pieces that can be parsed one by one, without a tree of the whole. Only brackets and strings
/// are looked at.
/// @throws InputError with the byte offset where the text is cut short or is no object.
std::vector<Section> sections(std::string_view text, std::string_view where, Split split = Split::exact);

}  // namespace entente::json
