#pragma once
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace entente::cli {

/// "entente extract INPUT... [OPTION...]".
std::string usage_line(const Command& command);

/// An option's help with its choices and preset.
std::string option_help(const Option& option);

/// What the program is for.
inline constexpr std::string_view program_description =
    "Reads news and draws from it the network of who relates to whom.";

/// What `entente COMMAND --help` shows.
void write_help(std::ostream& out, const Command& command);

/// What `entente help` shows: the commands with their summaries.
void write_overview(std::ostream& out, std::span<const Command> commands);

}  // namespace entente::cli
