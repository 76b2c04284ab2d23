// What `export` and `draw` do with files and options; the formats themselves are tested in tests/export.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "entente/export.hpp"
#include "support/export.hpp"
#include "support/records.hpp"
#include "support/run_program.hpp"
#include "support/source_dir.hpp"
#include "support/temporary_directory.hpp"

using Catch::Matchers::Contains;
using entente::test::read_file;
using entente::test::run_program;
using entente::test::TemporaryDirectory;
using Words = std::vector<std::string>;

namespace {

const std::string examples = (entente::test::source_dir() / "graphs/examples.json").string();

std::string saved(const TemporaryDirectory& directory) {
  return directory.write("net.json", entente::test::file_of(entente::test::odd_network())).string();
}

std::size_t files(const TemporaryDirectory& directory) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(directory.path()), {}));
}

/// Runs `entente words...` and expects status and a part of the message.
void refused(const Words& words, int status, const std::string& message) {
  const auto ran = run_program(words);
  CHECK(ran.status == status);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, Contains(message));
}

}  // namespace

TEST_CASE("what is to be written over its own input is refused, by any name, and stays as it was", "[cli]") {
  const TemporaryDirectory directory;
  const std::string file = saved(directory), before = read_file(file);
  std::filesystem::create_symlink(file, directory / "link.json");
  std::filesystem::create_hard_link(file, directory / "hard.json");
  for (const std::string& name : {file, (directory / "link.json").string(), (directory / "hard.json").string(),
                                  (directory / "." / "net.json").string()}) {
    refused({"export", file, "-f", "json", "-O", "-o", name}, 2, "is both read and written");
    refused({"draw", file, "-O", "-o", name}, 2, "is both read and written");
    refused({"rank", file, "-O", "-o", name}, 2, "is both read and written");
    refused({"merge", file, "-O", "-o", name}, 2, "is both read and written");
    for (const char* command : {"build", "extract", "parse"})
      refused({command, file, "-O", "-o", name}, 2, "is both read and written");
  }
  CHECK(read_file(file) == before);
  CHECK(files(directory) == 3);
}

TEST_CASE("a PDF does not tell when it was made: the same network is the same bytes", "[cli]") {
  const TemporaryDirectory directory;
  const std::string pdf = run_program({"export", saved(directory), "-f", "pdf"}).out;
  CHECK(pdf.starts_with("%PDF"));
  CHECK(pdf.find("CreationDate") == std::string::npos);
}

TEST_CASE("an existing file is kept unless -O replaces it, in every format", "[cli]") {
  const TemporaryDirectory directory;
  const std::string file = saved(directory);
  for (const auto& format : entente::export_formats()) {
    INFO(format.name);
    const std::string out = directory.write("x." + std::string(format.suffix), "kept").string();
    refused({"export", file, "-o", out}, 1, "exists already");
    CHECK(read_file(out) == "kept");
    CHECK(run_program({"export", file, "-O", "-o", out}).status == 0);
    CHECK(read_file(out) == run_program({"export", file, "-f", std::string(format.name)}).out);
    std::filesystem::remove(out);
  }
  CHECK(files(directory) == 1);
}

TEST_CASE("a full disk is told, in every format", "[cli]") {
  const TemporaryDirectory directory;
  const std::string file = saved(directory);
  for (const auto& format : entente::export_formats())
    refused({"export", file, "-f", std::string(format.name), "-o", "/dev/full"}, 1,
            "/dev/full: cannot write: No space left on device");
  refused({"merge", file, "-o", "/dev/full"}, 1, "No space left on device");
}

TEST_CASE("a view without anything in it replaces nothing", "[cli]") {
  const TemporaryDirectory directory;
  const std::string file = saved(directory), out = directory.write("x.svg", "kept").string();
  refused({"draw", file, "-O", "-o", out, "--since", "2030"}, 1, "--since leaves 0");
  refused({"export", file, "-O", "-o", out, "--relation", "suports"}, 2, "did you mean 'supports'?");
  CHECK(read_file(out) == "kept");
}

TEST_CASE("every option of a view does the same for export and draw", "[cli]") {
  const std::vector<Words> views = {{"--relation", "criticizes,meets"},
                                    {"--class", "conflict"},
                                    {"--class", "CONSULT"},
                                    {"--status", "negated", "--status", "planned"},
                                    {"--kind", "country"},
                                    {"--entity", "Russia"},
                                    {"--ego", "Ecuador", "--depth", "2"},
                                    {"--since", "2026-06"},
                                    {"--until", "2026-06"},
                                    {"--min-weight", "2"},
                                    {"--min-documents", "2"},
                                    {"--claimed-by", "-"},
                                    {"--component", "2"},
                                    {"--collapse", "country"},
                                    {"--simple"},
                                    {"--isolated"}};
  for (Words view : views) {
    INFO(view[0] << (view.size() > 1 ? " " + view[1] : ""));
    if (std::ranges::find(view, "--status") == view.end()) view.insert(view.end(), {"--status", "all"});
    Words export_words{"export", examples, "-f", "csv-edges"}, node_words{"export", examples, "-f", "csv-nodes"},
        draw_words{"draw", examples, "--top", "2000", "--lines", "100000"};
    for (Words* words : {&export_words, &node_words, &draw_words})
      words->insert(words->end(), view.begin(), view.end());
    const auto edges = run_program(export_words), nodes = run_program(node_words), drawn = run_program(draw_words);
    REQUIRE(edges.status == 0);
    REQUIRE(drawn.status == 0);
    const auto lines = [](const std::string& text) { return std::ranges::count(text, '\n') - 1; };
    CHECK(lines(edges.out) > 0);
    CHECK_THAT(drawn.out, Contains(">" + std::to_string(lines(nodes.out)) + " actors, " +
                                   std::to_string(lines(edges.out)) + " relations"));
  }
}
