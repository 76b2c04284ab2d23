#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.hpp"

namespace {

const std::filesystem::path kRoot = ENTENTE_SOURCE_DIR;

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void run(const std::vector<std::string>& words) {
  std::istringstream in;
  std::ostringstream out, err;
  INFO(err.str());
  REQUIRE(entente::cli::run_catching(words, {in, out, err, false}) == 0);
}

}  // namespace

// graphs/ shows what the program makes of the example articles: where it no longer does, scripts/regenerate-graphs was forgotten, or a
// change has an effect that nobody meant.
TEST_CASE("the reference network of the examples is what the program makes today", "[cli][model]") {
  const auto out = std::filesystem::temp_directory_path() / "entente_graphs_test";
  std::filesystem::remove_all(out);
  std::filesystem::create_directories(out);
  const auto file = [&](const char* name) { return (out / name).string(); };
  run({"extract", (kRoot / "examples").string(), "-o", file("examples.jsonl")});
  run({"build", file("examples.jsonl"), "-o", file("examples.json")});
  run({"export", file("examples.json"), "-f", "dot", "-o", file("examples.dot")});
  run({"export", file("examples.json"), "-f", "graphml", "-o", file("examples.graphml")});
  run({"draw", file("examples.json"), "--top", "25", "-o", file("examples.svg")});
  for (const char* name : {"examples.jsonl", "examples.json", "examples.dot", "examples.graphml", "examples.svg"}) {
    INFO(name << " differs from graphs/" << name << "; see scripts/regenerate-graphs");
    CHECK((read(out / name) == read(kRoot / "graphs" / name)));
  }
  std::filesystem::remove_all(out);
}
