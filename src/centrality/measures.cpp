#include <algorithm>
#include <array>

#include "entente/centrality.hpp"

namespace entente {

namespace {

using Input = MeasureInput;
using Values = std::vector<double>;

Values halved(Values values) {
  for (double& value : values) value /= 2;
  return values;
}

template <std::vector<double> Brokerage::*role, Grouping grouping>
Values broker(const Input& in) {
  return brokerage(in.directed, groups(in.view, grouping)).*role;
}

Values as_values(const std::vector<std::uint32_t>& numbers) { return {numbers.begin(), numbers.end()}; }

Values marked(const std::vector<std::uint32_t>& nodes, std::uint32_t size) {
  Values out(size);
  for (const auto node : nodes) out[node] = 1;
  return out;
}

constexpr std::array<Measure, 32> all{{
    {"degree", "number of different partners", [](const Input& in) { return degree(in.directed); }},
    {"in_degree", "number of different partners that point at it",
     [](const Input& in) { return in_degree(in.directed); }},
    {"out_degree", "number of different partners it points at",
     [](const Input& in) { return out_degree(in.directed); }},
    {"strength", "pieces of evidence of all its relations", [](const Input& in) { return strength(in.directed); }},
    {"in_strength", "pieces of evidence of relations that point at it",
     [](const Input& in) { return in_strength(in.directed); }},
    {"out_strength", "pieces of evidence of relations that start from it",
     [](const Input& in) { return out_strength(in.directed); }},
    {"betweenness", "shortest paths between others that pass through it; undirected, by steps, not normalised",
     [](const Input& in) { return halved(betweenness(in.undirected, in.jobs)); }},
    {"betweenness_directed", "the same along the direction of relations",
     [](const Input& in) { return betweenness(in.directed, in.jobs); }},
    {"betweenness_sampled", "estimate of betweenness: 95 % sure to be within 0.01 n(n-2)/2",
     [](const Input& in) { return halved(sampled_betweenness(in.undirected, 0.01, 0.95, in.jobs).values); }},
    {"closeness", "actors it reaches divided by the sum of steps to them; undirected",
     [](const Input& in) { return closeness(in.undirected, in.jobs).closeness; }},
    {"harmonic", "mean of 1/steps to all others; undirected",
     [](const Input& in) { return closeness(in.undirected, in.jobs).harmonic; }},
    {"eigenvector", "partners' values added, weighted; undirected, largest 1",
     [](const Input& in) { return eigenvector(in.undirected); }},
    {"katz", "walks that end at it, longer ones counting less (0.85 of the limit); directed, length 1",
     [](const Input& in) { return katz(in.directed); }},
    {"pagerank", "where random walks along the relations end up; directed, weighted, damping 0.85, sums to 1",
     [](const Input& in) { return pagerank(in.directed, 0.85, 1e-12, in.jobs); }},
    {"hub", "points at good authorities (HITS); directed, weighted, largest 1",
     [](const Input& in) { return hits(in.directed).hubs; }},
    {"authority", "good hubs point at it (HITS); directed, weighted, largest 1",
     [](const Input& in) { return hits(in.directed).authorities; }},
    {"core", "largest k such that it is in a part where all have k partners",
     [](const Input& in) { return core_numbers(in.undirected); }},
    {"clustering", "share of pairs of its partners that are partners",
     [](const Input& in) { return clustering(in.undirected); }},
    {"articulation", "1 where its absence would split the network",
     [](const Input& in) { return marked(cuts(in.undirected).articulation_points, in.undirected.size()); }},
    {"component", "number of its connected part, the largest 0",
     [](const Input& in) { return as_values(components(in.directed)); }},
    {"community", "number of its community (Leiden, modularity, seed 1), the largest 0",
     [](const Input& in) { return as_values(leiden(in.undirected).community); }},
    {"balance", "share of its triangles of cooperation and conflict that are balanced",
     [](const Input& in) { return balance(in.view).share; }},
    {"coordinator", "brokers between two of its own state", broker<&Brokerage::coordinator, Grouping::country>},
    {"itinerant", "brokers between two of one other state", broker<&Brokerage::itinerant, Grouping::country>},
    {"gatekeeper", "brokers from another state to its own", broker<&Brokerage::gatekeeper, Grouping::country>},
    {"representative", "brokers from its own state to another", broker<&Brokerage::representative, Grouping::country>},
    {"liaison", "brokers between two different other states", broker<&Brokerage::liaison, Grouping::country>},
    {"kind_coordinator", "brokers between two of its own kind", broker<&Brokerage::coordinator, Grouping::kind>},
    {"kind_itinerant", "brokers between two of one other kind", broker<&Brokerage::itinerant, Grouping::kind>},
    {"kind_gatekeeper", "brokers from another kind to its own", broker<&Brokerage::gatekeeper, Grouping::kind>},
    {"kind_representative", "brokers from its own kind to another", broker<&Brokerage::representative, Grouping::kind>},
    {"kind_liaison", "brokers between two different other kinds", broker<&Brokerage::liaison, Grouping::kind>},
}};

}  // namespace

MeasureInput measure_input(const View& view, int jobs) {
  SimpleGraph directed = simple_graph(view);
  SimpleGraph undirected = directed.undirected();
  return {view, std::move(directed), std::move(undirected), jobs};
}

std::span<const Measure> measures() { return all; }

const Measure* find_measure(std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Measure& m) { return m.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace entente
