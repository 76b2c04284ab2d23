#pragma once
#include <vector>

#include "cli/command.hpp"
#include "entente/view.hpp"

/// The options by which a command's view of a network is chosen; the same for all commands that have one.
namespace entente::cli {

/// @param statuses what --status is without being given: "all" or "current" (asserted, planned, possible).
std::vector<Option> view_options(const char* statuses);

/// @throws UsageError for an unknown name, naming the nearest.
Filter filter(const Arguments& arguments, const Network& network);

/// The view, which is not empty. @throws InputError saying which filter left nothing.
View view(const Arguments& arguments, const Network& network, const std::string& where);

/// The one node that `name` means. @throws UsageError naming the nearest, or those it may mean.
std::uint32_t resolve_node(const Network& network, const std::string& name);

}  // namespace entente::cli
