#include "nlp/architectures.hpp"

#include <algorithm>

#include "nlp/file.hpp"

namespace entente::nlp {

void check_architecture(const Config& config, const std::string& section, std::span<const std::string_view> known) {
  const std::string name = config.text(section, "@architectures");
  if (std::find(known.begin(), known.end(), name) != known.end()) return;
  fail(config.name(), section, "unknown architecture " + name + ", expected " + std::string(known.front()));
}

std::size_t positive(const Config& config, const std::string& section, std::string_view key) {
  const std::int64_t value = config.integer(section, key);
  if (value < 1 || value > 65536) fail(config.name(), section + "." + std::string(key), "must be from 1 to 65536");
  return static_cast<std::size_t>(value);
}

std::size_t transition_features(const Config& config, const std::string& section, std::string_view state_type, std::size_t plain,
                                std::size_t extra) {
  static constexpr std::string_view kArchitectures[] = {"spacy.TransitionBasedParser.v2"};
  check_architecture(config, section, kArchitectures);
  if (config.text(section, "state_type") != state_type)
    fail(config.name(), section + ".state_type", "must be " + std::string(state_type));
  return config.boolean(section, "extra_state_tokens") ? extra : plain;
}

}  // namespace entente::nlp
