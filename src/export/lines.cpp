#include "export/lines.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace entente::exporting {

namespace {

using Pair = std::tuple<std::uint32_t, std::uint32_t, std::string>;  // Lower node, higher node, class.

struct Bundle {
  std::set<std::string> relations;
  Status status = Status::ended;
  double weight = 0;
  std::uint32_t edges = 0;
  bool forward = false, backward = false, symmetric = true;

  void add(const ViewEdge& edge, bool is_forward) {
    ++edges;
    relations.insert(edge.relation);
    status = std::min(status, edge.status);
    weight += edge.weight();
    symmetric = symmetric && edge.symmetric;
    forward |= is_forward || edge.symmetric;
    backward |= !is_forward || edge.symmetric;
  }
};

std::string relation_names(const std::set<std::string>& relations) {
  std::string out;
  for (auto name : relations) {
    std::replace(name.begin(), name.end(), '_', ' ');
    out.append(out.empty() ? "" : ",\n").append(name);
  }
  return out;
}

/// Which of its lines a spanning forest takes, tried in this order (Kruskal 1956).
std::vector<std::size_t> forest(const std::vector<DrawnEdge>& lines, const std::vector<std::size_t>& order,
                                std::size_t nodes) {
  std::vector<std::uint32_t> root(nodes);
  std::iota(root.begin(), root.end(), 0U);
  const auto find = [&](std::uint32_t v) {
    while (root[v] != v) v = root[v] = root[root[v]];
    return v;
  };
  std::vector<std::size_t> out;
  for (const auto i : order) {
    const auto a = find(lines[i].source), b = find(lines[i].target);
    if (a == b) continue;
    root[a] = b;
    out.push_back(i);
  }
  return out;
}

}  // namespace

std::vector<DrawnEdge> bundle(const View& view, const std::vector<std::uint32_t>& place) {
  std::map<Pair, Bundle> bundles;
  for (const ViewEdge& edge : view.edges) {
    const auto source = place[edge.source], target = place[edge.target];
    if (source == no_index || target == no_index) continue;
    bundles[{std::min(source, target), std::max(source, target), edge.event_class}].add(edge, source < target);
  }
  std::vector<DrawnEdge> edges;
  for (const auto& [key, b] : bundles) {
    const auto [low, high, event_class] = key;
    edges.push_back({b.forward ? low : high, b.forward ? high : low, event_class, relation_names(b.relations), b.status,
                     b.weight, b.forward && b.backward, b.symmetric, b.edges});
  }
  return edges;
}

std::vector<DrawnEdge> strongest(std::vector<DrawnEdge> lines, std::size_t nodes, std::size_t most) {
  if (lines.size() <= most) return lines;
  std::vector<std::size_t> order(lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return lines[a].weight > lines[b].weight; });
  std::vector<bool> kept(lines.size());
  std::size_t count = 0;
  const auto keep = [&](std::size_t i) {
    count += !kept[i];
    kept[i] = true;
  };
  for (const auto i : forest(lines, order, nodes)) keep(i);
  for (const auto i : order)
    if (count < most) keep(i);
  std::vector<DrawnEdge> out;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (kept[i]) out.push_back(std::move(lines[i]));
  return out;
}

}  // namespace entente::exporting
