#include <catch2/catch.hpp>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/suggest.hpp"
#include "entente/error.hpp"
#include "support/run_program.hpp"
#include "support/temporary_directory.hpp"

using namespace entente::cli;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using entente::UsageError;
using entente::test::run_program;
using Words = std::vector<std::string>;

namespace {

Command sample() {
  return {.name = "sample",
          .summary = "Test",
          .help = "",
          .operands = {.name = "INPUT", .help = "", .least = 1, .most = 2},
          .options = join({output_options(),
                           {format_option({"json", "dot"}), jobs_option(), shard_option()},
                           {{.name = "kind", .value = "KIND", .help = "", .repeats = true}}})};
}

Arguments arguments(const Words& words) { return parse_arguments(sample(), words); }

}  // namespace

TEST_CASE("without a command the overview goes to standard error and the status is 2", "[cli]") {
  const auto ran = run_program({});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, StartsWith("usage: entente COMMAND"));
}

TEST_CASE("help lists every command and explains each", "[cli]") {
  const auto overview = run_program({"help"});
  CHECK(overview.status == 0);
  for (const Command& command : commands()) {
    CHECK_THAT(overview.out, Contains("  " + command.name + " "));
    const auto help = run_program({command.name, "--help"});
    CHECK(help.status == 0);
    CHECK_THAT(help.out, StartsWith("usage: entente " + command.name));
    CHECK(help.out == run_program({"help", command.name}).out);
    for (const Option& option : command.options) CHECK_THAT(help.out, Contains("--" + option.name));
  }
}

TEST_CASE("every command is declared in full and without clashes", "[cli]") {
  for (const Command& command : commands()) {
    INFO(command.name);
    CHECK(command.run != nullptr);
    CHECK_FALSE(command.summary.empty());
    CHECK(command.summary.back() != '.');
    std::string letters;
    for (const Option& option : command.options) {
      INFO(option.name);
      CHECK_FALSE(option.help.empty());
      if (option.letter == 0) continue;
      CHECK(letters.find(option.letter) == std::string::npos);
      letters += option.letter;
    }
  }
}

TEST_CASE("an unknown command or option is misuse and names the nearest", "[cli]") {
  const auto command = run_program({"hlep"});
  CHECK(command.status == 2);
  CHECK(command.err == "entente: unknown command 'hlep'; did you mean 'help'?\nTry 'entente help'.\n");
  CHECK_THROWS_WITH(arguments({"a", "--overwite"}), "sample: unknown option '--overwite'; did you mean '--overwrite'?");
  CHECK_THROWS_WITH(arguments({"a", "--over"}), "sample: unknown option '--over'; did you mean '--overwrite'?");
  CHECK_THROWS_WITH(arguments({"a", "-x"}), "sample: unknown option '-x'");
  CHECK_THROWS_WITH(arguments({"a", "-f", "jsn"}),
                    "sample: --format: 'jsn' is none of json, dot; did you mean 'json'?");
}

TEST_CASE("options are read in every usual spelling", "[cli]") {
  const auto a = arguments({"-Oo", "x.json", "--format=dot", "-", "--kind", "a", "--kind=b", "b.txt"});
  CHECK(a.given("overwrite"));
  CHECK(a.text("output") == "x.json");
  CHECK(a.text("format") == "dot");
  CHECK(a.texts("kind") == Words{"a", "b"});
  CHECK(Words(a.operands().begin(), a.operands().end()) == Words{"-", "b.txt"});
  const auto b = arguments({"--", "-o"});
  CHECK(b.operands()[0] == "-o");
  CHECK_FALSE(b.given("output"));
  CHECK(arguments({"a", "-o", "-"}).text("output") == "-");
}

TEST_CASE("wrong operands and values are misuse", "[cli]") {
  CHECK_THROWS_WITH(arguments({}), "sample: INPUT is missing");
  CHECK_THROWS_WITH(arguments({"a", "b", "c"}), "sample: takes at most 2 operands, got 3");
  CHECK_THROWS_AS(arguments({"a", "-o"}), UsageError);
  CHECK_THROWS_AS(arguments({"a", "-o", "b", "-o", "c"}), UsageError);
  CHECK_THROWS_WITH(jobs(arguments({"a", "--jobs", "0"})),
                    "--jobs: '0' is not a whole number of at least 1 and at most 1024");
  CHECK_THROWS_AS(jobs(arguments({"a", "--jobs", "2x"})), UsageError);
  CHECK(jobs(arguments({"a"})) >= 1);
}

TEST_CASE("shards part the documents without gap or overlap", "[cli]") {
  const auto first = shard(arguments({"a", "--shard", "1/3"}));
  const auto last = shard(arguments({"a", "--shard", "3/3"}));
  CHECK(first.takes(0));
  CHECK(first.takes(3));
  CHECK_FALSE(first.takes(2));
  CHECK(last.takes(2));
  CHECK(shard(arguments({"a"})).takes(7));
  for (const char* wrong : {"0/3", "4/3", "1", "1/", "/2", "a/b", "1/2/3", "-1/2"})
    CHECK_THROWS_AS(shard(arguments({"a", std::string("--shard=") + wrong})), UsageError);
}

TEST_CASE("the format comes from -f, else from the suffix", "[cli]") {
  const Words formats = {"json", "dot"};
  CHECK(output_format(arguments({"a", "-o", "x.json"}), formats) == "json");
  CHECK(output_format(arguments({"a", "-o", "x.json", "-f", "dot"}), formats) == "dot");
  CHECK(output_format(arguments({"a", "-o", "x.gv"}), formats, {{"gv", "dot"}}) == "dot");
  CHECK_THROWS_AS(output_format(arguments({"a", "-o", "x.bin"}), formats), UsageError);
  CHECK_THROWS_AS(output_format(arguments({"a"}), formats), UsageError);
}

TEST_CASE("suggestions are near or absent", "[cli]") {
  const Words words = {"extract", "export", "explain"};
  CHECK(nearest("extrat", words) == "extract");
  CHECK(nearest("exprot", words) == "export");
  CHECK(nearest("zzz", words).empty());
}
