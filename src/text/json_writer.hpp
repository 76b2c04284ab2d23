#pragma once
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace entente::json {

/// RapidJSON's writer with the conventions of the project's files: members by one call, numbers in their shortest form,
/// absent strings left out or null. Include from .cpp files only.
class Writer : public rapidjson::Writer<rapidjson::StringBuffer> {
  using Base = rapidjson::Writer<rapidjson::StringBuffer>;

 public:
  explicit Writer(rapidjson::StringBuffer& buffer) : Base(buffer) {}

  /// Most strings have nothing to escape: those are copied as a whole.
  void string(std::string_view value) {
    if (!is_plain(value)) {
      String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
      return;
    }
    Prefix(rapidjson::kStringType);
    char* const at = os_->Push(value.size() + 2);
    *at = '"';
    std::memcpy(at + 1, value.data(), value.size());
    at[value.size() + 1] = '"';
  }
  bool Key(const char* key) {
    string(key);
    return true;
  }
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

 private:
  /// No quotation mark, backslash or control character; eight bytes at a time.
  static bool is_plain(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
    const auto holds = [](std::uint64_t word, std::uint64_t byte) {
      const auto zeroed = word ^ (ones * byte);
      return (zeroed - ones) & ~zeroed & highs;
    };
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + i, 8);
      const auto control = (word - ones * 0x20) & ~word & highs;
      if ((control | holds(word, '"') | holds(word, '\\')) != 0) return false;
    }
    for (; i < text.size(); ++i)
      if (static_cast<unsigned char>(text[i]) < 0x20 || text[i] == '"' || text[i] == '\\') return false;
    return true;
  }
};

}  // namespace entente::json
