#include "entente/corrections.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "entente/error.hpp"
#include "entente/graph.hpp"
#include "support/records.hpp"

using namespace entente;
using namespace entente::test;
using Names = std::vector<std::string>;

namespace {

std::vector<Record> documents() {
  return {record("d1", "2020-01-01",
                 "Ali Hassan/p/ = Hassan\nIraq/c/IRQ\nKhalid Omar/p/\nAli Hassan > criticizes > Iraq\n"
                 "Khalid Omar > supports > Iraq"),
          record("d2", "2020-01-02", "Ali Hassan/p/\nEgypt/c/EGY\nAli Hassan > visits > Egypt"),
          record("d3", "2020-01-03", "K. Omar al-Tikriti/p/\nEgypt/c/EGY\nK. Omar al-Tikriti > criticizes > Egypt"),
          record("d4", "2020-01-04", "Ali Hassan/p/ = Hassan\nAli Hassan/p/IRQ\nIraq/c/IRQ")};
}

EntityRef person(std::string name, std::uint32_t part = 0) { return {std::move(name), Kind::person, "", "", part}; }

Correction merge(EntityRef a, EntityRef b) {
  return {.action = Correction::Action::merge, .entity = std::move(a), .other = std::move(b)};
}
Correction drop(EntityRef a, std::string relation, EntityRef b) {
  return {.action = Correction::Action::drop, .entity = std::move(a), .other = std::move(b), .relation = std::move(relation)};
}
Correction kind(EntityRef a, Kind kind) {
  return {.action = Correction::Action::kind, .entity = std::move(a), .kind = kind};
}
Correction rename(EntityRef a, std::string name) {
  return {.action = Correction::Action::rename, .entity = std::move(a), .name = std::move(name)};
}

std::vector<std::size_t> idle;

Network corrected(const std::vector<Record>& records, const Corrections& corrections) {
  NetworkBuilder builder(knowledge());
  for (const auto& each : records) builder.add(each, each.document);
  idle.clear();
  return builder.build(corrections, &idle);
}

const Corrections two_hassans{{.action = Correction::Action::split,
                               .entity = person("Ali Hassan"),
                               .names = {"Ali Hassan"},
                               .documents = {"d2"},
                               .name = "Ali Hassan (pilot)"}};

}  // namespace

TEST_CASE("entities that an analyst joins are one, and say why", "[network]") {
  const Corrections corrections{merge(person("Khalid Omar"), person("K. Omar al-Tikriti"))};
  const auto net = corrected(documents(), corrections);
  CHECK(idle.empty());
  const auto& omar = node(net, "person:k-omar-al-tikriti");
  CHECK(std::count(omar.names.begin(), omar.names.end(), "Khalid Omar") == 1);
  REQUIRE(omar.joined.size() == 1);
  CHECK(omar.joined[0].rule == "correction");
  CHECK(edges(net).size() == edges(network(documents())).size());
}

TEST_CASE("what an analyst joined stays joined when documents are added", "[network]") {
  const Corrections corrections{merge(person("Khalid Omar"), person("K. Omar al-Tikriti"))};
  auto more = documents();
  more.push_back(record("d5", "2020-01-05", "Khalid Omar/p/IRQ\nIraq/c/IRQ\nKhalid Omar > leads > Iraq"));
  more.push_back(record("d6", "2020-01-06", "K. Omar al-Tikriti/p/IRQ\nIraq/c/IRQ\nK. Omar al-Tikriti > visits > Iraq"));
  const auto net = corrected(more, corrections);
  CHECK(idle.empty());
  std::size_t omars = 0;
  for (const auto& id : node_ids(net)) omars += id.find("omar") != std::string::npos;
  CHECK(omars == 1);
}

TEST_CASE("two bearers of a name are told apart by document", "[network]") {
  const auto net = corrected(documents(), two_hassans);
  CHECK(idle.empty());
  const auto& pilot = node(net, "person:ali-hassan-pilot");
  CHECK(pilot.name == "Ali Hassan (pilot)");
  CHECK(pilot.documents == 1);
  const auto all = edges(net);
  CHECK(std::count(all.begin(), all.end(), "person:ali-hassan-pilot visits EGY asserted 1") == 1);
  CHECK(std::count(all.begin(), all.end(), "person:ali-hassan criticizes IRQ asserted 1") == 1);
}

TEST_CASE("names that were joined are taken apart, in later documents too", "[network]") {
  const std::vector<Record> records{record("a", "", "Sergei Lavrov/p/RUS\nRussia/c/RUS"), record("b", "", "Lavrov/p/"),
                                    record("c", "", "Lavrov/p/RUS")};
  REQUIRE(node_ids(network(records)) == Names{"RUS", "person:sergei-lavrov"});
  const Corrections corrections{{.action = Correction::Action::split,
                                 .entity = {"Sergei Lavrov", Kind::person, "RUS", ""},
                                 .names = {"Lavrov"}}};
  CHECK(node_ids(corrected({records[0], records[1]}, corrections)) == Names{"RUS", "person:lavrov", "person:sergei-lavrov"});
  CHECK(node_ids(corrected(records, corrections)) == Names{"RUS", "person:lavrov", "person:sergei-lavrov"});
  const auto network = corrected(records, corrections);
  for (const auto& each : node(network, "person:sergei-lavrov").joined)
    CHECK(std::count(each.names.begin(), each.names.end(), "Lavrov") == 0);
}

TEST_CASE("a new name is shown, and the old ones are aliases", "[network]") {
  const auto net = corrected(documents(), {rename(person("Ali Hassan"), "Ali Hassan al-Majid")});
  const auto& hassan = node(net, "person:ali-hassan-al-majid");
  CHECK(hassan.names == std::vector<std::string_view>{"Ali Hassan", "Ali Hassan al-Majid", "Hassan"});
}

TEST_CASE("an entity has the kind that is given to it, also when it is joined with another", "[network]") {
  const Corrections corrections{kind(person("Ali Hassan"), Kind::organization), merge(person("Khalid Omar"), person("Ali Hassan"))};
  CHECK(node(corrected(documents(), {corrections[0]}), "org:ali-hassan").kind == Kind::organization);
  const auto joined = corrected(documents(), corrections);
  CHECK(idle.empty());
  for (const auto& id : node_ids(joined)) CHECK((id.starts_with("org:") || id.find("hassan") == std::string::npos));
}

TEST_CASE("a dropped edge is kept aside; what others say, and what is joined later, stays", "[network]") {
  const EntityRef iraq{"Iraq", Kind::country, "IRQ", "country:IRQ"};
  const auto all = documents();
  Corrections corrections{drop(person("Ali Hassan"), "criticizes", iraq)};
  const auto net = corrected(all, corrections);
  CHECK(idle.empty());
  CHECK(edges(net).size() + 1 == edges(network(all)).size());
  REQUIRE(net.loops().size() == 1);
  CHECK(net.loop_relation(0) == "criticizes");
  corrections.push_back(merge(person("Ali Hassan"), person("K. Omar al-Tikriti")));
  const auto joined = edges(corrected(all, corrections));
  CHECK(std::count_if(joined.begin(), joined.end(), [](const auto& e) { return e.find("criticizes EGY") != std::string::npos; }) == 1);
  CHECK(std::count_if(joined.begin(), joined.end(), [](const auto& e) { return e.find("criticizes IRQ") != std::string::npos; }) == 0);
  corrected(all, {rename(person("Nobody"), "N."), drop(person("Ali Hassan"), "attacks", iraq), rename(person("Noone"), "N.")});
  CHECK(idle == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("the last correction wins", "[network]") {
  auto corrections = two_hassans;
  corrections.push_back(merge(person("Ali Hassan"), person("Ali Hassan", 1)));
  CHECK(node(corrected(documents(), corrections), "person:ali-hassan-pilot").documents == 3);
  corrections.push_back(rename(person("Ali Hassan"), "Hassan the Elder"));
  CHECK(node(corrected(documents(), corrections), "person:hassan-the-elder").documents == 3);
}

TEST_CASE("corrections that find nothing are told and change nothing", "[network]") {
  const Corrections corrections{rename(person("Nobody"), "Somebody"), merge(person("Khalid Omar"), person("Nobody"))};
  CHECK(file_of(corrected(documents(), corrections)) == file_of(network(documents())));
  CHECK(idle == std::vector<std::size_t>{0, 1});
}

TEST_CASE("a corrected network does not depend on order or sharding, and corrections come off again", "[network]") {
  auto corrections = two_hassans;
  corrections.push_back(merge(person("Khalid Omar"), person("K. Omar al-Tikriti")));
  corrections.push_back(rename(person("Ali Hassan", 1), "A. H."));
  corrections.push_back(kind(person("Khalid Omar"), Kind::organization));
  corrections.push_back(drop(person("K. Omar al-Tikriti"), "criticizes", {"Egypt", Kind::country, "EGY", "country:EGY"}));
  const auto all = documents();
  const std::string whole = file_of(corrected(all, corrections));
  std::mt19937 random(3);
  for (int round = 0; round < 20; ++round) {
    auto shuffled = all;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    const Network part = read_network(file_of(corrected({shuffled[0], shuffled[1]}, corrections)), "part");
    NetworkBuilder builder(knowledge());
    builder.add(part, "part");
    for (const auto& each : shuffled) builder.add(each, each.document);
    REQUIRE(file_of(builder.build(corrections)) == whole);
  }
  NetworkBuilder builder(knowledge());
  builder.add(read_network(whole, "whole"), "whole");
  CHECK(file_of(builder.build()) == file_of(network(all)));
  CHECK(file_of(read_network(whole, "whole")) == whole);
}

TEST_CASE("the file of corrections comes back, and a wrong one is an error with its place", "[network]") {
  auto corrections = two_hassans;
  corrections.push_back(merge({"Russia", Kind::country, "RUS", "country:RUS"}, person("Ali Hassan", 1)));
  corrections.push_back(rename(person("Ali Hassan"), "A \"B\""));
  corrections.push_back(kind(person("Ali Hassan"), Kind::region));
  corrections.push_back(drop(person("Ali Hassan"), "visits", person("Khalid Omar")));
  std::ostringstream out, again;
  write_corrections(out, corrections);
  write_corrections(again, read_corrections(out.str(), "e.json"));
  CHECK(out.str() == again.str());
  const auto error = [](const std::string& edits) -> std::string {
    try {
      read_corrections("{\"format\":\"entente-edits\",\"version\":1,\"edits\":[" + edits + "]}", "e.json");
    } catch (const InputError& e) {
      return e.what();
    }
    return "none";
  };
  CHECK(error("{\"edit\":\"delete\"}") ==
        "e.json: /edits/0/edit: expected \"merge\", \"split\", \"rename\", \"kind\" or \"drop\"");
  CHECK(error("{\"edit\":\"rename\",\"entity\":{\"name\":\"A\",\"kind\":\"god\"}}") ==
        "e.json: /edits/0/entity/kind: unknown kind \"god\"");
  CHECK(error("{\"edit\":\"split\",\"entity\":{\"name\":\"A\",\"kind\":\"person\"},\"names\":[]}") ==
        "e.json: /edits/0/names: empty list");
}
