#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "support/run_program.hpp"
#include "support/source_dir.hpp"
#include "support/temporary_directory.hpp"

using entente::test::read_file;

namespace {

const std::filesystem::path kRoot = entente::test::source_dir();

void run(const std::vector<std::string>& words) {
  const auto ran = entente::test::run_program(words);
  INFO(ran.err);
  REQUIRE(ran.status == 0);
}

}  // namespace

// graphs/ shows what the program makes of the example articles: where it no longer does, scripts/regenerate-graphs was
// forgotten, or a change has an effect that nobody meant.
TEST_CASE("the reference network of the examples is what the program makes today", "[cli][model]") {
  const entente::test::TemporaryDirectory out;
  const auto file = [&](const char* name) { return (out / name).string(); };
  run({"extract", (kRoot / "examples").string(), "-o", file("examples.jsonl")});
  run({"build", file("examples.jsonl"), "-o", file("examples.json")});
  run({"export", file("examples.json"), "-f", "dot", "-o", file("examples.dot")});
  run({"export", file("examples.json"), "-f", "graphml", "-o", file("examples.graphml")});
  run({"draw", file("examples.json"), "--top", "25", "-o", file("examples.svg")});
  for (const char* name : {"examples.jsonl", "examples.json", "examples.dot", "examples.graphml", "examples.svg"}) {
    INFO(name << " differs from graphs/" << name << "; see scripts/regenerate-graphs");
    CHECK((read_file(out / name) == read_file(kRoot / "graphs" / name)));
  }
}
