#include <unistd.h>

#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "cli/program.hpp"

int main(int count, char** words) {
  std::signal(SIGXFSZ, SIG_IGN);  // A file that may not grow is an error of writing, told like a full disk.
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  const std::vector<std::string> arguments(words + 1, words + count);
  return entente::cli::run_catching(arguments, {std::cin, std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1,
                                                ::isatty(STDOUT_FILENO) == 1});
}
