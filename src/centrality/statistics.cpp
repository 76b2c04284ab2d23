#include "entente/statistics.hpp"

#include <algorithm>
#include <numeric>

// Counts are O(evidence log evidence); the measures name their own complexity.

namespace entente {

namespace {

std::size_t count_parts(const std::vector<std::uint32_t>& part) {
  return part.empty() ? 0 : *std::max_element(part.begin(), part.end()) + std::size_t{1};
}

/// Sorts of statements are counted one by one; a document counts once for each.
struct Counter {
  Share share;
  std::vector<std::uint32_t> documents;

  void add(std::uint32_t document) {
    ++share.evidence;
    documents.push_back(document);
  }
  Share result() {
    std::sort(documents.begin(), documents.end());
    share.documents = static_cast<std::size_t>(std::unique(documents.begin(), documents.end()) - documents.begin());
    return share;
  }
};

template <typename Key>
std::map<Key, Share> results(std::map<Key, Counter>& counters) {
  std::map<Key, Share> out;
  for (auto& [key, counter] : counters) out.emplace(key, counter.result());
  return out;
}

std::string_view period_of(std::string_view date, Period period) {
  constexpr std::array<std::size_t, 3> lengths{4, 7, 10};
  return date.substr(0, lengths[static_cast<std::size_t>(period)]);
}

void count_evidence(const View& view, Period period, Statistics& out) {
  Counter all;
  std::map<std::string, Counter> classes, relations, periods;
  std::array<Counter, 6> statuses;
  std::vector<std::string_view> when;
  for (const ViewEdge& edge : view.edges) {
    Counter &its_class = classes[edge.event_class], &relation = relations[edge.relation];
    ++its_class.share.edges;
    ++relation.share.edges;
    ++statuses[static_cast<std::size_t>(edge.status)].share.edges;
    when.clear();
    for (const Evidence* piece : edge.evidence) {
      for (Counter* counter : {&all, &its_class, &relation, &statuses[static_cast<std::size_t>(piece->status)]})
        counter->add(piece->document);
      when.push_back(period_of(view.network->documents()[piece->document].date, period));
      periods[std::string(when.back())].add(piece->document);
    }
    std::sort(when.begin(), when.end());
    when.erase(std::unique(when.begin(), when.end()), when.end());
    for (const auto name : when) ++periods[std::string(name)].share.edges;
  }
  const Share total = all.result();
  out.evidence = total.evidence;
  out.documents = total.documents;
  out.classes = results(classes);
  out.relations = results(relations);
  out.periods = results(periods);
  for (std::size_t s = 0; s < statuses.size(); ++s) out.statuses[s] = statuses[s].result();
}

void measure(const MeasureInput& in, Statistics& out) {
  const double n = static_cast<double>(out.nodes);
  const auto mean = [&](const std::vector<double>& values) {
    return n > 0 ? std::accumulate(values.begin(), values.end(), 0.0) / n : 0;
  };
  out.pairs = in.directed.arcs();
  out.density = out.nodes > 1 ? static_cast<double>(out.pairs) / (n * (n - 1)) : 0;
  out.reciprocity = reciprocity(in.directed);
  out.mean_degree = mean(degree(in.directed));
  out.mean_clustering = mean(clustering(in.undirected));
  const auto part = components(in.directed);
  out.components = count_parts(part);
  out.largest_component = static_cast<std::size_t>(std::count(part.begin(), part.end(), 0U));
  out.strong_components = count_parts(strong_components(in.directed));
  const Communities found = leiden(in.undirected);
  out.communities = count_parts(found.community);
  out.modularity = found.modularity;
  const Cuts its_cuts = cuts(in.undirected);
  out.articulation_points = its_cuts.articulation_points.size();
  for (std::size_t i = 0; i < its_cuts.bridges.size(); ++i)
    out.bridges.push_back({its_cuts.bridges[i].first, its_cuts.bridges[i].second, its_cuts.cut_off[i]});
  std::stable_sort(out.bridges.begin(), out.bridges.end(),
                   [](const Bridge& a, const Bridge& b) { return a.cut_off > b.cut_off; });
  out.balance = balance(in.view);
  out.kind_assortativity = assortativity(in.directed, groups(in.view, Grouping::kind));
  auto countries = groups(in.view, Grouping::country);
  for (std::size_t v = 0; v < countries.size(); ++v)
    if (in.view.nodes[v].country.empty()) countries[v] = no_index;
  out.country_assortativity = assortativity(in.directed, countries);
}

}  // namespace

double reciprocity(const SimpleGraph& graph) {
  std::size_t returned = 0;
  for (std::uint32_t v = 0; v < graph.size(); ++v)
    for (const auto u : graph.out(v).nodes) {
      const auto back = graph.out(u).nodes;
      returned += std::binary_search(back.begin(), back.end(), v) ? 1 : 0;
    }
  return graph.arcs() == 0 ? 0 : static_cast<double>(returned) / static_cast<double>(graph.arcs());
}

std::optional<double> assortativity(const SimpleGraph& graph, std::span<const std::uint32_t> group) {
  std::map<std::uint32_t, std::pair<double, double>> ends;  // Group → arcs that start and end in it.
  double arcs = 0, within = 0;
  for (std::uint32_t v = 0; v < graph.size(); ++v)
    for (const auto u : graph.out(v).nodes) {
      if (group[v] == no_index || group[u] == no_index) continue;
      ++arcs;
      ++ends[group[v]].first;
      ++ends[group[u]].second;
      within += group[v] == group[u] ? 1 : 0;
    }
  double expected = 0;
  for (const auto& [number, counts] : ends) expected += counts.first / arcs * (counts.second / arcs);
  if (arcs == 0 || expected >= 1) return std::nullopt;
  return (within / arcs - expected) / (1 - expected);
}

Statistics statistics(const View& view, Period period, int jobs) {
  Statistics out;
  out.nodes = view.nodes.size();
  out.edges = view.edges.size();
  for (const ViewNode& node : view.nodes) ++out.kinds[to_string(node.kind)];
  count_evidence(view, period, out);
  measure(measure_input(view, jobs), out);
  return out;
}

}  // namespace entente
