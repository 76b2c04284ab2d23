#include "entente/error.hpp"

#include <catch2/catch.hpp>

TEST_CASE("an input error says where, at which place, and what was expected", "[text]") {
  CHECK(std::string(entente::InputError("a.jsonl", "line 3, byte 17", "expected a string").what()) ==
        "a.jsonl: line 3, byte 17: expected a string");
  CHECK(std::string(entente::InputError("a.jsonl", "", "empty").what()) == "a.jsonl: empty");
}
