#pragma once
#include <span>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace entente::cli {

/// @throws UsageError naming the nearest command.
const Command& find_command(const std::vector<Command>& commands, const std::string& name);

/// The whole program: runs the command that `words` (without the program's name) ask for and returns its exit status.
/// @throws UsageError, InputError, OutputError, nlp::ModelError and what the libraries throw.
int run(std::span<const std::string> words, const Streams& streams);

/// As `run`, but tells errors on streams.err and returns the exit status: 0 done, 1 failed or failed in part, 2 misuse.
int run_catching(std::span<const std::string> words, const Streams& streams) noexcept;

}  // namespace entente::cli
