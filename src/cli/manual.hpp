#pragma once
#include <filesystem>
#include <iosfwd>
#include <span>

#include "cli/command.hpp"

/// The manual pages, made from the declarations that --help shows.
namespace entente::cli {

/// entente-COMMAND(1), in the man macros.
void write_page(std::ostream& out, const Command& command, std::span<const Command> all);
/// entente(1): the commands.
void write_main_page(std::ostream& out, std::span<const Command> all);
/// Writes entente.1 and a page for each command into a directory, which is made where it is missing. @throws OutputError
void write_manual(const std::filesystem::path& directory, std::span<const Command> all);

}  // namespace entente::cli
