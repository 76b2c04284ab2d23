#include "cli/commands.hpp"

#include "cli/common.hpp"

namespace entente::cli {

std::vector<Command> commands() {
  std::vector<Command> all = {
      parse_command(), extract_command(), explain_command(), build_command(), merge_command(),
      edit_command(),  rank_command(),    stats_command(),   show_command(),  diff_command(),
      export_command(), draw_command(),   help_command(),    version_command(),
  };
  for (Command& command : all) command.options.push_back(help_option());
  return all;
}

}  // namespace entente::cli
