#include "cli/network_file.hpp"

#include <tbb/task_arena.h>

#include <filesystem>
#include <fstream>
#include <istream>
#include <iterator>
#include <memory>

#include "entente/error.hpp"

namespace entente::cli {

namespace {

/// Text that is not cleared before it is filled: a network may have gigabytes.
struct Text {
  std::unique_ptr<char[]> bytes;
  std::size_t size;
};

Text read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (!in || error) throw InputError(path, "", "cannot read" + (error ? ": " + error.message() : std::string()));
  Text text{std::make_unique_for_overwrite<char[]>(size), size};
  in.read(text.bytes.get(), static_cast<std::streamsize>(size));
  if (static_cast<std::uintmax_t>(in.gcount()) != size)
    throw InputError(path, "byte " + std::to_string(in.gcount()), "cannot read further");
  return text;
}

}  // namespace

Network load_network(const std::string& path, const Streams& streams, int jobs) {
  if (jobs <= 0) jobs = tbb::this_task_arena::max_concurrency();
  if (path == "-") return read_network(std::string(std::istreambuf_iterator<char>(streams.in), {}), path, jobs);
  const Text text = read_file(path);
  return read_network({text.bytes.get(), text.size}, path, jobs);
}

void refuse_own_input(const Arguments& arguments) {
  const std::string& output = arguments.text("output");
  std::error_code error;
  for (const std::string& input : arguments.operands())
    if (input != "-" && std::filesystem::equivalent(input, output, error))
      throw UsageError("'" + output + "' is both read and written; write to another file");
}

}  // namespace entente::cli
