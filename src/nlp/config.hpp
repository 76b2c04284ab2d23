#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::nlp {

/// A model package's config.cfg: sections of keys with JSON values, `${section.key}` references resolved. A value that is an object is
/// a section too ("nlp.tokenizer" for `tokenizer = {...}` in [nlp]). All getters throw ModelError naming file, section and key where
/// the key is missing or of another type.
class Config {
 public:
  /// @throws ModelError naming the file, and the line where it cannot be read.
  static Config load(const std::filesystem::path& file);
  /// @param name stands for the file in messages.
  static Config parse(std::string_view text, std::string name);

  bool has_section(std::string_view section) const;
  bool has(std::string_view section, std::string_view key) const;
  bool is_null(std::string_view section, std::string_view key) const;

  std::string text(std::string_view section, std::string_view key) const;
  std::int64_t integer(std::string_view section, std::string_view key) const;
  bool boolean(std::string_view section, std::string_view key) const;
  std::vector<std::string> texts(std::string_view section, std::string_view key) const;
  std::vector<std::int64_t> integers(std::string_view section, std::string_view key) const;

  const std::string& name() const { return name_; }

 private:
  using Section = std::map<std::string, std::string, std::less<>>;  // key → JSON text
  const std::string& json(std::string_view section, std::string_view key) const;

  std::string name_;
  std::map<std::string, Section, std::less<>> sections_;
  friend class ConfigReader;
};

}  // namespace entente::nlp
