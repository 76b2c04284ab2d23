#include <ostream>

#include "cli/commands.hpp"
#include "cli/completion.hpp"
#include "cli/help.hpp"
#include "cli/manual.hpp"
#include "cli/program.hpp"

namespace entente::cli {

namespace {

int run_help(const Arguments& arguments, const Streams& streams) {
  const auto all = commands();
  if (arguments.given("man")) {
    write_manual(arguments.text("man"), all);
    return 0;
  }
  if (arguments.given("completion")) {
    write_bash_completion(streams.out, all);
    return 0;
  }
  if (arguments.operands().empty())
    write_overview(streams.out, all);
  else
    write_help(streams.out, find_command(all, arguments.operands().front()));
  return 0;
}

int run_version(const Arguments&, const Streams& streams) {
  streams.out << "entente " << ENTENTE_VERSION << '\n';
  return 0;
}

}  // namespace

Command help_command() {
  return {.name = "help",
          .summary = "Show the commands, or how one is used",
          .operands = {.name = "COMMAND", .help = "the command to tell about", .least = 0, .most = 1, .files = 0},
          .options = {{.name = "man", .value = "DIR", .help = "write the manual pages into DIR"},
                      {.name = "completion",
                       .value = "SHELL",
                       .help = "write what completes command lines in this shell",
                       .choices = {"bash"}}},
          .run = run_help};
}

Command version_command() { return {.name = "version", .summary = "Show the program's version", .run = run_version}; }

}  // namespace entente::cli
