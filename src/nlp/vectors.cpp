#include "nlp/vectors.hpp"

#include <rapidjson/document.h>

#include <bit>
#include <charconv>

#include "nlp/file.hpp"
#include "nlp/pack_visitor.hpp"

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

/// Reads key2row: one map from string ids to rows.
class VectorKeyReader : public PackVisitor<VectorKeyReader> {
 public:
  VectorKeyReader(std::filesystem::path file, Vectors& vectors) : PackVisitor(std::move(file)), vectors_(vectors) {
    set_part("key2row");
    run();
  }
  void text(std::string_view) { unexpected(); }
  void list(std::size_t) { unexpected(); }
  void end_list() {}
  bool start_map(std::uint32_t size) {
    if (level() > 0) unexpected();
    vectors_.row_of_ = FlatMap<std::uint32_t>(sane(size));
    return PackVisitor::start_map(size);
  }
  void number(std::uint64_t value) {
    if (in_key()) {
      key_ = value;
      return;
    }
    if (value >= vectors_.rows_) fail(file(), "key2row", "a row lies outside the table");
    vectors_.row_of_[key_] = static_cast<std::uint32_t>(value);
  }

 private:
  Vectors& vectors_;
  std::uint64_t key_ = 0;
};

Vectors Vectors::load(const std::filesystem::path& model_dir) {
  static_assert(std::endian::native == std::endian::little, "model files hold little-endian numbers");
  const auto vocab = model_dir / "vocab", file = vocab / "vectors";
  check_mode(vocab / "vectors.cfg");
  Vectors vectors{MappedFile(file)};
  const std::string_view content = vectors.file_.bytes();
  const Shape shape = read_header(file, content);
  if (shape.rows * shape.width * sizeof(float) != content.size() - shape.data) fail(file, "numbers", "the file is truncated");
  vectors.rows_ = shape.rows;
  vectors.width_ = shape.width;
  // The format aligns the numbers to 64 bytes (16 in its first version).
  if (shape.data % alignof(float) != 0) fail(file, "numbers", "not aligned");
  vectors.data_ = reinterpret_cast<const float*>(content.data() + shape.data);
  VectorKeyReader(vocab / "key2row", vectors);
  return vectors;
}

}  // namespace entente::nlp
