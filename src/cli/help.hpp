#pragma once
#include <iosfwd>
#include <span>

#include "cli/command.hpp"

namespace entente::cli {

/// "entente extract INPUT... [OPTION...]".
std::string usage_line(const Command& command);

/// What `entente COMMAND --help` shows.
void write_help(std::ostream& out, const Command& command);

/// What `entente help` shows: the commands with their summaries.
void write_overview(std::ostream& out, std::span<const Command> commands);

}  // namespace entente::cli
