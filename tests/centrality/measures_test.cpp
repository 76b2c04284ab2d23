// What other libraries lack or define otherwise, on graphs small enough to count by hand.
#include <catch2/catch.hpp>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "entente/statistics.hpp"
#include "support/records.hpp"

using namespace entente;
using namespace entente::test;

namespace {

using Values = std::vector<double>;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

SimpleGraph directed(std::uint32_t nodes, const Pairs& pairs) {
  std::vector<SimpleGraph::Arc> arcs;
  for (const auto& [a, b] : pairs) arcs.push_back({a, b, 1});
  return SimpleGraph(nodes, std::move(arcs));
}
SimpleGraph undirected(std::uint32_t nodes, const Pairs& pairs) { return directed(nodes, pairs).undirected(); }

/// Countries A to D; A, B and C are friends of each other but A and D, B and D are hostile, C and D friendly.
Network four() {
  return network({record("d1", "2020-01-02",
                         "Aland/c/AAA\nBland/c/BBB\nCland/c/CCC\nDland/c/DDD\n"
                         "Aland > supports > Bland\nAland > meets > Cland\nCland > supports > Bland\n"
                         "Aland > sanctions > Dland\nDland > criticizes > Bland\nCland > supports > Dland"),
                  record("d2", "2020-02-03",
                         "Aland/c/AAA\nBland/c/BBB\nCland/c/CCC\nAland > criticizes > Bland\nAland > supports > "
                         "Bland\nBland > sanctions > Cland")});
}

}  // namespace

TEST_CASE("a simple graph joins parallel arcs, adds weights and drops loops", "[centrality]") {
  const SimpleGraph graph(3, {{2, 1, 0.5}, {0, 1, 2}, {2, 1, 3}, {1, 1, 9}, {1, 2, 1}});
  CHECK(graph.arcs() == 3);
  CHECK(Values(graph.out(2).weights.begin(), graph.out(2).weights.end()) == Values{3.5});
  CHECK(Values(graph.in(1).weights.begin(), graph.in(1).weights.end()) == Values{2, 3.5});
  const auto both = graph.undirected();
  CHECK(Values(both.out(1).weights.begin(), both.out(1).weights.end()) == Values{2, 4.5});
  CHECK(Values(both.in(1).weights.begin(), both.in(1).weights.end()) == Values{2, 4.5});
}

TEST_CASE("measures of graphs without nodes or without arcs", "[centrality]") {
  for (const std::uint32_t n : {0U, 1U, 3U}) {
    INFO(n);
    const SimpleGraph graph(n, {});
    const Values none(n, 0.0);
    CHECK(betweenness(graph) == none);
    CHECK(closeness(graph).closeness == none);
    CHECK(closeness(graph).harmonic == none);
    CHECK(core_numbers(graph) == none);
    CHECK(clustering(graph) == none);
    CHECK(hits(graph).hubs == none);
    CHECK(eigenvector(graph) == Values(n, 1.0));
    CHECK(pagerank(graph) == Values(n, n > 0 ? 1.0 / n : 0));
    CHECK(katz(graph).size() == n);
    CHECK(cuts(graph).articulation_points.empty());
    CHECK(leiden(graph).community.size() == n);
    CHECK(leiden(graph).modularity == 0);
    CHECK(sampled_betweenness(graph, 0.1).values == none);
    CHECK(reciprocity(graph) == 0);
    CHECK_FALSE(assortativity(graph, std::vector<std::uint32_t>(n, 0)).has_value());
  }
}

TEST_CASE("brokers of Gould and Fernandez, by hand", "[centrality]") {
  // Groups: 0, 1, 2 are of group 0; 3, 4 of group 1; 5 of group 2. Paths a -> v -> b without a -> b:
  const auto graph = directed(6, {{0, 1}, {1, 2}, {3, 1}, {1, 4}, {5, 1}, {0, 3}, {3, 5}, {0, 4}});
  const auto roles = brokerage(graph, std::vector<std::uint32_t>{0, 0, 0, 1, 1, 2});
  // Over 1: 0>1>2 coordinator (0>1>4 is shut by 0>4); 3>1>2 and 5>1>2 gatekeeper; 3>1>4 itinerant; 5>1>4 liaison.
  // Over 3: 0>3>1 is shut by 0>1; 0>3>5 liaison. Over 5: 3>5>1 is shut by 3>1.
  CHECK(roles.coordinator == Values{0, 1, 0, 0, 0, 0});
  CHECK(roles.gatekeeper == Values{0, 2, 0, 0, 0, 0});
  CHECK(roles.itinerant == Values{0, 1, 0, 0, 0, 0});
  CHECK(roles.liaison == Values{0, 1, 0, 1, 0, 0});
  CHECK(roles.representative == Values(6, 0.0));
  // The other way round a gatekeeper is a representative.
  const auto back = brokerage(directed(6, {{1, 0}, {2, 1}, {1, 3}, {4, 1}, {1, 5}, {3, 0}, {5, 3}, {4, 0}}),
                              std::vector<std::uint32_t>{0, 0, 0, 1, 1, 2});
  CHECK(back.representative == Values{0, 2, 0, 0, 0, 0});
  CHECK(back.gatekeeper == Values(6, 0.0));
}

TEST_CASE("groups are kinds or countries; who has no country is alone", "[centrality]") {
  const auto net = network({record("d", "",
                                   "Ann Ames/p/AAA\nAland/c/AAA\nClub/o/\nGuild/o/\nAnn Ames > leads > Aland\n"
                                   "Aland > member_of > Club\nAland > member_of > Guild")});
  const auto view = make_view(net, {});  // AAA, org:club, org:guild, person:ann-ames
  const auto kinds = groups(view, Grouping::kind), countries = groups(view, Grouping::country);
  CHECK(kinds[1] == kinds[2]);
  CHECK(std::set<std::uint32_t>(kinds.begin(), kinds.end()).size() == 3);
  CHECK(countries[0] == countries[3]);
  CHECK(std::set<std::uint32_t>(countries.begin(), countries.end()).size() == 3);
}

TEST_CASE("structural balance, by hand", "[centrality]") {
  const auto net = four();
  const auto found = balance(make_view(net, {}));
  // AB: two of support against one of criticism, friendly. BC: support against sanctions, neither. AC, CD friendly; AD,
  // BD hostile.
  CHECK(found.friendly == 3);
  CHECK(found.hostile == 2);
  // Triangles: ABD + - - balanced; ACD + + - unbalanced; ABC and BCD lack a side.
  CHECK(found.balanced == 1);
  CHECK(found.unbalanced == 1);
  CHECK(found.share == Values{0.5, 1, 0, 0.5});
}

TEST_CASE("articulation points, bridges and what they cut off, by hand", "[centrality]") {
  // Two triangles and a tail: 0-1-2, 2-3, 3-4-5, 5-6-7; 8-9 apart; 10 alone.
  const auto found = cuts(undirected(11, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}, {5, 6}, {6, 7}, {8, 9}}));
  CHECK(found.articulation_points == std::vector<std::uint32_t>{2, 3, 5, 6});
  CHECK(found.bridges == Pairs{{2, 3}, {5, 6}, {6, 7}, {8, 9}});
  CHECK(found.cut_off == std::vector<std::uint32_t>{3, 2, 1, 1});
}

TEST_CASE("the search for cuts needs no deep stack", "[centrality]") {
  Pairs path;
  for (std::uint32_t i = 0; i + 1 < 300000; ++i) path.emplace_back(i, i + 1);
  CHECK(cuts(undirected(300000, path)).bridges.size() == path.size());
  CHECK(strong_components(directed(300000, path)).back() == 299999);
}

TEST_CASE("parts are numbered by size, then by their first node", "[centrality]") {
  const auto graph = directed(7, {{5, 6}, {6, 4}, {1, 2}, {2, 1}});
  CHECK(components(graph) == std::vector<std::uint32_t>{2, 1, 1, 3, 0, 0, 0});
  CHECK(strong_components(graph) == std::vector<std::uint32_t>{1, 0, 0, 2, 3, 4, 5});
}

TEST_CASE("communities of two cliques with one arc between them", "[centrality]") {
  Pairs pairs{{0, 5}};
  for (std::uint32_t a = 0; a < 5; ++a)
    for (std::uint32_t b = a + 1; b < 5; ++b) {
      pairs.emplace_back(a, b);
      if (b < 4) pairs.emplace_back(5 + a, 5 + b);
    }
  const auto graph = undirected(9, pairs);  // A clique of five, one of four.
  const auto found = leiden(graph);
  CHECK(found.community == std::vector<std::uint32_t>{0, 0, 0, 0, 0, 1, 1, 1, 1});
  // 17 edges, 10 and 6 within; degrees sum to 21 and 13.
  CHECK(found.modularity == Approx(16.0 / 17 - (21.0 * 21 + 13 * 13) / (34 * 34)));
  CHECK(leiden(graph, 100).community.back() == 8);  // At a high resolution everyone is alone.
}

TEST_CASE("communities hang together", "[centrality]") {
  Pairs pairs;
  for (std::uint32_t i = 0; i < 400; ++i)
    for (const std::uint32_t step : {1U, 7U, 61U})
      if ((i * step) % 5 != 2) pairs.emplace_back(i, (i + step) % 400);
  const auto graph = undirected(400, pairs);
  const auto found = leiden(graph);
  std::vector<SimpleGraph::Arc> inside;
  for (const auto& [a, b] : pairs)
    if (found.community[a] == found.community[b]) inside.push_back({a, b, 1});
  const auto parts = components(SimpleGraph(400, std::move(inside)));
  const std::set<std::uint32_t> of_parts(parts.begin(), parts.end()),
      communities(found.community.begin(), found.community.end());
  CHECK(of_parts.size() == communities.size());
}

TEST_CASE("katz of two nodes, by hand", "[centrality]") {
  // x0 = 1, x1 = 1 + 0.5.
  const auto values = katz(directed(2, {{0, 1}}), 0.5);
  CHECK(values[0] == Approx(1 / std::sqrt(1 + 2.25)));
  CHECK(values[1] == Approx(1.5 / std::sqrt(1 + 2.25)));
}

TEST_CASE("measures of a view count evidence, and symmetric relations both ways", "[centrality]") {
  const auto net = four();
  const auto graph = simple_graph(make_view(net, {}));  // AAA, BBB, CCC, DDD
  CHECK(graph.arcs() == 8);
  CHECK(out_strength(graph) == Values{5, 1, 3, 1});
  CHECK(in_strength(graph) == Values{1, 5, 2, 2});
  CHECK(degree(graph) == Values{3, 3, 3, 3});
}

TEST_CASE("statistics of a view, by hand", "[centrality]") {
  const auto net = four();
  const auto view = make_view(net, {});
  const auto found = statistics(view);
  CHECK(found.nodes == 4);
  CHECK(found.edges == 8);
  CHECK(found.evidence == 9);
  CHECK(found.documents == 2);
  CHECK(found.pairs == 8);
  CHECK(found.density == Approx(8.0 / 12));
  CHECK(found.reciprocity == Approx(4.0 / 8));  // A and C meet; B and C answer each other.
  CHECK(found.mean_degree == 3);
  CHECK(found.components == 1);
  CHECK(found.largest_component == 4);
  CHECK(found.kinds.at("country") == 4);
  CHECK_FALSE(found.kind_assortativity.has_value());
  CHECK(found.country_assortativity.value() < 0);
  CHECK(found.classes.at("conflict").edges == 4);
  CHECK(found.classes.at("cooperation").evidence == 5);
  CHECK(found.relations.at("supports").edges == 3);
  CHECK(found.relations.at("supports").evidence == 4);
  CHECK(found.relations.at("supports").documents == 2);
  CHECK(found.statuses[0].edges == 8);
  CHECK(found.statuses[1].evidence == 0);
  CHECK(found.periods.at("2020-01").documents == 1);
  CHECK(found.periods.at("2020-02").evidence == 3);
  CHECK(found.periods.at("2020-02").edges == 3);
  CHECK(statistics(view, Period::year).periods.at("2020").documents == 2);
  CHECK(found.bridges.empty());
}

TEST_CASE("every measure gives a finite value for every actor", "[centrality]") {
  const auto net = four();
  const auto view = make_view(net, {});
  const auto input = measure_input(view, 2);
  for (const Measure& measure : measures()) {
    INFO(measure.name);
    const auto values = measure.compute(input);
    REQUIRE(values.size() == 4);
    for (const double value : values) CHECK(std::isfinite(value));
    CHECK(find_measure(measure.name) == &measure);
  }
  CHECK(find_measure("fame") == nullptr);
}
