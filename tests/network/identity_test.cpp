#include <catch2/catch.hpp>

#include "support/records.hpp"

using namespace entente;
using namespace entente::test;
using Ids = std::vector<std::string>;

TEST_CASE("spellings of one person are one node, and the file says why", "[network]") {
  const auto net =
      network({record("a", "", "Sergei Lavrov/p/RUS = Lavrov"), record("b", "", "Sergey Lavrov/p/RUS"),
               record("c", "", "Lavrov/p/"), record("d", "", "S. Lavrov/p/RUS"), record("e", "", "Sergey Lavrov/p/")});
  REQUIRE(node_ids(net) == Ids{"person:sergey-lavrov"});
  const Node& lavrov = node(net, "person:sergey-lavrov");
  CHECK(lavrov.documents == 5);
  REQUIRE(lavrov.joined.size() == 3);
  CHECK(lavrov.joined[0].rule == "fuller name");
  CHECK(lavrov.joined[1].rule == "spelling");
  CHECK(lavrov.joined[1].names == std::vector<std::string_view>{"Sergei Lavrov", "Sergey Lavrov"});
  CHECK(lavrov.joined[2].rule == "surname");
}

TEST_CASE("persons of one surname stay apart", "[network]") {
  CHECK(node_ids(network({record("a", "", "Boris Johnson/p/GBR = Johnson"),
                          record("b", "", "Mike Johnson/p/USA = Johnson"), record("c", "", "Johnson/p/")})) ==
        Ids{"person:boris-johnson", "person:johnson", "person:mike-johnson"});
  // A known state decides between them.
  CHECK(node_ids(network({record("a", "", "Boris Johnson/p/GBR"), record("b", "", "Mike Johnson/p/USA"),
                          record("c", "", "Johnson/p/USA")})) == Ids{"person:boris-johnson", "person:mike-johnson"});
  // A surname is nobody of another state.
  CHECK(node_ids(network({record("a", "", "Boris Johnson/p/GBR"), record("c", "", "Johnson/p/USA")})) ==
        Ids{"person:boris-johnson", "person:johnson"});
}

TEST_CASE("namesakes of two states stay apart, and the one without a state joins neither", "[network]") {
  CHECK(node_ids(network({record("a", "", "Michael Müller/p/DEU"), record("b", "", "Michael Müller/p/CHE"),
                          record("c", "", "Michael Müller/p/")})) ==
        Ids{"person:michael-muller", "person:michael-muller.che", "person:michael-muller.deu"});
}

TEST_CASE("one document's slip about a state does not split a person", "[network]") {
  std::vector<Record> records{record("slip", "", "Sergey Lavrov/p/CUB")};
  for (const char* id : {"a", "b", "c", "d"}) records.push_back(record(id, "", "Sergey Lavrov/p/RUS"));
  const auto net = network(records);
  REQUIRE(node_ids(net) == Ids{"person:sergey-lavrov"});
  CHECK(node(net, "person:sergey-lavrov").country == "RUS");
}

TEST_CASE("a bare surname does not join two states' namesakes through a person without one", "[network]") {
  CHECK(node_ids(network(
            {record("a", "", "John Smith/p/"), record("b", "", "Smith/p/USA"), record("c", "", "Smith/p/GBR")})) ==
        Ids{"person:john-smith", "person:smith.gbr", "person:smith.usa"});
}

TEST_CASE("a second surname joins, a second person undoes it", "[network]") {
  const auto brief = record("a", "", "Bruno Rodríguez/p/CUB"), full = record("b", "", "Bruno Rodríguez Parrilla/p/CUB"),
             other = record("c", "", "Bruno Rodríguez Ortiz/p/CUB");
  CHECK(node_ids(network({brief, full})).size() == 1);
  CHECK(node_ids(network({brief, full, other})).size() == 3);
}

TEST_CASE("an acronym joins its long name where one document gives both", "[network]") {
  const auto both = record("a", "", "CELAC/o/ = Community of Latin American and Caribbean States"),
             acronym = record("b", "", "CELAC/o/"),
             full = record("c", "", "Community of Latin American and Caribbean States/o/"),
             capitals = record("d", "", "Celac/o/");
  const auto net = network({both, acronym, full, capitals});
  CHECK(node_ids(net) == Ids{"org:celac"});
  CHECK(node_ids(network({acronym, full})).size() == 2);
}

TEST_CASE("an acronym of two bodies joins neither", "[network]") {
  const auto net = network({record("a", "", "ADF/o/ = Allied Democratic Forces"),
                            record("b", "", "ADF/o/ = Australian Defence Force"), record("c", "", "ADF/o/")});
  CHECK(node_ids(net).size() == 3);
}

TEST_CASE("bodies that share a common name are told apart by their state", "[network]") {
  CHECK(node_ids(network({record("a", "", "Supreme Court/o/USA"), record("b", "", "Supreme Court/o/BRA"),
                          record("c", "", "Supreme Court/o/USA")})) ==
        Ids{"org:supreme-court.bra", "org:supreme-court.usa"});
  CHECK(node_ids(network({record("a", "", "Russian Foreign Ministry/o/RUS = Foreign Ministry"),
                          record("b", "", "Foreign Ministry/o/"), record("c", "", "Foreign Ministry/o/RUS")})) ==
        Ids{"org:foreign-ministry", "org:russian-foreign-ministry"});
}

TEST_CASE("kinds stay apart, but a place can be a region", "[network]") {
  CHECK(node_ids(network({record("a", "", "Washington/p/USA"), record("b", "", "Washington/o/USA"),
                          record("c", "", "Washington/l/USA"), record("d", "", "Washington/r/USA")})) ==
        Ids{"org:washington", "person:washington", "region:washington"});
}

TEST_CASE("countries are one by their code, bodies by their reference", "[network]") {
  auto a = record("a", "", "United States/c/USA\nUnited Nations/o/"), b = record("b", "", "US/c/USA\nUN/o/");
  a.entities[1].ref = b.entities[1].ref = "org:UN";
  CHECK(node_ids(network({a, b})) == Ids{"USA", "org:un"});
}
