#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "cli/command.hpp"
#include "entente/corrections.hpp"
#include "entente/network.hpp"

/// The side file in which an analyst's corrections of a network are kept.
namespace entente::cli {

/// --edits.
Option edits_option();

/// "network.edits.json" for "network.json".
std::filesystem::path edits_path(const std::filesystem::path& network);

/// A file of corrections that was read.
struct CorrectionsFile {
  std::filesystem::path path;  ///< Empty where there is none.
  Corrections corrections;
};
/// @throws InputError
CorrectionsFile read_corrections_file(const std::filesystem::path& path);
/// That of --edits, else the one beside the output, where it is there. @throws InputError
CorrectionsFile corrections_for_output(const Arguments& arguments);

/// Makes the builder's network, and tells on standard error which corrections found nothing.
Network build_corrected(NetworkBuilder& builder, const CorrectionsFile& file, const Streams& streams);

/// "merge Sergey Lavrov (person, RUS) and S. Lavrov (person)": for people.
std::string described(const Correction& correction);

}  // namespace entente::cli
