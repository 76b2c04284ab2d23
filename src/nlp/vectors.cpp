#include "nlp/vectors.hpp"

#include <rapidjson/document.h>

#include <bit>
#include <charconv>
#include <cstring>

#include "nlp/file.hpp"
#include "nlp/pack.hpp"

namespace entente::nlp {

namespace {

/// The header of a .npy file: rows, columns and where the numbers begin.
struct Shape {
  std::size_t rows = 0, width = 0, data = 0;
};

Shape read_header(const std::filesystem::path& file, std::string_view content) {
  constexpr std::string_view magic = "\x93NUMPY";
  if (!content.starts_with(magic) || content.size() < 12) fail(file, "header", "not a NumPy array file");
  const auto byte = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(content[at])}; };
  const bool long_header = byte(6) >= 2;
  const std::size_t begin = long_header ? 12 : 10;
  const std::size_t size = byte(8) + (byte(9) << 8) + (long_header ? (byte(10) << 16) + (byte(11) << 24) : 0);
  if (begin + size > content.size()) fail(file, "header", "the file is truncated");
  const std::string_view header = content.substr(begin, size);
  if (header.find("'descr': '<f4'") == header.npos || header.find("'fortran_order': False") == header.npos)
    fail(file, "header", "expected little-endian 32-bit floats in row order");
  Shape shape{0, 0, begin + size};
  const std::size_t open = header.find("'shape': (");
  if (open == header.npos) fail(file, "header", "the shape is missing");
  const char *p = header.data() + open + 10, *const end = header.data() + header.size();
  auto read = std::from_chars(p, end, shape.rows);
  while (read.ptr != end && (*read.ptr == ',' || *read.ptr == ' ')) ++read.ptr;
  if (read.ec != std::errc() || std::from_chars(read.ptr, end, shape.width).ec != std::errc()) fail(file, "header", "expected two dimensions");
  return shape;
}

void check_mode(const std::filesystem::path& file) {
  rapidjson::Document json;
  json.Parse(read_file(file));
  if (json.HasParseError() || !json.IsObject()) fail(file, "", "not a JSON object");
  const auto is = [&](const char* key, const char* expected) {
    const auto found = json.FindMember(key);
    if (found == json.MemberEnd()) return;
    if (!found->value.IsString() || found->value.GetString() != std::string_view(expected)) fail(file, key, std::string("only \"") + expected + "\" is supported");
  };
  is("mode", "default");
  is("attr", "ORTH");
}

}  // namespace

Vectors load_vectors(const std::filesystem::path& model_dir) {
  static_assert(std::endian::native == std::endian::little, "model files hold little-endian numbers");
  const auto vocab = model_dir / "vocab";
  check_mode(vocab / "vectors.cfg");
  Vectors vectors;
  {
    const auto file = vocab / "vectors";
    const std::string content = read_file(file);
    const Shape shape = read_header(file, content);
    if (shape.rows * shape.width * sizeof(float) != content.size() - shape.data) fail(file, "numbers", "the file is truncated");
    vectors.rows = shape.rows;
    vectors.width = shape.width;
    vectors.data.resize(shape.rows * shape.width);
    if (!vectors.data.empty()) std::memcpy(vectors.data.data(), content.data() + shape.data, vectors.data.size() * sizeof(float));
  }
  const Pack pack(vocab / "key2row");
  pack.each_pair(pack.root(), "key2row", [&](const msgpack::object& key, const msgpack::object& row) {
    if (key.type != msgpack::type::POSITIVE_INTEGER || row.type != msgpack::type::POSITIVE_INTEGER || row.via.u64 >= vectors.rows)
      pack.error("key2row", "expected string ids and rows of the table");
    vectors.row_of.emplace(key.via.u64, static_cast<std::uint32_t>(row.via.u64));
  });
  return vectors;
}

}  // namespace entente::nlp
