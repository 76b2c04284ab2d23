#pragma once
#include <string>

#include "cli/command.hpp"
#include "entente/network.hpp"

namespace entente::cli {

/// Reads a network file; "-" is standard input. @throws InputError
Network load_network(const std::string& path, const Streams& streams);

/// @throws UsageError where -o would overwrite one of the inputs in place of which it is read.
void refuse_own_input(const Arguments& arguments);

}  // namespace entente::cli
