#include "cli/network_file.hpp"

#include <tbb/task_arena.h>

#include <filesystem>
#include <fstream>
#include <istream>
#include <iterator>

#include "entente/error.hpp"

namespace entente::cli {

namespace {

std::string read_all(const std::string& path, const Streams& streams) {
  if (path == "-") return {std::istreambuf_iterator<char>(streams.in), {}};
  std::ifstream in(path, std::ios::binary);
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (!in || error) throw InputError(path, "", "cannot read" + (error ? ": " + error.message() : std::string()));
  std::string text(size, '\0');
  in.read(text.data(), static_cast<std::streamsize>(size));
  if (static_cast<std::uintmax_t>(in.gcount()) != size)
    throw InputError(path, "byte " + std::to_string(in.gcount()), "cannot read further");
  return text;
}

}  // namespace

Network load_network(const std::string& path, const Streams& streams, int jobs) {
  return read_network(read_all(path, streams), path, jobs > 0 ? jobs : tbb::this_task_arena::max_concurrency());
}

void refuse_own_input(const Arguments& arguments) {
  const std::string& output = arguments.text("output");
  std::error_code error;
  for (const std::string& input : arguments.operands())
    if (input != "-" && std::filesystem::equivalent(input, output, error))
      throw UsageError("'" + output + "' is both read and written; write to another file");
}

}  // namespace entente::cli
