#pragma once
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "text/output_file.hpp"

/// Options that several commands share, and what they do.
namespace entente::cli {

Option help_option();
/// -o, -O and --fsync.
std::vector<Option> output_options();
/// -f with the formats a command can write; without it the output's suffix decides, without that `preset`.
Option format_option(std::vector<std::string> formats, std::string preset = "");
/// --model and --data.
std::vector<Option> resource_options();
/// --names: further names of a user.
Option names_option();
/// --jobs.
Option jobs_option();
/// --shard.
Option shard_option();
/// Puts groups of options one after the other.
std::vector<Option> join(std::initializer_list<std::vector<Option>> groups);

/// For Command::help: a paragraph with a line for each name and what it is, in two columns.
std::string described(std::span<const std::pair<std::string_view, std::string_view>> items);

std::filesystem::path model_dir(const Arguments& arguments);
std::filesystem::path data_dir(const Arguments& arguments);
/// --jobs, or the number of processors this process may use.
int jobs(const Arguments& arguments);

/// Which part of the work to do: every N-th piece, from the I-th; I counts from 1.
struct Shard {
  std::uint64_t index = 1, count = 1;
  bool takes(std::uint64_t number) const { return number % count == index - 1; }
};
/// @throws UsageError where --shard is not I/N with 1 <= I <= N.
Shard shard(const Arguments& arguments);

/// The format to write: -f, else the suffix of -o, else the option's preset.
/// @param formats as given to format_option; @param synonyms suffixes that mean a format ("gv" → "dot").
/// @throws UsageError where nothing tells it.
std::string output_format(const Arguments& arguments, const std::vector<std::string>& formats,
                          const std::vector<std::pair<std::string, std::string>>& synonyms = {});

/// Where a command writes its data: the file of -o, or standard output where that is absent or "-".
class Output {
 public:
  /// Opens the file at once, so that a refusal comes before the work. @throws OutputError
  Output(const Arguments& arguments, const Streams& streams);
  std::ostream& stream();
  bool is_file() const { return file_.has_value(); }
  /// Puts the file in its place; flushes standard output. @throws OutputError
  void commit();

 private:
  std::optional<OutputFile> file_;
  std::ostream& standard_;
};

}  // namespace entente::cli
