#include <algorithm>
#include <ostream>

#include "export/attributes.hpp"
#include "export/formats.hpp"

// Comma-separated values after RFC 4180, but with single newlines.
// For Gephi: nodes Id,Label,...; edges Source,Target,Type,Kind,Id,Label,Weight,...: by the kind it tells parallel edges
// apart. It takes a backslash for an escape, so one is written as two.
// For Neo4j's admin import: the same with its typed headers, and lists joined by ';'.

namespace entente::exporting {

namespace {

/// One line of cells.
class Row {
 public:
  Row(std::ostream& out, bool for_gephi) : out_(out), for_gephi_(for_gephi) {}
  void add(std::string_view cell) {
    if (!first_) line_.push_back(',');
    first_ = false;
    if (cell.find_first_of(",;\"\n\r|\\ ") == std::string_view::npos) {
      line_.append(cell);
      return;
    }
    line_.push_back('"');
    for (const char c : cell) {
      if (c == '"' || (c == '\\' && for_gephi_)) line_.push_back(c);
      line_.push_back(c);
    }
    line_.push_back('"');
  }
  /// @param joined by '|', as columns give lists.
  void add_list(std::string joined) {
    if (!for_gephi_) {
      std::replace(joined.begin(), joined.end(), ';', ',');
      std::replace(joined.begin(), joined.end(), '|', ';');
    }
    add(joined);
  }
  void end() {
    line_.push_back('\n');
    out_ << line_;
    line_.clear();
    first_ = true;
  }

 private:
  std::ostream& out_;
  bool for_gephi_;
  std::string line_;
  bool first_ = true;
};

bool is(const char* key, std::string_view name) { return key == name; }

/// The header name of a column.
using Header = std::string (*)(const char* key, Type type);

std::string plain(const char* key, Type) { return key; }

std::string neo4j(const char* key, Type type) {
  const std::string name = key;
  switch (type) {
    case Type::integer:
      return name + ":int";
    case Type::real:
      return name + ":double";
    case Type::boolean:
      return name + ":boolean";
    case Type::list:
      return name + ":string[]";
    case Type::string:
      break;
  }
  return name;
}

void write_nodes(std::ostream& out, const View& view, std::initializer_list<std::string_view> leading, Header header,
                 bool for_gephi) {
  const Scene scene = make_scene(view);
  Row row(out, for_gephi);
  for (const auto name : leading) row.add(name);
  for (const auto& column : node_columns())
    if (!is(column.key, "label")) row.add(header(column.key, column.type));
  row.end();
  std::string value;
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    const ViewNode& node = view.nodes[i];
    row.add(node.id);
    row.add(node.name);
    if (!for_gephi) row.add(to_string(node.kind));
    for (const auto& column : node_columns()) {
      if (is(column.key, "label")) continue;
      value.clear();
      column.append(value, scene, i, node);
      column.type == Type::list ? row.add_list(value) : row.add(value);
    }
    row.end();
  }
}

/// Columns that stand at fixed places of the line.
bool is_leading(const char* key) { return is(key, "label") || is(key, "relation") || is(key, "weight"); }

void write_edges(std::ostream& out, const View& view, Header header, bool for_gephi) {
  const Scene scene{view, {}, {}, {}, {}, {}, {}};
  Row row(out, for_gephi);
  if (for_gephi)
    for (const auto name : {"Source", "Target", "Type", "Kind", "Id", "Label", "Weight"}) row.add(name);
  else
    for (const auto name : {":START_ID", ":END_ID", ":TYPE", "id", "weight:double"}) row.add(name);
  for (const auto& column : edge_columns())
    if (!is_leading(column.key)) row.add(header(column.key, column.type));
  row.end();
  std::string value;
  for (std::size_t i = 0; i < view.edges.size(); ++i) {
    const ViewEdge& edge = view.edges[i];
    row.add(view.nodes[edge.source].id);
    row.add(view.nodes[edge.target].id);
    row.add(for_gephi ? std::string_view("Directed") : edge.relation);
    if (for_gephi) row.add(edge.relation);
    row.add(edge.id);
    if (for_gephi) row.add(edge.relation);
    value.clear();
    append_number(value, edge.weight());
    row.add(value);
    for (const auto& column : edge_columns()) {
      if (is_leading(column.key)) continue;
      value.clear();
      column.append(value, scene, i, edge);
      column.type == Type::list ? row.add_list(value) : row.add(value);
    }
    row.end();
  }
}

}  // namespace

void write_csv_nodes(std::ostream& out, const View& view, const ExportOptions&) {
  write_nodes(out, view, {"Id", "Label"}, plain, true);
}
void write_csv_edges(std::ostream& out, const View& view, const ExportOptions&) { write_edges(out, view, plain, true); }

void write_neo4j_nodes(std::ostream& out, const View& view, const ExportOptions&) {
  write_nodes(out, view, {"id:ID", "name", ":LABEL"}, neo4j, false);
}
void write_neo4j_edges(std::ostream& out, const View& view, const ExportOptions&) {
  write_edges(out, view, neo4j, false);
}

}  // namespace entente::exporting
