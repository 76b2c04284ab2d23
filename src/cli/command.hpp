#pragma once
#include <cstdint>
#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// What a command reads and writes. Data go to `out`, all else to `err`.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool progress = false;  ///< `err` is a terminal: progress may be shown there.
  bool terminal = false;  ///< `out` is a terminal: words may be bold there.
};

/// An option as declared: parsing, usage, help, the manual page and completion are made from it.
struct Option {
  std::string name{};  ///< Long name without dashes: "output".
  char letter = 0;     ///< Short name, 0 where it has none.
  std::string
      value{};  ///< What stands for its value in help: "FILE", "DIR" (completed as such), "N"; empty for a switch.
  std::string help{};                  ///< One line, no full stop.
  std::string preset{};                ///< Value where it is not given; empty where there is none.
  std::vector<std::string> choices{};  ///< The only values allowed; empty where any is.
  bool repeats = false;                ///< May be given more than once.
};

/// The operands (positional arguments) of a command.
struct Operands {
  std::string name{};  ///< "INPUT"; empty where the command takes none.
  std::string help{};  ///< One line.
  std::size_t least = 1, most = SIZE_MAX;
  std::string usage{};           ///< "NETWORK NAME [NAME2]", where they are of several kinds; else made of the name.
  std::size_t files = SIZE_MAX;  ///< How many of them, from the first, are files: completed as such.
};

/// A command's options and operands as given, checked against the declaration.
class Arguments {
 public:
  using Values = std::map<std::string, std::vector<std::string>, std::less<>>;
  Arguments(Values values, Values presets, std::vector<std::string> operands);

  /// The option was given by the user.
  bool given(std::string_view option) const;
  /// The option's value, else its preset, else "".
  const std::string& text(std::string_view option) const;
  /// All values of an option that repeats.
  std::vector<std::string> texts(std::string_view option) const;
  /// @throws UsageError where the value is not a whole number in [least, most].
  std::int64_t integer(std::string_view option, std::int64_t least, std::int64_t most) const;
  /// @throws UsageError where the value is not a number in [least, most].
  double number(std::string_view option, double least, double most) const;
  std::span<const std::string> operands() const { return operands_; }

 private:
  Values values_, presets_;
  std::vector<std::string> operands_;
};

/// A command line that shows a use, and what it does.
struct Example {
  std::string line{}, what{};  ///< The line without "entente "; one line, no full stop.
};

/// A command as declared. `run` returns the exit status: 0 done, 1 failed in part; it throws on failure and misuse.
struct Command {
  std::string name{};
  std::string summary{};  ///< One line, no full stop.
  std::string help{};  ///< Paragraphs, separated by blank lines; one that begins with a space or has several lines is kept as it is.
  Operands operands{};
  std::vector<Option> options{};
  int (*run)(const Arguments& arguments, const Streams& streams) = nullptr;
  std::vector<Example> examples{};
};

/// Reads a command line's words (without the program's and the command's name).
/// @throws UsageError for an unknown option (naming the nearest), a missing or forbidden value, too few or too many
/// operands.
Arguments parse_arguments(const Command& command, std::span<const std::string> words);

}  // namespace entente::cli
