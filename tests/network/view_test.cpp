#include "entente/view.hpp"

#include <catch2/catch.hpp>

#include "entente/graph.hpp"
#include "support/records.hpp"

using namespace entente;
using namespace entente::test;

namespace {

Network example() {
  return network({record("d1", "2020-02-05",
                         "Ann Ames/p/AAA\nBob Bell/p/BBB\nAland/c/AAA\nBland/c/BBB\nClub/o/\n"
                         "Ann Ames > leads > Aland\nAland > supports > Bland by Ann Ames\nAland > sanctions > "
                         "Bland\nBland > member_of > Club"),
                  record("d2", "2020-03-07",
                         "Aland/c/AAA\nBland/c/BBB\nBob Bell/p/BBB\nAland > supports > Bland [negated]\nBob Bell > "
                         "meets > Aland\nBland > cooperates_with > Aland [planned]"),
                  record("d3", "", "Dan Dole/p/DDD\nEra/o/EEE\nDan Dole > criticizes > Era [wanted]\nIsolated/l/")});
}

std::vector<std::string> edges_of(const View& view) {
  std::vector<std::string> out;
  for (const auto& edge : view.edges)
    out.push_back(edge.id + " " + std::string(to_string(edge.status)) + " " + std::to_string(edge.evidence.size()));
  return out;
}
std::vector<std::string> nodes_of(const View& view) {
  std::vector<std::string> out;
  for (const auto& node : view.nodes) out.emplace_back(node.id);
  return out;
}
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("without filters a view shows every relation, and only entities that have one", "[network]") {
  const auto net = example();
  const auto view = make_view(net, {});
  CHECK(edges_of(view) == Lines{"AAA-cooperates_with-BBB planned 1", "AAA-sanctions-BBB asserted 1",
                                "AAA-supports-BBB asserted 2", "AAA-meets-person:bob-bell asserted 1",
                                "BBB-member_of-org:club asserted 1", "person:ann-ames-leads-AAA asserted 1",
                                "person:dan-dole-criticizes-org:era wanted 1"});
  CHECK(view.definition == "the whole network");
  Filter isolated;
  isolated.isolated = true;
  CHECK(nodes_of(make_view(net, isolated)).back() == "place:isolated");
}

TEST_CASE("a view is filtered by relation, class, status and kind", "[network]") {
  const auto net = example();
  CHECK(edges_of(make_view(net, {.relations = {"sanctions", "leads"}})) ==
        Lines{"AAA-sanctions-BBB asserted 1", "person:ann-ames-leads-AAA asserted 1"});
  CHECK(edges_of(make_view(net, {.classes = {"conflict"}})) ==
        Lines{"AAA-sanctions-BBB asserted 1", "person:dan-dole-criticizes-org:era wanted 1"});
  CHECK(edges_of(make_view(net, {.classes = {"CONSULT"}})) == Lines{"AAA-meets-person:bob-bell asserted 1"});
  CHECK(edges_of(make_view(net, {.statuses = {Status::planned}})) == Lines{"AAA-cooperates_with-BBB planned 1"});
  CHECK(make_view(net, {.statuses = default_statuses}).edges.size() == 6);
  CHECK(edges_of(make_view(net, {.kinds = {Kind::person, Kind::organization}})) ==
        Lines{"person:dan-dole-criticizes-org:era wanted 1"});
}

TEST_CASE("filters of time and claimant leave evidence out, and status follows", "[network]") {
  const auto net = example();
  CHECK(edges_of(make_view(net, {.relations = {"supports"}, .since = "2020-03"})) ==
        Lines{"AAA-supports-BBB negated 1"});
  CHECK(edges_of(make_view(net, {.relations = {"supports"}, .until = "2020-02"})) ==
        Lines{"AAA-supports-BBB asserted 1"});
  CHECK(edges_of(make_view(net, {.relations = {"supports"}, .until = "2020"})) == Lines{"AAA-supports-BBB asserted 2"});
  CHECK(edges_of(make_view(net, {.claimed_by = {"person:ann-ames"}})) == Lines{"AAA-supports-BBB asserted 1"});
  CHECK(edges_of(make_view(net, {.relations = {"supports"}, .claimed_by = {""}})) ==
        Lines{"AAA-supports-BBB negated 1"});
  const auto view = make_view(net, {.relations = {"supports"}});
  CHECK(view.edges[0].first == "2020-02-05");
  CHECK(view.edges[0].last == "2020-03-07");
}

TEST_CASE("a view is filtered by entity, neighbourhood, weight and component", "[network]") {
  const auto net = example();
  CHECK(edges_of(make_view(net, {.entities = {"org:club", "person:ann-ames"}})) ==
        Lines{"BBB-member_of-org:club asserted 1", "person:ann-ames-leads-AAA asserted 1"});
  CHECK(nodes_of(make_view(net, {.ego = "org:club"})) == Lines{"BBB", "org:club"});
  CHECK(nodes_of(make_view(net, {.ego = "org:club", .depth = 2})) == Lines{"AAA", "BBB", "org:club"});
  CHECK(edges_of(make_view(net, {.min_weight = 2})) == Lines{"AAA-supports-BBB asserted 2"});
  CHECK(edges_of(make_view(net, {.min_documents = 2})) == Lines{"AAA-supports-BBB asserted 2"});
  CHECK(nodes_of(make_view(net, {.component = 2})) == Lines{"org:era", "person:dan-dole"});
  CHECK(make_view(net, {.component = 3}).empty());
}

TEST_CASE("persons and bodies fold into their states", "[network]") {
  const auto net = example();
  const auto view = make_view(net, {.statuses = default_statuses, .collapse = true});
  CHECK(edges_of(view) == Lines{"AAA-cooperates_with-BBB planned 1", "AAA-meets-BBB asserted 1",
                                "AAA-sanctions-BBB asserted 1", "AAA-supports-BBB asserted 2",
                                "BBB-member_of-org:club asserted 1"});
  CHECK(view.nodes[0].name == "Aland");
  CHECK(view.nodes[0].members.size() == 2);
  const auto states = make_view(net, {.relations = {"criticizes"}, .collapse = true});
  CHECK(nodes_of(states) == Lines{"DDD", "EEE"});
  CHECK(states.nodes[0].kind == Kind::country);
}

TEST_CASE("a simple view has one edge a pair", "[network]") {
  const auto net = example();
  const auto view = make_view(net, {.simple = true});
  REQUIRE(edges_of(view)[0] == "AAA-BBB asserted 4");
  CHECK(view.edges[0].relation == "cooperates_with|sanctions|supports");
  CHECK(view.edges[0].event_class == "mixed");
  CHECK(view.edges[0].documents == 2);
  CHECK(view.edges[0].statuses == std::array<std::uint32_t, 6>{2, 1, 0, 0, 1, 0});
}

TEST_CASE("an empty view says which filter emptied it", "[network]") {
  const auto net = example();
  CHECK(make_view(net, {.relations = {"supports"}, .since = "2021"}).why_empty() ==
        "nothing is left: the network has 7 edges, --relation leaves 1, --since leaves 0");
}

TEST_CASE("entities are found by id, name, other name and surname", "[network]") {
  const auto net = network(
      {record("d", "", "Nicolás Maduro/p/VEN\nCELAC/o/ = Community of States\nRaúl Castro/p/CUB\nFidel Castro/p/CUB")});
  const auto found = [&](std::string_view name) {
    Lines ids;
    for (const auto n : find_nodes(net, name)) ids.emplace_back(net.graph()[n].id);
    return ids;
  };
  CHECK(found("person:fidel-castro") == Lines{"person:fidel-castro"});
  CHECK(found("nicolas MADURO") == Lines{"person:nicolas-maduro"});
  CHECK(found("community of states") == Lines{"org:celac"});
  CHECK(found("Maduro") == Lines{"person:nicolas-maduro"});
  CHECK(found("Castro") == Lines{"person:fidel-castro", "person:raul-castro"});
  CHECK(found("Nobody").empty());
}
