#pragma once
// Includes msgpack-cxx: for .cpp files that read a large part of a model package without building it up in memory first.
#include <algorithm>
#include <filesystem>
#include <msgpack.hpp>
#include <string>
#include <string_view>

#include "nlp/file.hpp"

namespace entente::nlp {

/// Base of visitors of a msgpack file: keeps the nesting and turns faults into ModelErrors. A Derived class defines
/// `void text(std::string_view)`, `void number(std::uint64_t)`, `void list(std::size_t size)`, and `void end_list()`, which ask `level()`
/// (1 inside the outermost map or list) and `in_key()` where they are. Values of other types are errors.
template <typename Derived>
class PackVisitor : public msgpack::null_visitor {
 public:
  explicit PackVisitor(std::filesystem::path file) : file_(std::move(file)) {}

  void run() {
    const std::string content = read_file(file_);
    bytes_ = content.size();
    std::size_t offset = 0;
    msgpack::parse(content.data(), content.size(), offset, derived());
  }

  bool visit_str(const char* bytes, std::uint32_t size) { return derived().text({bytes, size}), true; }
  bool visit_positive_integer(std::uint64_t value) { return derived().number(value), true; }
  bool visit_nil() { return unexpected(); }
  bool visit_boolean(bool) { return unexpected(); }
  bool visit_negative_integer(std::int64_t) { return unexpected(); }
  bool visit_float32(float) { return unexpected(); }
  bool visit_float64(double) { return unexpected(); }
  bool visit_bin(const char*, std::uint32_t) { return unexpected(); }
  bool visit_ext(const char*, std::uint32_t) { return unexpected(); }
  bool start_map(std::uint32_t) { return ++level_, true; }
  bool end_map() { return --level_, true; }
  bool start_map_key() { return in_key_ = true; }
  bool end_map_key() { return in_key_ = false, true; }
  bool start_array(std::uint32_t size) { return ++level_, derived().list(size), true; }
  bool end_array() { return derived().end_list(), --level_, true; }
  void parse_error(std::size_t, std::size_t at) const { fail(file_, "byte " + std::to_string(at), "not msgpack"); }
  void insufficient_bytes(std::size_t, std::size_t) const { fail(file_, part_, "the file is truncated"); }

 protected:
  int level() const { return level_; }
  bool in_key() const { return in_key_; }
  /// What messages call the part that is being read.
  void set_part(std::string part) { part_ = std::move(part); }
  [[noreturn]] bool unexpected() const { fail(file_, part_, "a value of an unexpected type"); }
  const std::filesystem::path& file() const { return file_; }
  /// A size the file claims, but never more than it can hold.
  std::size_t sane(std::size_t size) const { return std::min(size, bytes_); }

 private:
  Derived& derived() { return static_cast<Derived&>(*this); }

  std::filesystem::path file_;
  std::string part_;
  std::size_t bytes_ = 0;
  int level_ = 0;
  bool in_key_ = false;
};

}  // namespace entente::nlp
