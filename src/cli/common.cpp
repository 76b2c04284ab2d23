#include "cli/common.hpp"

#include <sched.h>

#include <algorithm>
#include <charconv>

#include "entente/error.hpp"
#include "entente/resources.hpp"

namespace entente::cli {

Option help_option() { return {.name = "help", .letter = 'h', .help = "show this help"}; }

std::vector<Option> output_options() {
  return {{.name = "output", .letter = 'o', .value = "FILE", .help = "write to FILE; - is standard output (default)"},
          {.name = "overwrite", .letter = 'O', .help = "replace FILE where it exists"},
          {.name = "fsync", .help = "end only when the data are on the disk"}};
}

Option format_option(std::vector<std::string> formats, std::string preset) {
  return {.name = "format",
          .letter = 'f',
          .value = "FORMAT",
          .help = "format to write, else from FILE's suffix",
          .preset = std::move(preset),
          .choices = std::move(formats)};
}

std::vector<Option> resource_options() {
  return {{.name = "model",
           .value = "DIR",
           .help = "directory of the language model (else $ENTENTE_MODEL or the one installed)"},
          {.name = "data",
           .value = "DIR",
           .help = "directory of the data files (else $ENTENTE_DATA or the one installed)"}};
}

Option names_option() {
  return {.name = "names",
          .value = "FILE",
          .help = "know these persons, organizations, regions, aliases and spellings too (docs/formats.md)"};
}

Option jobs_option() {
  return {.name = "jobs",
          .letter = 'j',
          .value = "N",
          .help = "threads (default: one a processor); the output does not depend on it"};
}

Option shard_option() {
  return {.name = "shard", .value = "I/N", .help = "read only the I-th of N parts of the documents, I from 1 to N"};
}

std::vector<Option> join(std::initializer_list<std::vector<Option>> groups) {
  std::vector<Option> all;
  for (const auto& group : groups) all.insert(all.end(), group.begin(), group.end());
  return all;
}

std::string described(std::span<const std::pair<std::string_view, std::string_view>> items) {
  std::size_t column = 0;
  for (const auto& [name, text] : items) column = std::max(column, name.size() + 2);
  std::string out;
  for (const auto& [name, text] : items)
    out.append(out.empty() ? "  " : "\n  ").append(name).append(column - name.size(), ' ').append(text);
  return out;
}

std::filesystem::path model_dir(const Arguments& arguments) {
  return arguments.given("model") ? std::filesystem::path(arguments.text("model")) : default_model_dir();
}

std::filesystem::path data_dir(const Arguments& arguments) {
  return arguments.given("data") ? std::filesystem::path(arguments.text("data")) : default_data_dir();
}

int jobs(const Arguments& arguments) {
  if (arguments.given("jobs")) return static_cast<int>(arguments.integer("jobs", 1, 1024));
  cpu_set_t set;
  return ::sched_getaffinity(0, sizeof set, &set) == 0 ? std::max(1, CPU_COUNT(&set)) : 1;
}

Shard shard(const Arguments& arguments) {
  Shard shard;
  if (!arguments.given("shard")) return shard;
  const std::string& text = arguments.text("shard");
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, shard.index);
  bool good = first.ec == std::errc() && first.ptr != end && *first.ptr == '/';
  if (good) {
    const auto second = std::from_chars(first.ptr + 1, end, shard.count);
    good = second.ec == std::errc() && second.ptr == end && shard.index >= 1 && shard.index <= shard.count;
  }
  if (!good) throw UsageError("--shard: '" + text + "' is not I/N with I from 1 to N");
  return shard;
}

std::string output_format(const Arguments& arguments, const std::vector<std::string>& formats,
                          const std::vector<std::pair<std::string, std::string>>& synonyms) {
  if (arguments.given("format")) return arguments.text("format");
  std::string suffix = std::filesystem::path(arguments.text("output")).extension().string();
  if (!suffix.empty()) suffix.erase(0, 1);
  for (const auto& [from, to] : synonyms)
    if (suffix == from) suffix = to;
  if (std::ranges::find(formats, suffix) != formats.end()) return suffix;
  if (const std::string& preset = arguments.text("format"); !preset.empty()) return preset;
  std::string list;
  for (const std::string& format : formats) list += (list.empty() ? "" : ", ") + format;
  throw UsageError("the format is not known from the output's suffix; -f takes one of " + list);
}

Output::Output(const Arguments& arguments, const Streams& streams) : standard_(streams.out) {
  const std::string& path = arguments.text("output");
  if (!path.empty() && path != "-")
    file_.emplace(path, OutputFile::Options{arguments.given("overwrite"), arguments.given("fsync")});
}

std::ostream& Output::stream() { return file_ ? file_->stream() : standard_; }

void Output::commit() {
  if (file_) return file_->commit();
  standard_.flush();
  if (!standard_) throw OutputError("standard output: cannot write");
}

}  // namespace entente::cli
