#pragma once
#include <string>

#include "cli/command.hpp"
#include "entente/network.hpp"

namespace entente::cli {

/// Reads a network file; "-" is standard input. @param jobs threads; 0 for one a processor. @throws InputError
Network load_network(const std::string& path, const Streams& streams, int jobs = 0);

/// @throws UsageError where -o would overwrite one of the inputs in place of which it is read.
void refuse_own_input(const Arguments& arguments);

}  // namespace entente::cli
