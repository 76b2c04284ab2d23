#include "nlp/config.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "entente/nlp.hpp"
#include "nlp/file.hpp"

namespace entente::nlp {

namespace {

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string dump(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return buffer.GetString();
}

}  // namespace

/// Reads the lines into a Config, then replaces references and turns objects into sections.
class ConfigReader {
 public:
  ConfigReader(Config& config) : config_(config) {}

  void read(std::string_view text) {
    std::size_t line = 0;
    while (!text.empty()) {
      ++line;
      const auto end = text.find('\n');
      read_line(trim(text.substr(0, end)), line);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    for (auto& [name, section] : config_.sections_)
      for (auto& [key, json] : section) json = resolve(json, name + "." + key, 0);
    expand_objects();
  }

 private:
  [[noreturn]] void error(const std::string& place, const std::string& message) const {
    throw ModelError(config_.name_ + ": " + place + ": " + message);
  }

  void read_line(std::string_view line, std::size_t number) {
    if (line.empty() || line[0] == '#' || line[0] == ';') return;
    const auto place = [&] { return "line " + std::to_string(number); };
    if (line[0] == '[') {
      if (line.back() != ']') error(place(), "expected ']' at the end of a section name");
      section_ = &config_.sections_[std::string(trim(line.substr(1, line.size() - 2)))];
      return;
    }
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) error(place(), "expected 'key = value' or '[section]'");
    if (!section_) error(place(), "a key stands before the first section");
    (*section_)[std::string(trim(line.substr(0, equals)))] = std::string(trim(line.substr(equals + 1)));
  }

  /// A reference is ${section.key} or ${section:key}; it is the whole value in the configurations spaCy writes.
  std::string resolve(std::string_view json, const std::string& place, int depth) const {
    if (!json.starts_with("${") || !json.ends_with("}")) return std::string(json);
    if (depth > 8) error(place, "references run in a circle");
    const std::string_view path = json.substr(2, json.size() - 3);
    const auto dot = path.find_last_of(".:");
    const auto section = config_.sections_.find(dot == std::string_view::npos ? std::string_view{} : path.substr(0, dot));
    if (section == config_.sections_.end()) error(place, "unknown reference " + std::string(json));
    const auto key = section->second.find(path.substr(dot + 1));
    if (key == section->second.end()) error(place, "unknown reference " + std::string(json));
    return resolve(key->second, place, depth + 1);
  }

  void expand_objects() {
    std::map<std::string, Config::Section, std::less<>> added;
    for (const auto& [name, section] : config_.sections_)
      for (const auto& [key, json] : section)
        if (json.starts_with('{')) expand(json, name + "." + key, added);
    for (auto& [name, section] : added) config_.sections_[name].merge(section);
  }

  void expand(const std::string& json, const std::string& name, std::map<std::string, Config::Section, std::less<>>& added) {
    rapidjson::Document document;
    document.Parse(json);
    if (document.HasParseError() || !document.IsObject()) error(name, "not a JSON object");
    for (const auto& member : document.GetObject()) {
      const std::string key = member.name.GetString(), value = dump(member.value);
      added[name][key] = value;
      if (member.value.IsObject()) expand(value, name + "." + key, added);
    }
  }

  Config& config_;
  Config::Section* section_ = nullptr;
};

Config Config::load(const std::filesystem::path& file) { return parse(read_file(file), file.string()); }

Config Config::parse(std::string_view text, std::string name) {
  Config config;
  config.name_ = std::move(name);
  ConfigReader(config).read(text);
  return config;
}

bool Config::has_section(std::string_view section) const { return sections_.find(section) != sections_.end(); }

bool Config::has(std::string_view section, std::string_view key) const {
  const auto found = sections_.find(section);
  return found != sections_.end() && found->second.find(key) != found->second.end();
}

bool Config::is_null(std::string_view section, std::string_view key) const { return json(section, key) == "null"; }

const std::string& Config::json(std::string_view section, std::string_view key) const {
  const auto found = sections_.find(section);
  if (found == sections_.end()) throw ModelError(name_ + ": section [" + std::string(section) + "] is missing");
  const auto value = found->second.find(key);
  if (value == found->second.end())
    throw ModelError(name_ + ": [" + std::string(section) + "] has no key " + std::string(key));
  return value->second;
}

namespace {

template <typename Test>
rapidjson::Document parse_as(const std::string& json, const std::string& where, const char* expected, Test test) {
  rapidjson::Document document;
  document.Parse(json);
  if (document.HasParseError() || !test(document)) throw ModelError(where + ": expected " + expected + ", found " + json);
  return document;
}

template <typename Test>
bool all(const rapidjson::Value& list, Test test) {
  if (!list.IsArray()) return false;
  for (const auto& item : list.GetArray())
    if (!test(item)) return false;
  return true;
}

std::string place(const std::string& name, std::string_view section, std::string_view key) {
  return name + ": [" + std::string(section) + "] " + std::string(key);
}

}  // namespace

std::string Config::text(std::string_view section, std::string_view key) const {
  const auto value = parse_as(json(section, key), place(name_, section, key), "a string", [](auto& v) { return v.IsString(); });
  return {value.GetString(), value.GetStringLength()};
}

std::int64_t Config::integer(std::string_view section, std::string_view key) const {
  return parse_as(json(section, key), place(name_, section, key), "an integer", [](auto& v) { return v.IsInt64(); }).GetInt64();
}

bool Config::boolean(std::string_view section, std::string_view key) const {
  return parse_as(json(section, key), place(name_, section, key), "true or false", [](auto& v) { return v.IsBool(); }).GetBool();
}

std::vector<std::string> Config::texts(std::string_view section, std::string_view key) const {
  const auto value = parse_as(json(section, key), place(name_, section, key), "a list of strings",
                              [](auto& v) { return all(v, [](auto& i) { return i.IsString(); }); });
  std::vector<std::string> out;
  for (const auto& item : value.GetArray()) out.emplace_back(item.GetString(), item.GetStringLength());
  return out;
}

std::vector<std::int64_t> Config::integers(std::string_view section, std::string_view key) const {
  const auto value = parse_as(json(section, key), place(name_, section, key), "a list of integers",
                              [](auto& v) { return all(v, [](auto& i) { return i.IsInt64(); }); });
  std::vector<std::int64_t> out;
  for (const auto& item : value.GetArray()) out.push_back(item.GetInt64());
  return out;
}

}  // namespace entente::nlp
