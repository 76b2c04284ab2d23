#include <algorithm>
#include <array>
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

TEST_CASE("merging is associative, commutative and idempotent", "[network]") {
  const auto all = documents();
  const auto merged = [](std::vector<std::string> files) {
    NetworkBuilder builder(knowledge());
    for (const auto& file : files) builder.add(read_network(file, "part.json"), "part.json");
    return file_of(builder.build());
  };
  std::mt19937 random(11);
  for (int round = 0; round < 30; ++round) {
    std::array<std::vector<Record>, 3> shards;
    for (const Record& each : all) {
      shards[random() % 3].push_back(each);
      if (random() % 4 == 0) shards[random() % 3].push_back(each);
    }
    for (auto& shard : shards) std::shuffle(shard.begin(), shard.end(), random);
    const std::string a = file_of(network(shards[0])), b = file_of(network(shards[1])), c = file_of(network(shards[2]));
    REQUIRE(merged({a, b, c}) == file_of(network(all)));
    REQUIRE(merged({merged({a, b}), c}) == merged({a, merged({b, c})}));
    REQUIRE(merged({a, b}) == merged({b, a}));
    REQUIRE(merged({a, a}) == a);
  }
}

TEST_CASE("a network file comes back byte for byte", "[network]") {
  const std::string file = file_of(network(documents()));
  CHECK(file_of(read_network(file, "n.json")) == file);
  const std::string empty = file_of(network({}));
  CHECK(file_of(read_network(empty, "n.json")) == empty);
}

TEST_CASE("a network file is read however its lines are broken, with any number of threads", "[network]") {
  const std::string file = file_of(network(documents()));
  CHECK(file_of(read_network(file, "n.json", 3)) == file);
  std::string joined = file, broken, misleading = file;
  std::erase(joined, '\n');
  bool quoted = false;
  for (const char c : joined) {  // No string of the example holds an escaped quotation mark.
    if (c == '"') quoted = !quoted;
    broken += c;
    if (!quoted && std::string_view("{}[],:").find(c) != std::string_view::npos) broken += "\r\n\t ";
  }
  // Lines that look like whole elements.
  for (std::size_t at = 0; (at = misleading.find("},\"documents\":", at)) != std::string::npos; at += 3)
    misleading.insert(at + 1, "\n");
  REQUIRE(misleading != file);
  for (const auto& other : {joined, broken, misleading}) CHECK(file_of(read_network(other, "n.json", 2)) == file);
}

TEST_CASE("a network of many chunks comes back byte for byte", "[network]") {
  std::vector<Record> many;
  for (int i = 0; i < 5000; ++i) {
    const auto name = "Body " + std::to_string(i) + "/o/\n", other = "Body " + std::to_string(i * 7 % 5000);
    many.push_back(record("d" + std::to_string(i), "2020-01-02",
                          name + (i * 7 % 5000 == i ? "" : other + "/o/\nBody " + std::to_string(i) + " > supports > " + other)));
  }
  const std::string file = file_of(network(many));
  CHECK(file_of(read_network(file, "n.json", 3)) == file);
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
  CHECK(error("\"sentences\":", "\"sentences\":-1") ==
        "n.json: /documents/0/sentences: found a number, expected an integer from 0 to 4294967295");
  CHECK(error("\"names\":[", "\"names\":7,\"old\":[") == "n.json: /nodes/0/names: found a number, expected an array");
  CHECK(error("\"kind\":\"country\"", "\"kind\":\"kingdom\"") == "n.json: /nodes/0/kind: unknown kind \"kingdom\"");
  CHECK(error("\"id\":\"d2\"", "\"id\":\"d1\"") == "n.json: /documents/1: \"d1\" twice");
  CHECK(error("\"confidence\":0.9", "\"confidence\":\"0.9\"") ==
        "n.json: /edges/0/evidence/0/confidence: found a string, expected a number");
  CHECK_THAT(error("\"forms\":[0", "\"forms\":[4000"), Catch::StartsWith("n.json: /documents/") &&
                                                          Catch::EndsWith("/forms/0: no form 4000 in this file"));
  CHECK(error("\"edges\":[", "\"edges\":7,\"old\":[") == "n.json: /edges: expected an array");
  CHECK_THAT(error("\"country\":\"MEX\"", "\"country\":\"M\xff\""), Catch::StartsWith("n.json: byte ") && Catch::Contains("Invalid encoding"));
  CHECK_THAT(error("\"symmetric\":true", "\"symmetric\":yes"), Catch::Contains("n.json: byte ") &&
                                                                 Catch::Contains("malformed JSON"));
  for (std::size_t length = 0; length + 1 < file.size(); length += 37)
    CHECK_THROWS_AS(read_network(file.substr(0, length), "n.json"), InputError);
  for (const std::size_t length : {std::size_t{0}, std::size_t{1}, file.size() / 3, file.size() / 2, file.size() - 2})
    CHECK_THROWS_WITH(read_network(file.substr(0, length), "n.json"),
                      Catch::Contains("n.json: byte " + std::to_string(length)) && Catch::Contains("ends early"));
}
