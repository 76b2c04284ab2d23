#pragma once
#include <cstdlib>
#include <filesystem>

#include "support/source_dir.hpp"

/// The model package the tests run on: $ENTENTE_MODEL, else models/en_core_web_sm of the source tree (scripts/fetch-model puts it there).
inline std::filesystem::path model_dir() {
  const char* const set = std::getenv("ENTENTE_MODEL");
  return set ? std::filesystem::path(set) : entente::test::source_dir() / "models" / "en_core_web_sm";
}
