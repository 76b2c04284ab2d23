#pragma once
#include <string>
#include <vector>

namespace entente::test {

/// What a run of the program gave.
struct Ran {
  int status = 0;
  std::string out, err;
};

/// Runs the program in-process as main() does, with `input` on standard input.
Ran run_program(const std::vector<std::string>& words, const std::string& input = "");

}  // namespace entente::test
