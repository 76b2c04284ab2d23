#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "entente/centrality.hpp"
#include "support/records.hpp"
#include "support/run_program.hpp"
#include "support/temporary_directory.hpp"

using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;
using namespace entente::test;

namespace {

/// A network file of two small documents.
struct File {
  TemporaryDirectory directory;
  std::string path =
      directory
          .write("n.json",
                 file_of(network({record("d1", "2020-01-02",
                                         "Ann Ames/p/AAA\nAland/c/AAA\nBland/c/BBB\nClub/o/\nAnn Ames > leads > "
                                         "Aland\nAland > supports > Bland\nBland > member_of > Club"),
                                  record("d2", "", "Ann Ames/p/AAA\nBland/c/BBB\nAnn Ames > criticizes > Bland [wanted]")})))
          .string();
};

Ran run(std::vector<std::string> words) { return run_program(words); }

}  // namespace

TEST_CASE("rank lists by the first measure, ties by name", "[cli]") {
  const File file;
  const Ran ran = run({"rank", file.path, "--by", "degree,in_degree", "-f", "csv"});
  CHECK(ran.status == 0);
  CHECK(ran.out ==
        "rank,name,id,kind,country,degree,in_degree\n"
        "1,Aland,AAA,country,AAA,2,1\n"
        "2,Bland,BBB,country,BBB,2,1\n"
        "3,Ann Ames,person:ann-ames,person,AAA,1,0\n"
        "4,Club,org:club,organization,,1,1\n");
  CHECK_THAT(run({"rank", file.path, "--top", "1", "--status", "all"}).out,
             StartsWith("rank  name   id   kind     degree\n1     Bland  BBB"));
  const auto json = run({"rank", file.path, "--by", "pagerank,degree", "-f", "json", "--top", "2"}).out;
  CHECK_THAT(json, StartsWith("{\"view\":\"status asserted, planned, possible\",\"measures\":{\"pagerank\":"));
  CHECK_THAT(json, Contains("\"rank\":2") && !Contains("\"rank\":3"));
}

TEST_CASE("rank refuses an unknown measure and tells the nearest", "[cli]") {
  const File file;
  const Ran ran = run({"rank", file.path, "--by", "degree,pagerang"});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, StartsWith("entente: --by: unknown measure 'pagerang'; did you mean 'pagerank'?\n"));
}

TEST_CASE("rank's help has every measure on a line of its own", "[cli]") {
  std::istringstream lines(run({"rank", "--help"}).out);
  std::size_t found = 0;
  for (std::string line; std::getline(lines, line);)
    for (const auto& measure : entente::measures())
      found += line.starts_with("  " + std::string(measure.name) + " ") && line.ends_with(measure.summary) ? 1 : 0;
  CHECK(found == entente::measures().size());
}

TEST_CASE("stats writes a table, rows or one object", "[cli]") {
  const File file;
  const Ran table = run({"stats", file.path});
  CHECK(table.status == 0);
  CHECK_THAT(table.out, StartsWith("network\nentities ") && Contains("\nmean degree "));
  CHECK_THAT(table.out, Contains("\nkind          entities\ncountry              2\n"));
  CHECK_THAT(table.out, Contains("\nmonth    edges  evidence  documents\nundated      1         1          1\n2020-01 "));
  CHECK_THAT(table.out, EndsWith("\nbridge        cut off\nBland   Club        1\n"));
  const std::string rows = run({"stats", file.path, "-f", "csv", "--period", "year"}).out;
  CHECK_THAT(rows, StartsWith("section,item,measure,value\nnetwork,,entities,4\nnetwork,,edges,4\n"));
  CHECK_THAT(rows, Contains("\nclass,structural,edges,2\n") && Contains("\nrelation,leads,documents,1\n") &&
                       Contains("\nstatus,wanted,evidence,1\n") && Contains("\nyear,2020,documents,1\n") &&
                       Contains("\nbridge,BBB|org:club,cut_off,1\n"));
  const std::string object = run({"stats", file.path, "-f", "json"}).out;
  CHECK_THAT(object, StartsWith("{\"view\":\"the whole network\",\"network\":{\"entities\":4,\"edges\":4,"));
  CHECK_THAT(object, Contains("\"bridges\":[{\"a\":\"BBB\",\"b\":\"org:club\",\"cut_off\":1}]"));
  // What is not defined is absent, not zero.
  CHECK_THAT(run({"stats", file.path, "--kind", "country", "-f", "csv"}).out,
             Contains("\nnetwork,,kind_assortativity,\n"));
}

TEST_CASE("stats looks at the view that is asked for", "[cli]") {
  const File file;
  CHECK_THAT(run({"stats", file.path, "--status", "current", "-f", "csv"}).out, Contains("network,,edges,3\n"));
  CHECK_THAT(run({"stats", file.path, "--ego", "Club", "-f", "csv"}).out, Contains("network,,entities,2\n"));
  CHECK_THAT(run({"stats", file.path, "--collapse", "country", "-f", "csv"}).out, Contains("kind,country,entities,2\n"));
  const Ran empty = run({"stats", file.path, "--relation", "leads", "--since", "2021"});
  CHECK(empty.status == 1);
  CHECK(empty.out.empty());
  CHECK(empty.err == "entente: " + file.path +
                         ": nothing is left: the network has 4 edges, --relation leaves 1, --since leaves 0\n");
}

TEST_CASE("unknown names in a filter are told with the nearest, and the status is 2", "[cli]") {
  const File file;
  const auto told = [&](const std::string& option, const std::string& value) {
    const Ran ran = run({"stats", file.path, option, value});
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    return ran.err.substr(0, ran.err.find('\n'));
  };
  CHECK(told("--relation", "suports") == "entente: --relation: unknown 'suports'; did you mean 'supports'?");
  CHECK(told("--class", "conflicts") == "entente: --class: unknown 'conflicts'; did you mean 'conflict'?");
  CHECK(told("--status", "planed") == "entente: --status: unknown 'planed'; did you mean 'planned'?");
  CHECK(told("--kind", "persons") == "entente: --kind: unknown 'persons'; did you mean 'person'?");
  CHECK(told("--entity", "Alande") == "entente: no entity 'Alande' in the network; did you mean 'Aland'?");
  CHECK(told("--ego", "Ann Amez") == "entente: no entity 'Ann Amez' in the network; did you mean 'Ann Ames'?");
  CHECK(told("--claimed-by", "Clubb") == "entente: no entity 'Clubb' in the network; did you mean 'Club'?");
}
