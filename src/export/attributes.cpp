#include "export/attributes.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "entente/centrality.hpp"
#include "entente/graph.hpp"
#include "export/layout.hpp"
#include "export/look.hpp"

namespace entente::exporting {

namespace {

template <typename Number>
void append_chars(std::string& out, Number value) {
  std::array<char, 32> digits{};
  out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

template <typename Strings>
void append_list(std::string& out, const Strings& list) {
  bool first = true;
  for (const auto& item : list) {
    if (!first) out.push_back('|');
    for (const char c : item) out.push_back(c == '|' ? ' ' : c);  // So that the list can be taken apart again.
    first = false;
  }
}

void append_bool(std::string& out, bool value) { out.append(value ? "true" : "false"); }

using NodeColumn = Column<ViewNode>;
using EdgeColumn = Column<ViewEdge>;
using Index = std::size_t;

template <Status status>
void append_status(std::string& out, const Scene&, Index, const ViewEdge& edge) {
  append_chars(out, edge.statuses[static_cast<std::size_t>(status)]);
}

constexpr std::array<NodeColumn, 20> node_table{{
    {"label", Type::string, [](std::string& out, const Scene&, Index, const ViewNode& n) { out.append(n.name); }},
    {"kind", Type::string,
     [](std::string& out, const Scene&, Index, const ViewNode& n) { out.append(to_string(n.kind)); }},
    {"country", Type::string, [](std::string& out, const Scene&, Index, const ViewNode& n) { out.append(n.country); }},
    {"ref", Type::string, [](std::string& out, const Scene&, Index, const ViewNode& n) { out.append(n.ref); }},
    {"names", Type::list, [](std::string& out, const Scene&, Index, const ViewNode& n) { append_list(out, n.names); }},
    {"documents", Type::integer,
     [](std::string& out, const Scene&, Index, const ViewNode& n) { append_chars(out, n.documents); }},
    {"first", Type::string, [](std::string& out, const Scene&, Index, const ViewNode& n) { out.append(n.first); }},
    {"last", Type::string, [](std::string& out, const Scene&, Index, const ViewNode& n) { out.append(n.last); }},
    {"degree", Type::integer,
     [](std::string& out, const Scene& s, Index i, const ViewNode&) { append_chars(out, s.degree[i]); }},
    {"in_degree", Type::integer,
     [](std::string& out, const Scene& s, Index i, const ViewNode&) { append_chars(out, s.in_degree[i]); }},
    {"out_degree", Type::integer,
     [](std::string& out, const Scene& s, Index i, const ViewNode&) { append_chars(out, s.out_degree[i]); }},
    {"strength", Type::real,
     [](std::string& out, const Scene& s, Index i, const ViewNode&) { append_chars(out, s.strength[i]); }},
    {"component", Type::integer,
     [](std::string& out, const Scene& s, Index i, const ViewNode&) { append_chars(out, s.component[i] + 1); }},
    {"size", Type::real,
     [](std::string& out, const Scene& s, Index i, const ViewNode&) { append_chars(out, s.styles[i].size); }},
    {"r", Type::integer,
     [](std::string& out, const Scene& s, Index i, const ViewNode&) { append_chars(out, int{s.styles[i].r}); }},
    {"g", Type::integer,
     [](std::string& out, const Scene& s, Index i, const ViewNode&) { append_chars(out, int{s.styles[i].g}); }},
    {"b", Type::integer,
     [](std::string& out, const Scene& s, Index i, const ViewNode&) { append_chars(out, int{s.styles[i].b}); }},
    {"x", Type::real,
     [](std::string& out, const Scene& s, Index i, const ViewNode&) { append_chars(out, s.styles[i].x); }},
    {"y", Type::real,
     [](std::string& out, const Scene& s, Index i, const ViewNode&) { append_chars(out, s.styles[i].y); }},
    {"members", Type::integer,
     [](std::string& out, const Scene&, Index, const ViewNode& n) { append_chars(out, n.members.size()); }},
}};

constexpr std::array<EdgeColumn, 24> edge_table{{
    {"label", Type::string, [](std::string& out, const Scene&, Index, const ViewEdge& e) { out.append(e.relation); }},
    {"relation", Type::string,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) { out.append(e.relation); }},
    {"class", Type::string,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) { out.append(e.event_class); }},
    {"plover", Type::string, [](std::string& out, const Scene&, Index, const ViewEdge& e) { out.append(e.plover); }},
    {"quad", Type::integer,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) { append_chars(out, e.quad); }},
    {"status", Type::string,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) { out.append(to_string(e.status)); }},
    {"weight", Type::real,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) { append_chars(out, e.weight()); }},
    {"documents", Type::integer,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) { append_chars(out, e.documents); }},
    {"first", Type::string, [](std::string& out, const Scene&, Index, const ViewEdge& e) { out.append(e.first); }},
    {"last", Type::string, [](std::string& out, const Scene&, Index, const ViewEdge& e) { out.append(e.last); }},
    {"symmetric", Type::boolean,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) { append_bool(out, e.symmetric); }},
    {"confidence", Type::real,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) { append_chars(out, e.confidence); }},
    {"claimed_by", Type::list,
     [](std::string& out, const Scene& s, Index, const ViewEdge& e) { append_list(out, claimants(s.view, e)); }},
    {"own_voice", Type::integer,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) {
       append_chars(out, std::ranges::count(e.evidence, no_index, &Evidence::claimant));
     }},
    {"asserted", Type::integer, append_status<Status::asserted>},
    {"planned", Type::integer, append_status<Status::planned>},
    {"possible", Type::integer, append_status<Status::possible>},
    {"wanted", Type::integer, append_status<Status::wanted>},
    {"negated", Type::integer, append_status<Status::negated>},
    {"ended", Type::integer, append_status<Status::ended>},
    {"evidence", Type::string,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) { out.append(e.evidence.front()->text); }},
    {"r", Type::integer,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) {
       append_chars(out, int{class_color(e.event_class).r});
     }},
    {"g", Type::integer,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) {
       append_chars(out, int{class_color(e.event_class).g});
     }},
    {"b", Type::integer,
     [](std::string& out, const Scene&, Index, const ViewEdge& e) {
       append_chars(out, int{class_color(e.event_class).b});
     }},
}};

}  // namespace

std::span<const NodeColumn> node_columns() { return node_table; }
std::span<const EdgeColumn> edge_columns() { return edge_table; }

const char* xml_type(Type type, const char* integer) {
  switch (type) {
    case Type::integer:
      return integer;
    case Type::real:
      return "double";
    case Type::boolean:
      return "boolean";
    case Type::string:
    case Type::list:
      break;
  }
  return "string";
}

std::string description(const View& view, const ExportOptions& options) {
  return (options.title.empty() ? "" : options.title + ": ") + view.definition;
}

bool is_look(std::string_view key) {
  for (const std::string_view name : {"label", "size", "r", "g", "b", "x", "y"})
    if (key == name) return true;
  return false;
}

void append_number(std::string& out, double value) { append_chars(out, value); }
void append_number(std::string& out, std::uint64_t value) { append_chars(out, value); }

std::vector<std::string_view> claimants(const View& view, const ViewEdge& edge) {
  std::vector<std::string_view> names;
  for (const Evidence* e : edge.evidence)
    if (e->claimant != no_index) names.push_back(view.network->graph()[view.network->forms()[e->claimant].node].name);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Scene measure_scene(const View& view) {
  const SimpleGraph graph = simple_graph(view);
  return {view, {}, degree(graph), in_degree(graph), out_degree(graph), strength(graph), components(graph)};
}

Scene make_scene(const View& view) {
  Scene scene = measure_scene(view);
  scene.styles.resize(view.nodes.size());
  const auto places = layout(simple_graph(view).undirected(), {}, 12);  // Names are wider than discs.
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    const Color color = kind_color(view.nodes[i].kind);
    scene.styles[i] = {places[i].x, places[i].y, node_size(scene.degree[i]), color.r, color.g, color.b};
  }
  return scene;
}

}  // namespace entente::exporting
