#include "entente/diff.hpp"

#include <catch2/catch.hpp>

#include "support/records.hpp"

using namespace entente;
using namespace entente::test;
using Lines = std::vector<std::string>;

namespace {

Lines changes(const Diff& diff) {
  Lines out;
  for (const auto& c : diff.changes)
    out.push_back(std::string(c.source) + " " + c.relation + " " + std::string(c.target) + " " +
                  std::to_string(c.pieces_before) + ">" + std::to_string(c.pieces_after) + " " +
                  (c.appeared() ? "appeared" : c.vanished() ? "vanished" : c.changed_status() ? "status" : "weight"));
  return out;
}

std::vector<Record> before() {
  return {record("d1", "2020-01-01", "Peru/c/PER\nChile/c/CHL\nRosa Soto/p/PER\nPeru > supports > Chile\nRosa Soto > visits > Chile [planned]"),
          record("d2", "2020-01-02", "Peru/c/PER\nBrazil/c/BRA\nPeru > criticizes > Brazil")};
}

}  // namespace

TEST_CASE("a network does not differ from itself", "[network]") {
  const auto net = network(before());
  const View view = make_view(net, {});
  const Diff diff = compare(view, view);
  CHECK(diff.empty());
  CHECK(diff.documents_added + diff.documents_dropped == 0);
}

TEST_CASE("what appeared, vanished and changed is told", "[network]") {
  auto later = before();
  later.erase(later.begin() + 1);
  later.push_back(record("d3", "2020-01-03",
                         "Peru/c/PER\nChile/c/CHL\nRosa Soto/p/PER\nCuba/c/CUB\nPeru > supports > Chile\n"
                         "Rosa Soto > visits > Chile\nCuba > meets > Peru"));
  const auto a = network(before()), b = network(later);
  const View old_view = make_view(a, {}), new_view = make_view(b, {});
  const Diff diff = compare(old_view, new_view);
  CHECK(changes(diff) == Lines{"CUB meets PER 0>1 appeared", "PER criticizes BRA 1>0 vanished",
                               "PER supports CHL 1>2 weight", "person:rosa-soto visits CHL 1>2 status"});
  REQUIRE(diff.appeared.size() == 1);
  CHECK(diff.appeared[0]->id == "CUB");
  REQUIRE(diff.vanished.size() == 1);
  CHECK(diff.vanished[0]->id == "BRA");
  CHECK(diff.documents_added == 1);
  CHECK(diff.documents_dropped == 1);
}

TEST_CASE("an entity with a new identifier is followed", "[network]") {
  auto later = before();
  later.push_back(record("d3", "2020-01-03", "Rosa María Soto/p/PER\nPeru/c/PER\nRosa María Soto > leads > Peru"));
  later.push_back(record("d4", "2020-01-04", "Rosa María Soto/p/PER\nPeru/c/PER\nRosa María Soto > leads > Peru"));
  const auto a = network(before()), b = network(later);
  const View old_view = make_view(a, {}), new_view = make_view(b, {});
  const Diff diff = compare(old_view, new_view);
  CHECK(changes(diff) == Lines{"person:rosa-maria-soto leads PER 0>2 appeared"});
  REQUIRE(diff.renamed.size() == 1);
  CHECK(diff.renamed[0].before[0]->name == "Rosa Soto");
  CHECK(diff.renamed[0].after[0]->name == "Rosa María Soto");
}

TEST_CASE("entities that became one are told, and their relations are not lost", "[network]") {
  const std::vector<Record> records{record("a", "", "Sergei Lavrov/p/RUS\nChile/c/CHL\nSergei Lavrov > visits > Chile"),
                                    record("b", "", "Minister X/p/\nChile/c/CHL\nMinister X > visits > Chile")};
  NetworkBuilder builder(knowledge());
  for (const auto& each : records) builder.add(each, each.document);
  const auto a = network(records);
  const auto b = builder.build({{.action = Correction::Action::merge,
                                 .entity = {"Sergei Lavrov", Kind::person, "RUS", ""},
                                 .other = {"Minister X", Kind::person, "", ""}}});
  const View old_view = make_view(a, {}), new_view = make_view(b, {});
  const Diff diff = compare(old_view, new_view);
  CHECK(changes(diff).empty());
  REQUIRE(diff.renamed.size() == 1);
  CHECK(diff.renamed[0].before.size() == 2);
  CHECK(diff.renamed[0].after.size() == 1);
  const Diff back = compare(new_view, old_view);
  REQUIRE(back.renamed.size() == 1);
  CHECK(back.renamed[0].after.size() == 2);
}
