#include "cli/program.hpp"

#include <exception>
#include <new>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/suggest.hpp"
#include "entente/error.hpp"

namespace entente::cli {

namespace {

int dispatch(std::span<const std::string> words, const Streams& streams) {
  const auto all = commands();
  if (words.empty()) {
    write_overview(streams.err, all);
    return 2;
  }
  std::string name = words.front();
  if (name == "-h" || name == "--help") name = "help";
  if (name == "--version") name = "version";
  const Command& command = find_command(all, name);
  const Arguments arguments = parse_arguments(command, words.subspan(1));
  if (arguments.given("help")) {
    write_help(streams.out, command);
    return 0;
  }
  return command.run(arguments, streams);
}

}  // namespace

const Command& find_command(const std::vector<Command>& commands, const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands) {
    if (command.name == name) return command;
    names.push_back(command.name);
  }
  throw UsageError("unknown command '" + name + "'" + suggestion(name, names));
}

int run(std::span<const std::string> words, const Streams& streams) {
  const int status = dispatch(words, streams);
  streams.out.flush();
  if (!streams.out) throw OutputError("standard output: cannot write");
  return status;
}

int run_catching(std::span<const std::string> words, const Streams& streams) noexcept try {
  return run(words, streams);
} catch (const UsageError& error) {
  streams.err << "entente: " << error.what() << "\nTry 'entente help'.\n";
  return 2;
} catch (const std::bad_alloc&) {
  streams.err << "entente: out of memory\n";
  return 1;
} catch (const std::exception& error) {
  streams.err << "entente: " << error.what() << '\n';
  return 1;
}

}  // namespace entente::cli
