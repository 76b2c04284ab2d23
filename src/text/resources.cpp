#include "entente/resources.hpp"

#include <cstdlib>
#include <system_error>

namespace entente {

namespace {

/// `variable` decides where it is set, even when it points nowhere: the error then names what the user wrote.
std::filesystem::path locate(const char* variable, const std::filesystem::path& installed,
                             const std::filesystem::path& source) {
  if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') return value;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const auto beside = (program.parent_path().parent_path() / "share/entente" / installed).lexically_normal();
    if (std::filesystem::is_directory(beside, error)) return beside;
  }
  if (const auto fixed = std::filesystem::path(ENTENTE_INSTALL_DATADIR) / installed;
      std::filesystem::is_directory(fixed, error))
    return fixed;
  return std::filesystem::path(ENTENTE_SOURCE_DIR) / source;
}

}  // namespace

std::filesystem::path default_data_dir() { return locate("ENTENTE_DATA", "data", "data"); }

std::filesystem::path default_model_dir() { return locate("ENTENTE_MODEL", "model", "models/en_core_web_sm"); }

}  // namespace entente
