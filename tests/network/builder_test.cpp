#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "entente/error.hpp"
#include "entente/graph.hpp"
#include "support/records.hpp"

using namespace entente;
using namespace entente::test;

namespace {

/// Documents whose entities meet, clash and stay ambiguous across documents.
std::vector<Record> documents() {
  return {
      record("d1", "2020-02-05",
             "Sergei Lavrov/p/RUS = Lavrov\nRussia/c/RUS\nCELAC/o/ = Community of Latin American and Caribbean "
             "States\nMexico/c/MEX\n"
             "Sergei Lavrov > holds_office_in > Russia\nMexico > chairs > CELAC\nRussia > cooperates_with > CELAC "
             "[possible] by Sergei Lavrov"),
      record("d2", "2020-02-06",
             "Sergey Lavrov/p/RUS\nRussia/c/RUS\nMexico/c/MEX\nCELAC/o/\nMexico > chairs > CELAC\nCELAC > "
             "cooperates_with > Russia\n"
             "Sergey Lavrov > visits > Mexico [planned]"),
      record("d3", "2020-03-01",
             "Lavrov/p/\nMexico/c/MEX\nCommunity of Latin American and Caribbean States/o/\nLavrov > visits > Mexico\n"
             "Mexico > chairs > Community of Latin American and Caribbean States [ended]"),
      record("d4", "", "Boris Johnson/p/GBR\nUnited Kingdom/c/GBR\nBoris Johnson > leads > United Kingdom"),
      record("d5", "2021-01-01",
             "Johnson/p/GBR\nMike Johnson/p/USA\nJohnson > meets > Mike Johnson\nMike Johnson > criticizes > Johnson "
             "[negated]"),
      record("d6", "2021-01-02", "Nobody Known/p/"),
      record("d7", "2021-01-03", "Joe Biden/p/USA\nJoseph Biden/p/USA\nJoe Biden > criticizes > Joseph Biden")};
}

}  // namespace

TEST_CASE("edges gather the evidence of all documents", "[network]") {
  const auto net = network(documents());
  CHECK(edges(net) ==
        std::vector<std::string>{
            "MEX chairs org:celac asserted 3", "RUS cooperates_with org:celac asserted 2",
            "person:boris-johnson leads GBR asserted 1", "person:boris-johnson meets person:mike-johnson asserted 1",
            "person:mike-johnson criticizes person:boris-johnson negated 1",
            "person:sergei-lavrov visits MEX asserted 2", "person:sergei-lavrov holds_office_in RUS asserted 1"});
  for_each_edge(net.graph(), [&](std::uint32_t source, std::uint32_t, const Edge& edge) {
    if (net.graph()[source].id != "MEX") return;
    CHECK(edge.first == "2020-02-05");
    CHECK(edge.last == "2020-03-01");
    CHECK(edge.statuses == std::array<std::uint32_t, 6>{2, 0, 0, 0, 0, 1});
    CHECK(net.documents()[edge.evidence[2].document].id == "d3");
  });
  REQUIRE(net.loops().size() == 1);
  CHECK(net.loop_relation(0) == "criticizes");
  CHECK(node(net, "person:nobody-known").documents == 1);
}

TEST_CASE("the network of a set of documents does not depend on order, sharding or repetition", "[network]") {
  const auto all = documents();
  const std::string whole = file_of(network(all));
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    auto shuffled = all;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    const auto cut = std::uniform_int_distribution<std::size_t>(0, all.size())(random);
    const auto repeat = std::uniform_int_distribution<std::size_t>(0, all.size())(random);
    const std::vector<Record> left(shuffled.begin(), shuffled.begin() + static_cast<std::ptrdiff_t>(cut)),
        right(shuffled.begin() + static_cast<std::ptrdiff_t>(std::min(cut, repeat)), shuffled.end());
    // One side goes through its file.
    const Network a = read_network(file_of(network(left)), "a.json"), b = network(right);
    NetworkBuilder builder(knowledge());
    if (round % 2 == 0) builder.add(a, "a.json");
    builder.add(b, "b.json");
    builder.add(a, "a.json");
    if (!shuffled.empty()) builder.add(shuffled.front(), "again.jsonl:1");
    REQUIRE(file_of(builder.build()) == whole);
  }
}

TEST_CASE("a network file comes back byte for byte", "[network]") {
  const std::string file = file_of(network(documents()));
  CHECK(file_of(read_network(file, "n.json")) == file);
  const std::string empty = file_of(network({}));
  CHECK(file_of(read_network(empty, "n.json")) == empty);
}

TEST_CASE("a document id with another text is refused, naming both places, and the rest is unharmed", "[network]") {
  auto changed = documents()[0];
  changed.digest = "ffffffffffffffff";
  auto again = documents()[0];
  again.relations.pop_back();
  NetworkBuilder builder(knowledge());
  for (const auto& record : documents()) builder.add(record, record.document + ".jsonl:1");
  CHECK_THROWS_WITH(builder.add(changed, "other.jsonl:9"),
                    "other.jsonl:9: document \"d1\" is also in d1.jsonl:1, with another text");
  CHECK_THROWS_WITH(builder.add(again, "other.jsonl:9"),
                    "other.jsonl:9: document \"d1\" is also in d1.jsonl:1, with the same text but another record");
  CHECK(file_of(builder.build()) == file_of(network(documents())));
}

TEST_CASE("a damaged network file is an error with its place", "[network]") {
  const std::string file = file_of(network(documents()));
  const auto error = [&](std::string_view from, std::string_view to) -> std::string {
    std::string damaged = file;
    const auto at = damaged.find(from);
    REQUIRE(at != std::string::npos);
    damaged.replace(at, from.size(), to);
    try {
      read_network(damaged, "n.json");
    } catch (const InputError& e) {
      return e.what();
    }
    return "none";
  };
  CHECK(error("\"version\":1", "\"version\":2") == "n.json: /version: found 2, but this program reads version 1");
  CHECK(error("entente-network", "something") == "n.json: /format: no network file");
  CHECK(error("{\"source\":\"MEX\"", "{\"source\":\"XXX\"") == "n.json: /edges/0/source: no node \"XXX\" in this file");
  CHECK(error("\"document\":\"d1\"", "\"document\":\"d9\"") ==
        "n.json: /edges/0/evidence/0/document: no document \"d9\" in this file");
  CHECK(error("\"relation\":\"chairs\"", "\"relation\":\"sits\"") ==
        "n.json: /edges/0/relation: no relation \"sits\" in this file");
  CHECK(error("\"loops\"", "\"leaps\"") == "n.json: missing member \"loops\": no network file, or a part is missing");
  CHECK(error("\"node\":", "\"nude\":") == "n.json: /forms/0: missing member \"node\"");
  for (const std::size_t length : {std::size_t{0}, std::size_t{1}, file.size() / 3, file.size() / 2, file.size() - 2})
    CHECK_THROWS_WITH(read_network(file.substr(0, length), "n.json"),
                      Catch::Contains("n.json: byte " + std::to_string(length)) && Catch::Contains("ends early"));
}
