#pragma once
#include <cstdlib>
#include <filesystem>

/// The model package the tests run on: $ENTENTE_MODEL, else models/en_core_web_sm of the source tree (scripts/fetch-model puts it there).
inline std::filesystem::path model_dir() {
  const char* const set = std::getenv("ENTENTE_MODEL");
  return set ? std::filesystem::path(set) : std::filesystem::path(ENTENTE_SOURCE_DIR) / "models" / "en_core_web_sm";
}
