#include <ostream>

#include "cli/dossier.hpp"
#include "cli/table.hpp"
#include "entente/graph.hpp"
#include "text/json_writer.hpp"

namespace entente::cli {

namespace {

std::string_view claimant(const Network& network, const Evidence& piece) {
  if (piece.claimant == no_index) return {};
  return network.graph()[network.forms()[piece.claimant].node].id;
}

void write(json::Writer& json, const ViewNode& node) {
  json.StartObject();
  json.member("id", node.id);
  json.member("name", node.name);
  json.member("kind", to_string(node.kind));
  json.or_null("country", node.country);
  json.strings("names", node.names);
  json.member("documents", node.documents);
  json.present("first", node.first);
  json.present("last", node.last);
  json.EndObject();
}

void write(json::Writer& json, const Network& network, const Evidence& piece) {
  const DocumentInfo& document = network.documents()[piece.document];
  const Quotation q = quotation(network, piece);
  json.StartObject();
  json.member("document", document.id);
  json.present("title", document.title);
  json.present("date", document.date);
  json.present("url", document.url);
  json.present("source", document.source);
  json.member("status", to_string(piece.status));
  json.or_null("claimed_by", claimant(network, piece));
  json.member("confidence", piece.confidence);
  json.present("frame", piece.frame);
  json.member("sentence", piece.sentence);
  json.member("begin", piece.begin);
  json.member("end", piece.end);
  json.member("before", std::string_view(q.before));
  json.member("words", std::string_view(q.words));
  json.member("after", std::string_view(q.after));
  json.EndObject();
}

void write(json::Writer& json, const Dossier& dossier, const ViewEdge& edge) {
  json.StartObject();
  json.member("source", dossier.view.nodes[edge.source].id);
  json.member("relation", std::string_view(edge.relation));
  json.member("target", dossier.view.nodes[edge.target].id);
  json.member("class", std::string_view(edge.event_class));
  json.member("symmetric", edge.symmetric);
  json.member("status", to_string(edge.status));
  json.member("documents", edge.documents);
  json.present("first", edge.first);
  json.present("last", edge.last);
  json.member("confidence", edge.confidence);
  json.member("pieces", static_cast<std::uint32_t>(edge.evidence.size()));
  json.Key("evidence");
  json.StartArray();
  for (const Evidence* piece : shown_evidence(dossier, edge)) write(json, *dossier.view.network, *piece);
  json.EndArray();
  json.EndObject();
}

}  // namespace

void write_csv(std::ostream& out, const Dossier& dossier) {
  write_csv(out, {"source", "relation", "target", "class", "status", "claimed_by", "confidence", "document", "date",
                  "title", "url", "sentence", "words", "passage"});
  const Network& network = *dossier.view.network;
  for (const ViewEdge* edge : dossier.edges)
    for (const Evidence* piece : shown_evidence(dossier, *edge)) {
      const DocumentInfo& document = network.documents()[piece->document];
      const Quotation q = quotation(network, *piece);
      const auto text = [](std::string_view s) { return std::string(s); };
      write_csv(out, {text(dossier.view.nodes[edge->source].id), edge->relation,
                      text(dossier.view.nodes[edge->target].id), edge->event_class, text(to_string(piece->status)),
                      text(claimant(network, *piece)), exact(piece->confidence), text(document.id), text(document.date),
                      text(document.title), text(document.url), std::to_string(piece->sentence), q.words,
                      q.before + q.words + q.after});
    }
}

void write_json(std::ostream& out, const Dossier& dossier) {
  rapidjson::StringBuffer buffer;
  json::Writer json(buffer);
  json.StartObject();
  json.member("view", std::string_view(dossier.view.definition));
  json.Key("entities");
  json.StartArray();
  for (const ViewNode* node : dossier.entities) write(json, *node);
  json.EndArray();
  json.Key("relations");
  json.StartArray();
  for (const ViewEdge* edge : dossier.edges) write(json, dossier, *edge);
  json.EndArray();
  json.EndObject();
  out << buffer.GetString() << '\n';
}

}  // namespace entente::cli
