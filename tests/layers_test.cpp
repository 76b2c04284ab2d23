// The layers of src see only those to their left: text → nlp | entity → relation → network → centrality | export → cli.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/source_dir.hpp"

namespace {

namespace fs = std::filesystem;
using Set = std::set<std::string>;

/// What each folder may include, as the first part of the path; "entente/nlp" stands for that header alone.
const std::map<std::string, Set> allowed = {
    {"text", {"text", "entente/article", "entente/error", "entente/resources"}},
    {"nlp", {"nlp", "entente/nlp"}},
    {"entity",
     {"text", "nlp", "entity", "entente/article", "entente/error", "entente/resources", "entente/nlp",
      "entente/record"}},
    {"relation", {"text", "nlp", "entity", "relation", "entente"}},
    {"network", {"text", "entity", "relation", "network", "entente"}},
    {"centrality", {"text", "entity", "relation", "network", "centrality", "entente"}},
    {"export", {"text", "entity", "relation", "network", "export", "entente"}},
    {"cli", {"text", "nlp", "entity", "relation", "network", "centrality", "export", "cli", "entente"}},
};

/// The project's own headers that a file includes (those in quotes).
std::vector<std::string> includes(const fs::path& file) {
  std::vector<std::string> out;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::string mark = "#include \"";
    if (line.starts_with(mark)) out.push_back(line.substr(mark.size(), line.find('"', mark.size()) - mark.size()));
  }
  return out;
}

bool may_include(const Set& layers, const std::string& header) {
  const std::string folder = header.substr(0, header.find('/'));
  const std::string stem = header.substr(0, header.rfind('.'));
  return layers.contains(folder) || layers.contains(stem);
}

std::vector<fs::path> sources(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp") files.push_back(entry.path());
  return files;
}

const fs::path root = entente::test::source_dir();

}  // namespace

TEST_CASE("each layer includes only those to its left", "[layers]") {
  std::size_t seen = 0;
  for (const auto& entry : fs::directory_iterator(root / "src")) {
    const std::string layer = entry.path().filename().string();
    INFO(layer);
    REQUIRE(allowed.contains(layer));
    for (const auto& file : sources(entry.path())) {
      for (const auto& header : includes(file)) {
        INFO(file << " includes " << header);
        CHECK(may_include(allowed.at(layer), header));
        ++seen;
      }
    }
  }
  CHECK(seen > 100);
}

// graph.hpp is the exception: it is there to show the Boost.Graph model.
TEST_CASE("the public headers stand alone and need no other library", "[layers]") {
  for (const auto& file : sources(root / "include/entente")) {
    for (const auto& header : includes(file)) {
      INFO(file << " includes " << header);
      CHECK(header.starts_with("entente/"));
    }
    if (file.filename() == "graph.hpp") continue;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("#include <")) continue;
      INFO(file << ": " << line);
      CHECK(line.find('/') == std::string::npos);  // <boost/...>, <rapidjson/...>, <libxml/...>
    }
  }
}
