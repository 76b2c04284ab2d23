#pragma once
// Includes msgpack-cxx: for .cpp files that read a part of a model package.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <msgpack.hpp>
#include <string>
#include <string_view>

namespace entente::nlp {

/// A msgpack file of a model package, read whole. Strings are views into it. Every fault throws ModelError naming file and part.
class Pack {
 public:
  explicit Pack(const std::filesystem::path& file);

  const msgpack::object& root() const { return handle_.get(); }

  /// The value of a key of a map; `nil` where the map lacks it.
  msgpack::object get(const msgpack::object& map, std::string_view key, std::string_view part) const;
  /// As get, where the key must be there.
  msgpack::object need(const msgpack::object& map, std::string_view key, std::string_view part) const;

  std::string_view text(const msgpack::object& value, std::string_view part) const;
  std::int64_t integer(const msgpack::object& value, std::string_view part) const;
  void each(const msgpack::object& list, std::string_view part, const std::function<void(const msgpack::object&)>& visit) const;
  void each_pair(const msgpack::object& map, std::string_view part,
                 const std::function<void(const msgpack::object& key, const msgpack::object& value)>& visit) const;

  [[noreturn]] void error(std::string_view part, std::string_view message) const;

 private:
  std::filesystem::path file_;
  std::string content_;
  msgpack::object_handle handle_;
};

}  // namespace entente::nlp
