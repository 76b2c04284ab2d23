#pragma once
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <string_view>

namespace entente::json {

/// RapidJSON's writer with the conventions of the project's files: members by one call, numbers in their shortest form,
/// absent strings left out or null. Include from .cpp files only.
class Writer : public rapidjson::Writer<rapidjson::StringBuffer> {
  using Base = rapidjson::Writer<rapidjson::StringBuffer>;

 public:
  explicit Writer(rapidjson::StringBuffer& buffer) : Base(buffer) {}

  void string(std::string_view value) { String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
  void number(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    RawValue(digits.data(), static_cast<std::size_t>(end - digits.data()), rapidjson::kNumberType);
  }

  void member(const char* key, std::string_view value) {
    Key(key);
    string(value);
  }
  void member(const char* key, std::uint32_t value) {
    Key(key);
    Uint(value);
  }
  void member(const char* key, double value) {
    Key(key);
    number(value);
  }
  template <std::same_as<bool> Boolean>  // Exactly: a string literal would turn into a bool.
  void member(const char* key, Boolean value) {
    Key(key);
    Bool(value);
  }
  template <typename Strings>
  void strings(const char* key, const Strings& values) {
    Key(key);
    StartArray();
    for (const auto& value : values) string(value);
    EndArray();
  }
  /// Left out where empty.
  void present(const char* key, std::string_view value) {
    if (!value.empty()) member(key, value);
  }
  /// Null where empty.
  void or_null(const char* key, std::string_view value) {
    Key(key);
    value.empty() ? static_cast<void>(Null()) : string(value);
  }
};

}  // namespace entente::json
