#include <catch2/catch.hpp>

#include "support/records.hpp"
#include "support/run_program.hpp"
#include "support/temporary_directory.hpp"

using namespace entente::test;
using Words = std::vector<std::string>;

namespace {

/// Three networks whose entities only become one, or several, when they come together.
struct Networks {
  Networks() {
    directory.write("a.json", file_of(network({record("a1", "2020-01-01", "Lavrov/p/\nMexico/c/MEX\nLavrov > visits > Mexico"),
                                               record("a2", "", "Boris Johnson/p/GBR\nUnited Kingdom/c/GBR\nBoris Johnson > leads > United Kingdom")})));
    directory.write("b.json", file_of(network({record("b1", "2020-02-01", "Sergei Lavrov/p/RUS\nCELAC/o/\nSergei Lavrov > meets > CELAC")})));
    directory.write("c.json", file_of(network({record("b1", "2020-02-01", "Sergei Lavrov/p/RUS\nCELAC/o/\nSergei Lavrov > meets > CELAC"),
                                               record("c1", "2020-03-01", "Mike Johnson/p/USA\nJohnson/p/\nJohnson > criticizes > Mike Johnson")})));
  }
  std::string merge(const Words& names, const std::string& to) const {
    Words words{"merge", "-O", "-o", (directory / to).string()};
    for (const auto& name : names) words.push_back((directory / name).string());
    const auto ran = run_program(words);
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    return read_file(directory / to);
  }
  TemporaryDirectory directory;
};

}  // namespace

TEST_CASE("merge is commutative, associative and idempotent, to the byte", "[cli]") {
  const Networks networks;
  const std::string whole = networks.merge({"a.json", "b.json", "c.json"}, "abc.json");
  CHECK(networks.merge({"c.json", "b.json", "a.json"}, "cba.json") == whole);
  CHECK(networks.merge({"b.json", "c.json", "a.json"}, "bca.json") == whole);
  networks.merge({"a.json", "b.json"}, "ab.json");
  networks.merge({"b.json", "c.json"}, "bc.json");
  CHECK(networks.merge({"ab.json", "c.json"}, "ab-c.json") == whole);
  CHECK(networks.merge({"a.json", "bc.json"}, "a-bc.json") == whole);
  CHECK(networks.merge({"abc.json", "abc.json"}, "twice.json") == whole);
  CHECK(networks.merge({"abc.json", "b.json"}, "again.json") == whole);
  CHECK(networks.merge({"abc.json"}, "alone.json") == whole);
}
