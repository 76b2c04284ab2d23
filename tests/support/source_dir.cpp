#include "support/source_dir.hpp"

namespace entente::test {

std::filesystem::path source_dir() { return ENTENTE_SOURCE_DIR; }

}  // namespace entente::test
