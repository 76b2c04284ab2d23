#include "entente/knowledge.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "entente/error.hpp"
#include "text/json.hpp"

namespace entente {

namespace {

std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError(path.string(), "", "cannot read");
  return (std::ostringstream() << in.rdbuf()).str();
}

RelationType read_relation(const std::filesystem::path& path) {
  rapidjson::Document tree;
  const std::string where = path.string();
  json::parse(tree, slurp(path), where);
  const json::Node root(tree, where);
  RelationType type;
  type.name = root.at("relation").string();
  type.event_class = root.at("class").string();
  if (const auto plover = root.find("plover")) type.plover = plover->string();
  if (const auto quad = root.find("quad")) type.quad = static_cast<int>(quad->uint32());
  type.symmetric = root.at("symmetric").boolean();
  return type;
}

void read_groups(const json::Node& root, const char* key, std::map<std::string, std::string, std::less<>>& into) {
  const auto groups = root.at(key);
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    const auto group = groups.at(g);
    for (std::uint32_t i = 0; i < group.size(); ++i)
      into.try_emplace(std::string(group.at(i).string()), group.at(0U).string());
  }
}

NameVariants read_names(const std::filesystem::path& path) {
  rapidjson::Document tree;
  const std::string where = path.string();
  json::parse(tree, slurp(path), where);
  const json::Node root(tree, where);
  NameVariants names;
  read_groups(root, "given", names.given);
  read_groups(root, "surnames", names.surnames);
  // A nickname stands for its given name, which may itself be a spelling of another.
  std::map<std::string, std::string, std::less<>> nicknames;
  read_groups(root, "nicknames", nicknames);
  for (const auto& [nickname, name] : nicknames) {
    const auto spelled = names.given.find(name);
    names.given.try_emplace(nickname, spelled == names.given.end() ? name : spelled->second);
  }
  const auto particles = root.at("particles");
  for (std::uint32_t i = 0; i < particles.size(); ++i) names.particles.emplace_back(particles.at(i).string());
  std::sort(names.particles.begin(), names.particles.end());
  return names;
}

}  // namespace

RelationType Knowledge::relation(std::string_view name) const {
  const auto found = relations.find(name);
  if (found != relations.end()) return found->second;
  RelationType unknown;
  unknown.name = name;
  unknown.event_class = "structural";
  return unknown;
}

Knowledge Knowledge::load(const std::filesystem::path& data) {
  Knowledge knowledge;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(data / "relations", error)) {
    if (entry.path().extension() != ".json") continue;
    RelationType type = read_relation(entry.path());
    std::string name = type.name;
    knowledge.relations.emplace(std::move(name), std::move(type));
  }
  if (error) throw InputError((data / "relations").string(), "", "cannot read: " + error.message());
  knowledge.names = read_names(data / "entities" / "name_variants.json");
  return knowledge;
}

}  // namespace entente
