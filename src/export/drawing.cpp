#include "export/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "export/attributes.hpp"
#include "export/layout.hpp"
#include "export/lines.hpp"
#include "export/look.hpp"

namespace entente::exporting {

namespace {

/// Characters of UTF-8 text.
std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

/// Breaks at spaces so that no line is much longer than the square of the text asks for.
std::vector<std::string> wrap(std::string_view text) {
  const std::size_t most =
      std::max<std::size_t>(14, static_cast<std::size_t>(2.6 * std::sqrt(static_cast<double>(length(text)))));
  std::vector<std::string> lines;
  for (std::size_t i = 0; i <= text.size();) {
    const auto end = std::min(text.find(' ', i), text.size());
    const auto word = text.substr(i, end - i);
    if (!lines.empty() && length(lines.back()) + 1 + length(word) <= most)
      lines.back().append(" ").append(word);
    else if (!word.empty())
      lines.emplace_back(word);
    i = end + 1;
  }
  return lines;
}

/// Nodes by number of neighbours, then strength, then id.
std::vector<std::uint32_t> ranked(const Scene& scene) {
  const View& view = scene.view;
  std::vector<std::uint32_t> order(view.nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::make_tuple(-scene.degree[a], -scene.strength[a], view.nodes[a].id) <
           std::make_tuple(-scene.degree[b], -scene.strength[b], view.nodes[b].id);
  });
  return order;
}

/// The first `top` of the ranking, but the last of those that have none of their neighbours among them gives way to the
/// next, until all have one.
std::vector<std::uint32_t> choose(const Scene& scene, std::size_t top) {
  auto order = ranked(scene);
  if (order.size() <= top) return order;
  const SimpleGraph graph = simple_graph(scene.view).undirected();
  std::vector<std::uint32_t> chosen, neighbours(order.size());  // Neighbours that are chosen.
  const auto add = [&](std::uint32_t node) {
    chosen.push_back(node);
    for (const auto u : graph.out(node).nodes) ++neighbours[u];
  };
  std::size_t next = 0;
  while (next < top) add(order[next++]);
  for (;;) {
    const auto alone =
        std::find_if(chosen.rbegin(), chosen.rend(), [&](std::uint32_t v) { return neighbours[v] == 0; });
    if (alone == chosen.rend()) return chosen;
    for (const auto u : graph.out(*alone).nodes) --neighbours[u];
    chosen.erase(std::next(alone).base());
    if (next < order.size()) add(order[next++]);
    if (chosen.empty()) break;
  }
  order.resize(top);  // No two are related.
  return order;
}

void measure(DrawnNode& drawn, double most_degree, bool crowded) {
  constexpr double line = 1.25;  // Of the font's size.
  drawn.font = (crowded ? 9 : 10) + 10 * std::sqrt(drawn.degree / std::max(1.0, most_degree));
  drawn.lines = wrap(drawn.node->name);
  double longest = 1;
  for (const auto& text : drawn.lines) longest = std::max(longest, text_width(text));
  // Room that the shape's corners take away.
  const bool has_corners = drawn.node->kind == Kind::person || drawn.node->kind == Kind::organization;
  drawn.width = (has_corners ? 1 : 1.2) * drawn.font * longest + 14;
  drawn.height = (has_corners ? 1 : 1.3) * line * drawn.font * static_cast<double>(drawn.lines.size()) + 9;
}

void place_nodes(Drawing& drawing) {
  std::vector<SimpleGraph::Arc> arcs;
  for (const DrawnEdge& edge : drawing.edges) arcs.push_back({edge.source, edge.target, edge.weight});
  std::vector<Extent> extents;
  for (const DrawnNode& node : drawing.nodes) extents.push_back({node.width / 2 + 12, node.height / 2 + 12});
  const auto places =
      layout(SimpleGraph(static_cast<std::uint32_t>(drawing.nodes.size()), std::move(arcs)).undirected(), extents,
             drawing.nodes.size() > 80   ? 2.0
             : drawing.nodes.size() > 20 ? 2.4
                                         : 5.0);
  for (std::size_t i = 0; i < places.size(); ++i) {
    drawing.nodes[i].x = places[i].x;
    drawing.nodes[i].y = places[i].y;
  }
}

/// Three an actor; of many actors fewer, since lines between them are longer and cross more others.
std::size_t legible_lines(std::size_t actors) { return actors > 60 ? 120 + actors : std::max<std::size_t>(3 * actors, 30); }

}  // namespace

Drawing make_drawing(const View& view, const ExportOptions& options) {
  const Scene scene = measure_scene(view);
  Drawing drawing;
  std::vector<std::uint32_t> place(view.nodes.size(), no_index);
  double most_degree = 0;
  auto chosen = choose(scene, options.top);
  std::sort(chosen.begin(), chosen.end());
  for (const auto i : chosen) {
    place[i] = static_cast<std::uint32_t>(drawing.nodes.size());
    most_degree = std::max(most_degree, scene.degree[i]);
    drawing.nodes.push_back({&view.nodes[i], scene.degree[i], 10, {}, 0, 0, 0, 0});
  }
  drawing.edges = bundle(view, place);
  const std::size_t lines = options.lines > 0 ? options.lines : legible_lines(drawing.nodes.size());
  const std::size_t all_lines = drawing.edges.size();
  drawing.edges = strongest(std::move(drawing.edges), drawing.nodes.size(), lines);
  for (DrawnNode& node : drawing.nodes) measure(node, most_degree, drawing.nodes.size() > 80);
  place_nodes(drawing);
  std::size_t drawn = 0;
  for (const DrawnEdge& edge : drawing.edges) drawn += edge.relations;
  if (!options.title.empty()) drawing.caption.push_back(options.title);
  drawing.caption.push_back("View: " + view.definition + ".");
  const auto of = [](std::size_t part, std::size_t whole) {
    return part == whole ? std::to_string(whole) : std::to_string(part) + " of " + std::to_string(whole);
  };
  drawing.caption.push_back(of(drawing.nodes.size(), view.nodes.size()) + " actors" +
                            (drawing.nodes.size() < view.nodes.size() ? " (those with the most relations)" : "") +
                            ", " + of(drawn, view.edges.size()) + " relations" +
                            (drawing.edges.size() < all_lines ? " (those with the most evidence)" : "") + " from " +
                            std::to_string(view.network->documents().size()) + " documents.");
  drawing.caption.push_back("Larger names: relations with more others. Thicker lines: more evidence.");
  return drawing;
}

}  // namespace entente::exporting
