#include "relation/data_file.hpp"

namespace entente::relation {

DataFile::DataFile(const std::filesystem::path& path) : name(path.string()) { json::parse_file(document, name); }

std::vector<std::string> strings(const json::Node& node) {
  if (node.value().IsString()) return {std::string(node.string())};
  std::vector<std::string> out;
  const auto n = node.size();
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto item = node.at(i);
    out.emplace_back(item.string());
  }
  return out;
}

}  // namespace entente::relation
