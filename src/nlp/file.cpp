#include "nlp/file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "entente/nlp.hpp"

namespace entente::nlp {

std::string read_file(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(error ? nullptr : std::fopen(file.c_str(), "rb"), &std::fclose);
  if (!in) throw ModelError(file.string() + ": cannot read: " + (error ? error.message() : std::strerror(errno)));
  std::string content(size, '\0');
  content.resize(std::fread(content.data(), 1, size, in.get()));
  if (content.size() != size) throw ModelError(file.string() + ": cannot read the whole file");
  return content;
}

void fail(const std::filesystem::path& file, std::string_view part, std::string_view message) {
  std::string text = file.string();
  if (!part.empty()) text.append(": ").append(part);
  throw ModelError(text.append(": ").append(message));
}

}  // namespace entente::nlp
