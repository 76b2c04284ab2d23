#pragma once
#include <rapidjson/document.h>

#include <filesystem>
#include <string>
#include <vector>

#include "text/json.hpp"

namespace entente::relation {

/// A data file of the relation layer, parsed. Include from .cpp files only.
struct DataFile {
  /// @throws InputError naming the file where it cannot be read or is no JSON.
  explicit DataFile(const std::filesystem::path& path);
  json::Node root() const { return {document, name}; }

  std::string name;
  rapidjson::Document document;
};

/// A list of strings, or a single string as a list of one.
std::vector<std::string> strings(const json::Node& node);

}  // namespace entente::relation
