#include <algorithm>
#include <ostream>

#include "entente/graph.hpp"
#include "export/attributes.hpp"
#include "export/formats.hpp"
#include "text/json_writer.hpp"

// JSON in node-link form, as networkx.node_link_graph reads it; an element a line.

namespace entente::exporting {

namespace {

using json::Writer;

/// @param joined by '|', as columns give lists.
void write_list(Writer& json, std::string_view joined) {
  json.StartArray();
  for (std::size_t i = 0; i < joined.size();) {
    const auto end = std::min(joined.find('|', i), joined.size());
    json.string(joined.substr(i, end - i));
    i = end + 1;
  }
  json.EndArray();
}

template <typename Item>
void write_columns(Writer& json, const Scene& scene, std::span<const Column<Item>> columns, std::size_t index,
                   const Item& item, std::string& value) {
  for (const auto& column : columns) {
    if (std::string_view(column.key) == "evidence") continue;  // Written in full below.
    value.clear();
    column.append(value, scene, index, item);
    json.Key(column.key);
    if (column.type == Type::string)
      json.string(value);
    else if (column.type == Type::list)
      write_list(json, value);
    else
      json.RawValue(value.data(), value.size(), rapidjson::kNumberType);
  }
}

void write_evidence(Writer& json, const View& view, const ViewEdge& edge) {
  const Network& network = *view.network;
  json.Key("evidence");
  json.StartArray();
  for (const Evidence* e : edge.evidence) {
    json.StartObject();
    json.member("document", network.documents()[e->document].id);
    json.present("date", network.documents()[e->document].date);
    json.member("status", to_string(e->status));
    json.or_null("claimed_by", e->claimant == no_index ? "" : network.graph()[network.forms()[e->claimant].node].id);
    json.member("text", e->text);
    json.member("begin", e->begin);
    json.member("end", e->end);
    json.member("confidence", e->confidence);
    json.present("frame", e->frame);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

void write_json(std::ostream& out, const View& view, const ExportOptions& options) {
  const Scene scene = make_scene(view);
  rapidjson::StringBuffer buffer;
  Writer json(buffer);
  std::string value;
  const auto line = [&](const char* before) {
    out << before;
    out.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize()));
    buffer.Clear();
    json.Reset(buffer);
  };
  json.StartObject();
  json.present("title", options.title);
  json.member("view", view.definition);
  json.EndObject();
  line("{\"directed\":true,\"multigraph\":true,\n\"graph\":");
  out << ",\n\"nodes\":[";
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    json.StartObject();
    json.member("id", view.nodes[i].id);
    write_columns(json, scene, node_columns(), i, view.nodes[i], value);
    json.EndObject();
    line(i == 0 ? "\n" : ",\n");
  }
  out << "],\n\"edges\":[";
  for (std::size_t i = 0; i < view.edges.size(); ++i) {
    const ViewEdge& edge = view.edges[i];
    json.StartObject();
    json.member("source", view.nodes[edge.source].id);
    json.member("target", view.nodes[edge.target].id);
    json.member("key", edge.relation);
    json.member("id", edge.id);
    write_columns(json, scene, edge_columns(), i, edge, value);
    write_evidence(json, view, edge);
    json.EndObject();
    line(i == 0 ? "\n" : ",\n");
  }
  out << "]}\n";
}

}  // namespace entente::exporting
