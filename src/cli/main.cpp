#if __has_include(<malloc.h>)
#include <malloc.h>
#endif
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "cli/program.hpp"

int main(int count, char** words) {
  std::signal(SIGXFSZ, SIG_IGN);  // A file that may not grow is an error of writing, told like a full disk.
  ::setenv("TZ", "UTC0", 1);  // The drawing library tells the local time in PDFs: their length must not depend on the zone.
#ifdef __GLIBC__
  // Tables of tens of megabytes are given back and made anew as the words of a long stream change. Once one was given back, glibc would take
  // the next ones from the heap, where they leave holes: memory would grow with the stream.
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  const std::vector<std::string> arguments(words + 1, words + count);
  return entente::cli::run_catching(arguments, {std::cin, std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1,
                                                ::isatty(STDOUT_FILENO) == 1});
}
