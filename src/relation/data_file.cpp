#include "relation/data_file.hpp"

#include <fstream>
#include <iterator>

#include "entente/error.hpp"

namespace entente::relation {

DataFile::DataFile(const std::filesystem::path& path) : name(path.string()) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError(name, "", "cannot be read");
  const std::string text(std::istreambuf_iterator<char>(in), {});
  json::parse(document, text, name);
}

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
