// Measures against values that igraph 1.0 and NetworkX 3.6 gave (tests/centrality/reference.json names the versions;
// scripts/reference-measures computes it anew).
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "entente/statistics.hpp"
#include "support/source_dir.hpp"
#include "support/temporary_directory.hpp"
#include "text/json.hpp"

using namespace entente;

namespace {

using Values = std::vector<double>;

struct Reference {
  std::string name;
  SimpleGraph directed, undirected;
  std::map<std::string, Values> values;
};

Values numbers(const json::Node& node) {
  Values out;
  for (std::uint32_t i = 0; i < node.size(); ++i) out.push_back(node.at(i).number());
  return out;
}

Reference read_graph(const json::Node& node) {
  Reference out;
  out.name = node.at("name").string();
  std::vector<SimpleGraph::Arc> arcs;
  const auto listed = node.at("arcs");
  for (std::uint32_t i = 0; i < listed.size(); ++i) {
    const auto arc = listed.at(i);
    arcs.push_back({arc.at(0U).uint32(), arc.at(1U).uint32(), arc.at(2U).number()});
  }
  out.directed = SimpleGraph(node.at("nodes").uint32(), std::move(arcs));
  out.undirected = out.directed.undirected();
  const auto values = node.at("values");
  for (auto member = values.value().MemberBegin(); member != values.value().MemberEnd(); ++member)
    out.values[member->name.GetString()] = numbers(values.at(member->name.GetString()));
  return out;
}

const std::vector<Reference>& references() {
  static const std::vector<Reference> all = [] {
    const auto file = test::source_dir() / "tests/centrality/reference.json";
    const std::string text = test::read_file(file), where = file.string();
    rapidjson::Document tree;
    json::parse(tree, text, where);
    const json::Node root(tree, where);
    const auto graphs = root.at("graphs");
    std::vector<Reference> out;
    for (std::uint32_t i = 0; i < graphs.size(); ++i) out.push_back(read_graph(graphs.at(i)));
    return out;
  }();
  return all;
}

/// Each part named by its least node, as the file has it.
Values least_of_part(const std::vector<std::uint32_t>& part) {
  std::map<std::uint32_t, double> least;
  Values out;
  for (std::uint32_t v = 0; v < part.size(); ++v) out.push_back(least.try_emplace(part[v], v).first->second);
  return out;
}

Values bridges(const SimpleGraph& graph) {
  Values out;
  for (const auto& [a, b] : cuts(graph).bridges) out.insert(out.end(), {double(a), double(b)});
  return out;
}

Values articulation(const SimpleGraph& graph) {
  Values out(graph.size());
  for (const auto v : cuts(graph).articulation_points) out[v] = 1;
  return out;
}

Values remainders(const SimpleGraph& graph) {
  std::vector<std::uint32_t> group(graph.size());
  for (std::uint32_t v = 0; v < graph.size(); ++v) group[v] = v % 3;
  return {assortativity(graph, group).value()};
}

const std::map<std::string, std::function<Values(const Reference&)>> computed{
    {"betweenness directed", [](const Reference& r) { return betweenness(r.directed); }},
    {"betweenness", [](const Reference& r) { return betweenness(r.undirected); }},
    {"closeness directed", [](const Reference& r) { return closeness(r.directed).closeness; }},
    {"closeness", [](const Reference& r) { return closeness(r.undirected).closeness; }},
    {"harmonic directed", [](const Reference& r) { return closeness(r.directed).harmonic; }},
    {"harmonic", [](const Reference& r) { return closeness(r.undirected).harmonic; }},
    {"pagerank", [](const Reference& r) { return pagerank(r.directed); }},
    {"eigenvector", [](const Reference& r) { return eigenvector(r.undirected); }},
    {"hub", [](const Reference& r) { return hits(r.directed).hubs; }},
    {"authority", [](const Reference& r) { return hits(r.directed).authorities; }},
    {"katz", [](const Reference& r) { return katz(r.directed); }},
    {"degree", [](const Reference& r) { return degree(r.directed); }},
    {"in_degree", [](const Reference& r) { return in_degree(r.directed); }},
    {"out_degree", [](const Reference& r) { return out_degree(r.directed); }},
    {"strength", [](const Reference& r) { return strength(r.directed); }},
    {"in_strength", [](const Reference& r) { return in_strength(r.directed); }},
    {"out_strength", [](const Reference& r) { return out_strength(r.directed); }},
    {"core", [](const Reference& r) { return core_numbers(r.undirected); }},
    {"clustering", [](const Reference& r) { return clustering(r.undirected); }},
    {"articulation", [](const Reference& r) { return articulation(r.undirected); }},
    {"bridges", [](const Reference& r) { return bridges(r.undirected); }},
    {"components", [](const Reference& r) { return least_of_part(components(r.directed)); }},
    {"strong components", [](const Reference& r) { return least_of_part(strong_components(r.directed)); }},
    {"reciprocity", [](const Reference& r) { return Values{reciprocity(r.directed)}; }},
    {"assortativity of v mod 3", [](const Reference& r) { return remainders(r.directed); }},
};

}  // namespace

TEST_CASE("measures have the values of igraph and NetworkX", "[centrality]") {
  CHECK(references().size() == 11);
  for (const Reference& reference : references())
    for (const auto& [name, expected] : reference.values) {
      if (name == "leiden modularity") continue;
      INFO(reference.name << ": " << name);
      REQUIRE(computed.contains(name));
      const Values got = computed.at(name)(reference);
      REQUIRE(got.size() == expected.size());
      double largest = 1e-300, off = 0;
      for (std::size_t i = 0; i < got.size(); ++i) {
        largest = std::max(largest, std::abs(expected[i]));
        off = std::max(off, std::abs(got[i] - expected[i]));
      }
      CHECK(off / largest <= 1e-9);
    }
}

TEST_CASE("every measure of the reference is of ten graphs where it is unique", "[centrality]") {
  std::map<std::string, int> graphs;
  for (const Reference& reference : references())
    for (const auto& [name, values] : reference.values) ++graphs[name];
  for (const auto& [name, compute] : computed) {
    INFO(name);
    const bool spectral = name == "eigenvector" || name == "hub" || name == "authority";
    CHECK(graphs[name] >= (spectral ? 7 : 10));
  }
}

TEST_CASE("communities are no worse than the best of twenty runs of igraph's Leiden", "[centrality]") {
  for (const Reference& reference : references()) {
    INFO(reference.name);
    const Communities found = leiden(reference.undirected);
    CHECK(found.modularity >= reference.values.at("leiden modularity").front() - 1e-9);
    CHECK(found.modularity == Approx(modularity(reference.undirected, found.community)).margin(1e-12));
    CHECK(leiden(reference.undirected).community == found.community);
  }
}

TEST_CASE("no value depends on the number of threads", "[centrality]") {
  for (const Reference& reference : references()) {
    INFO(reference.name);
    const SimpleGraph& graph = reference.directed;
    CHECK(betweenness(graph, 3) == betweenness(graph, 1));
    CHECK(pagerank(graph, 0.85, 1e-12, 3) == pagerank(graph));
    CHECK(closeness(graph, 3).harmonic == closeness(graph).harmonic);
    CHECK(sampled_betweenness(graph, 0.2, 0.9, 3).values == sampled_betweenness(graph, 0.2, 0.9, 1).values);
  }
}

TEST_CASE("sampled betweenness is within its bound, and exact with all sources", "[centrality]") {
  const auto& graph = references().back().directed;
  const auto exact = betweenness(graph);
  int outside = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const auto sampled = sampled_betweenness(graph, 0.35, 0.9, 1, seed);
    REQUIRE(sampled.samples < graph.size());
    REQUIRE(sampled.error > 0);
    REQUIRE(sampled.error <= 0.35 * graph.size() * (graph.size() - 2));
    for (std::size_t v = 0; v < exact.size(); ++v)
      if (std::abs(sampled.values[v] - exact[v]) > sampled.error) {
        ++outside;
        break;
      }
  }
  CHECK(outside <= 4);  // One run in ten may be; Hoeffding's bound is far from tight.
  const auto all = sampled_betweenness(graph, 0.001);
  CHECK(all.samples == graph.size());
  CHECK(all.error == 0);
  for (std::size_t v = 0; v < exact.size(); ++v) CHECK(all.values[v] == Approx(exact[v]));
}
