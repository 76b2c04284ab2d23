#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "support/run_program.hpp"
#include "support/temporary_directory.hpp"

using namespace entente::cli;
using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  while (const auto got = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), got);
  ::pclose(pipe);
  return out;
}

bool has(const char* program) { return std::system((std::string("command -v ") + program + " >/dev/null").c_str()) == 0; }

/// What bash offers for a command line whose last word is being typed.
std::string completed(const std::string& script, const std::string& line) {
  return output_of("bash -c 'source " + script + "; COMP_WORDS=(" + line +
                   "); [[ \"" + line + "\" == *\" \" ]] && COMP_WORDS+=(\"\"); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _entente; "
                   "echo \" ${COMPREPLY[*]} \"'");
}

/// A hyphen as pages have it.
std::string escaped(const std::string& name) {
  std::string out;
  for (const char c : name) out += c == '-' ? "\\-" : std::string(1, c);
  return out;
}

/// The words of a command line; double quotes hold one together.
std::vector<std::string> words(const std::string& line) {
  std::vector<std::string> out;
  bool quoted = false, open = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (c == ' ' && !quoted) open = false;
    if (c == '"' || (c == ' ' && !quoted)) continue;
    if (!open) out.emplace_back();
    open = true;
    out.back() += c;
  }
  return out;
}

}  // namespace

TEST_CASE("the examples of help are command lines that the program takes", "[cli]") {
  std::size_t count = 0;
  for (const Command& command : commands())
    for (const Example& example : command.examples) {
      INFO(example.line);
      const auto line = words(example.line);
      REQUIRE(line.front() == command.name);
      CHECK_NOTHROW(parse_arguments(command, std::span(line).subspan(1)));
      CHECK_FALSE(example.what.ends_with('.'));
      ++count;
    }
  CHECK(count > 10);
}

TEST_CASE("every command has a manual page with each of its options", "[cli]") {
  const TemporaryDirectory directory;
  REQUIRE(run_program({"help", "--man", (directory / "man").string()}).status == 0);
  const std::string overview = read_file(directory / "man/entente.1");
  for (const Command& command : commands()) {
    INFO(command.name);
    CHECK_THAT(overview, Contains("entente\\-" + command.name));
    const std::string page = read_file(directory / ("man/entente-" + command.name + ".1"));
    for (const Option& option : command.options) CHECK_THAT(page, Contains("\\fB\\-\\-" + escaped(option.name) + "\\fR"));
  }
}

TEST_CASE("the manual pages have no mistakes that groff knows of", "[cli]") {
  if (!has("groff")) return;
  const TemporaryDirectory directory;
  REQUIRE(run_program({"help", "--man", directory.path().string()}).status == 0);
  for (const auto& page : std::filesystem::directory_iterator(directory.path())) {
    const std::string file = page.path().string();
    INFO(file);
    CHECK(output_of("groff -man -Tutf8 -wall -z " + file + " 2>&1").empty());
  }
}

TEST_CASE("bash completes commands, options, choices and files", "[cli]") {
  const TemporaryDirectory directory;
  const auto script = run_program({"help", "--completion", "bash"});
  REQUIRE(script.status == 0);
  const std::string file = directory.write("completion", script.out).string();
  for (const Command& command : commands()) {
    INFO(command.name);
    CHECK_THAT(completed(file, "entente " + command.name.substr(0, 2)), Contains(" " + command.name + " "));
    const std::string options = completed(file, "entente " + command.name + " --");
    for (const Option& option : command.options) CHECK_THAT(options, Contains(" --" + option.name + " "));
  }
  CHECK(completed(file, "entente export n.json -f graph") == " graphml \n");
  CHECK(completed(file, "entente export n.json --format gr") == " graphml \n");
  CHECK(completed(file, "entente help ext") == " extract \n");
  CHECK(completed(file, "entente extract --shard ") == "  \n");
  directory.write("some/network.json", "{}");
  const std::string there = (directory / "some").string();
  CHECK(completed(file, "entente show " + there + "/net") == " " + there + "/network.json \n");
  CHECK(completed(file, "entente show n.json " + there + "/net") == "  \n");
  CHECK(completed(file, "entente extract --model " + directory.path().string() + "/so") == " " + there + " \n");
}
