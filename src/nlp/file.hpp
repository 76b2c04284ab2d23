#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace entente::nlp {

/// Reads a whole file of a model package. @throws ModelError naming the file.
std::string read_file(const std::filesystem::path& file);

/// Throws ModelError "FILE: PART: MESSAGE".
[[noreturn]] void fail(const std::filesystem::path& file, std::string_view part, std::string_view message);

}  // namespace entente::nlp
