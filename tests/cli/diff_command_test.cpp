#include <catch2/catch.hpp>

#include "support/records.hpp"
#include "support/run_program.hpp"
#include "support/temporary_directory.hpp"

using namespace entente::test;
using Catch::Matchers::Contains;

TEST_CASE("diff tells what became of a network, in each format", "[cli]") {
  const TemporaryDirectory directory;
  const auto first = record("d1", "2020-01-01", "Peru/c/PER\nChile/c/CHL\nPeru > supports > Chile [planned]");
  const auto second = record("d2", "2020-01-02", "Peru/c/PER\nChile/c/CHL\nCuba/c/CUB\nPeru > supports > Chile\nCuba > criticizes > Peru");
  const std::string before = directory.write("a.json", file_of(network({first}))).string(),
                    after = directory.write("b.json", file_of(network({first, second}))).string();
  const auto text = run_program({"diff", before, after});
  CHECK(text.status == 0);
  CHECK(text.out ==
        "documents: 1 -> 2 (1 added, 0 dropped)\n\nEntities that appeared (1)\n  Cuba (country)\n"
        "\nRelations that appeared (1)\n  Cuba criticizes Peru (asserted; evidence 1)\n"
        "\nRelations that strengthened (1)\n  Peru supports Chile (planned -> asserted; evidence 1 -> 2)\n"
        "\nRelations that changed status (1)\n  Peru supports Chile (planned -> asserted; evidence 1 -> 2)\n");
  CHECK(run_program({"diff", before, before}).out ==
        "documents: 1 (0 added, 0 dropped)\nno entity or relation differs\n");
  CHECK(run_program({"diff", after, before, "-f", "csv", "--class", "conflict"}).out ==
        "change,source,relation,target,status_before,status_after,pieces_before,pieces_after\n"
        "vanished,CUB,criticizes,PER,asserted,,1,0\n");
  CHECK_THAT(run_program({"diff", before, after, "-f", "json", "--entity", "Cuba"}).out,
             Contains("\"relations\":[{\"changes\":[\"appeared\"],\"source\":\"CUB\""));
  const auto unknown = run_program({"diff", before, after, "--entity", "Kuba"});
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.err, Contains("did you mean 'Cuba'?"));
  const auto nothing = run_program({"diff", before, after, "--min-weight", "9"});
  CHECK(nothing.status == 1);
}
