#include "text/duplicates.hpp"

#include <catch2/catch.hpp>
#include <string>

using entente::Duplicates;
using Answer = Duplicates::Answer;

TEST_CASE("a repeated document is told from another of the same identifier", "[text]") {
  Duplicates seen;
  CHECK(seen.see("a", 1) == Answer::fresh);
  CHECK(seen.see("b", 1) == Answer::fresh);
  CHECK(seen.see("a", 1) == Answer::same);
  CHECK(seen.see("a", 2) == Answer::different);
  CHECK(seen.see("a", 1) == Answer::same);
}

TEST_CASE("old documents are forgotten, the last ones are not", "[text]") {
  Duplicates seen(10);
  for (std::uint64_t i = 0; i < 35; ++i) CHECK(seen.see(std::to_string(i), i) == Answer::fresh);
  for (std::uint64_t i = 25; i < 35; ++i) CHECK(seen.see(std::to_string(i), i) == Answer::same);
  CHECK(seen.see("0", 0) == Answer::fresh);
}
