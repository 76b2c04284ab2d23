#pragma once
#include <iosfwd>
#include <span>

#include "cli/command.hpp"

namespace entente::cli {

/// A script for bash that completes commands, options, their choices, files and directories; made from the
/// declarations.
void write_bash_completion(std::ostream& out, std::span<const Command> commands);

}  // namespace entente::cli
