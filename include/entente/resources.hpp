#pragma once
#include <filesystem>

namespace entente {

/// Where the project's data files are: $ENTENTE_DATA, else beside the installed program (../share/entente/data), else
/// the source tree.
std::filesystem::path default_data_dir();

/// Where the model package is: $ENTENTE_MODEL, else ../share/entente/model beside the installed program, else
/// models/en_core_web_sm of the source tree.
std::filesystem::path default_model_dir();

}  // namespace entente
