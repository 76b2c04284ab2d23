#pragma once
#include <filesystem>
#include <string>

namespace entente::nlp {

class Config;

/// What a package says of itself (meta.json).
struct Meta {
  std::string name;     ///< language and name: "en_core_web_sm"
  std::string version;  ///< "3.8.0"

  /// @throws ModelError naming the file and what of it is missing.
  static Meta load(const std::filesystem::path& model_dir);
};

/// Refuses pipelines that the runtime would not run as spaCy does: another language, tokenizer, or set or order of components.
/// @throws ModelError naming the section and key of the configuration.
void check_components(const Config& config);

}  // namespace entente::nlp
