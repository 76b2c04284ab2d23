#include "support/run_program.hpp"

#include <sstream>

#include "cli/program.hpp"

namespace entente::test {

Ran run_program(const std::vector<std::string>& words, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out, err;
  const int status = cli::run_catching(words, {in, out, err, false});
  return {status, out.str(), err.str()};
}

}  // namespace entente::test
