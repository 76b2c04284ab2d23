#pragma once
#include <vector>

#include "cli/command.hpp"

namespace entente::cli {

// One function a command, in the file of its name.
Command parse_command();
Command extract_command();
Command explain_command();
Command build_command();
Command merge_command();
Command export_command();
Command draw_command();
Command rank_command();
Command stats_command();
Command show_command();
Command diff_command();
Command edit_command();
Command help_command();
Command version_command();

/// Every command, in the order in which help lists them. A new command is declared above and added here.
std::vector<Command> commands();

}  // namespace entente::cli
