#pragma once
#include <rapidjson/document.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Reading JSON with errors that say where: include from .cpp files only (RapidJSON is heavy).
namespace entente::json {

/// Parses all of `text` into `document`: UTF-8 checked, nesting as deep as memory allows.
/// @param offset of `text` in the file, for messages.
/// @throws InputError "WHERE: byte N: ..." on a syntax error or on text after the value.
void parse(rapidjson::Document& document, std::string_view text, std::string_view where, std::size_t offset = 0);

/// Parses the file. @throws InputError naming it where it cannot be read, or the byte of a syntax error.
void parse_file(rapidjson::Document& document, const std::string& path);

/// The same, of a copy in `buffer`, to which the strings of `document` then point: faster, for many small documents.
void parse_in(std::string& buffer, rapidjson::Document& document, std::string_view text, std::string_view where,
              std::size_t offset = 0);

/// A value and the way to it. A child refers to its parent, so keep the parent alive and named; nothing is copied and
/// the JSON pointer is composed only when an error is told.
class Node {
 public:
  Node(const rapidjson::Value& value, std::string_view where) : value_(&value), where_(where) {}
  /// An element of the array "/KEY" of a file that is not in memory as a whole.
  Node(const rapidjson::Value& value, std::string_view where, const char* key, std::uint32_t index)
      : value_(&value), where_(where), key_(key), index_(index) {}

  const rapidjson::Value& value() const { return *value_; }
  /// Member that must be there. @throws InputError
  Node at(const char* key) const&;
  Node at(const char* key) const&& = delete;
  /// Member that may be missing or null.
  std::optional<Node> find(const char* key) const&;
  std::optional<Node> find(const char* key) const&& = delete;
  /// Element of an array; i < size().
  Node at(std::uint32_t index) const&;
  Node at(std::uint32_t index) const&& = delete;
  /// Number of elements of what must be an array. @throws InputError
  std::uint32_t size() const;

  /// The value as what it must be. @throws InputError naming pointer, expectation and find.
  std::string_view string() const;
  std::uint32_t uint32() const;
  double number() const;
  bool boolean() const;
  const Node& object() const;  ///< *this, checked to be an object.

  std::string pointer() const;  ///< JSON pointer, "" for the root.
  [[noreturn]] void fail(std::string_view message) const;

 private:
  Node(const rapidjson::Value& value, const Node& parent, const char* key, std::uint32_t index)
      : value_(&value), where_(parent.where_), parent_(&parent), key_(key), index_(index) {}
  [[noreturn]] void expected(std::string_view what) const;
  /// nullptr where there is none. Members are mostly asked for in the order in which they stand, so that the next one
  /// is looked at first.
  const rapidjson::Value* member(std::string_view key) const;

  const rapidjson::Value* value_;
  std::string_view where_;
  const Node* parent_ = nullptr;
  const char* key_ = nullptr;  ///< Null for an element of an array.
  std::uint32_t index_ = 0;
  mutable std::uint32_t next_ = 0;  ///< Where member() begins.
};

}  // namespace entente::json
