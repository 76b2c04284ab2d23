#include <ostream>

#include "network/network_data.hpp"
#include "text/json_writer.hpp"

namespace entente {

namespace {

using json::Writer;

void write(Writer& out, const RelationType& type) {
  out.StartObject();
  out.member("name", type.name);
  out.member("class", type.event_class);
  out.or_null("plover", type.plover);
  out.Key("quad");
  type.quad == 0 ? out.Null() : out.Int(type.quad);
  out.member("symmetric", type.symmetric);
  out.EndObject();
}

void write(Writer& out, const DocumentInfo& document) {
  out.StartObject();
  out.member("id", document.id);
  out.present("title", document.title);
  out.present("date", document.date);
  out.present("url", document.url);
  out.present("source", document.source);
  out.present("digest", document.digest);
  out.member("sentences", document.sentences);
  out.member("tokens", document.tokens);
  out.Key("forms");
  out.StartArray();
  for (const auto form : document.forms) out.Uint(form);
  out.EndArray();
  if (!document.passages.empty()) {
    out.Key("passages");
    out.StartArray();
    for (const PassageInfo& passage : document.passages) {
      out.StartObject();
      out.member("sentence", passage.sentence);
      out.member("begin", passage.begin);
      out.member("text", passage.text);
      out.EndObject();
    }
    out.EndArray();
  }
  out.EndObject();
}

void write(Writer& out, const Node& node) {
  out.StartObject();
  out.member("id", node.id);
  out.member("name", node.name);
  out.member("kind", to_string(node.kind));
  out.or_null("country", node.country);
  out.present("ref", node.ref);
  out.strings("names", node.names);
  out.member("documents", node.documents);
  out.present("first", node.first);
  out.present("last", node.last);
  if (!node.joined.empty()) {
    out.Key("joined");
    out.StartArray();
    for (const Join& join : node.joined) {
      out.StartObject();
      out.member("rule", join.rule);
      out.strings("names", join.names);
      out.EndObject();
    }
    out.EndArray();
  }
  out.EndObject();
}

void write(Writer& out, const Form& form, const Graph& graph) {
  out.StartObject();
  out.member("name", form.name);
  out.member("kind", to_string(form.kind));
  out.strings("names", form.names);
  out.or_null("country", form.country);
  out.present("ref", form.ref);
  out.member("node", graph[form.node].id);
  if (form.part > 0) out.member("part", form.part);
  out.EndObject();
}

void write(Writer& out, const Evidence& evidence, const Network& network) {
  out.StartObject();
  out.member("document", network.documents()[evidence.document].id);
  out.member("status", to_string(evidence.status));
  out.or_null("claimed_by",
              evidence.claimant == no_index ? "" : network.graph()[network.forms()[evidence.claimant].node].id);
  out.member("sentence", evidence.sentence);
  out.member("begin", evidence.begin);
  out.member("end", evidence.end);
  out.member("text", evidence.text);
  out.member("confidence", evidence.confidence);
  out.present("frame", evidence.frame);
  if (evidence.some) out.member("extent", "some");
  out.Key("forms");
  out.StartArray();
  out.Uint(evidence.source);
  out.Uint(evidence.target);
  if (evidence.claimant != no_index) out.Uint(evidence.claimant);
  out.EndArray();
  out.EndObject();
}

void write(Writer& out, std::uint32_t source, std::uint32_t target, const Edge& edge, const Network& network) {
  out.StartObject();
  out.member("source", network.graph()[source].id);
  out.member("target", network.graph()[target].id);
  out.member("relation", network.relations()[edge.relation].name);
  out.member("status", to_string(edge.status));
  out.Key("statuses");
  out.StartObject();
  for (std::size_t s = 0; s < edge.statuses.size(); ++s)
    if (edge.statuses[s] > 0) out.member(to_string(static_cast<Status>(s)).data(), edge.statuses[s]);
  out.EndObject();
  out.member("documents", edge.documents);
  out.present("first", edge.first);
  out.present("last", edge.last);
  out.Key("evidence");
  out.StartArray();
  for (const Evidence& evidence : edge.evidence) write(out, evidence, network);
  out.EndArray();
  out.EndObject();
}

/// One array member of the file, an element a line: small changes of a network are small changes of its file.
class Lines {
 public:
  Lines(std::ostream& out, const char* key) : out_(out) { out_ << ",\n\"" << key << "\":["; }
  ~Lines() { out_ << (first_ ? "]" : "\n]"); }
  template <typename... Values>
  void add(const Values&... values) {
    buffer_.Clear();
    writer_.Reset(buffer_);
    write(writer_, values...);
    out_ << (first_ ? "\n" : ",\n");
    out_.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
    first_ = false;
  }

 private:
  std::ostream& out_;
  rapidjson::StringBuffer buffer_;
  Writer writer_{buffer_};
  bool first_ = true;
};

struct Loop {
  std::string_view relation;
  const Evidence& evidence;
};

void write(Writer& out, const Loop& loop, const Network& network) {
  out.StartObject();
  out.member("relation", loop.relation);
  out.Key("evidence");
  write(out, loop.evidence, network);
  out.EndObject();
}

}  // namespace

void write_network(std::ostream& out, const Network& network) {
  const Graph& graph = network.graph();
  out << "{\"format\":\"entente-network\",\n\"version\":1";
  {
    Lines lines(out, "relations");
    for (const auto& type : network.relations()) lines.add(type);
  }
  {
    Lines lines(out, "documents");
    for (const auto& document : network.documents()) lines.add(document);
  }
  {
    Lines lines(out, "nodes");
    for (std::size_t n = 0; n < boost::num_vertices(graph); ++n) lines.add(graph[n]);
  }
  {
    Lines lines(out, "forms");
    for (const auto& form : network.forms()) lines.add(form, graph);
  }
  {
    Lines lines(out, "edges");
    for_each_edge(graph, [&](std::uint32_t source, std::uint32_t target, const Edge& edge) {
      lines.add(source, target, edge, network);
    });
  }
  {
    Lines lines(out, "loops");
    for (std::size_t i = 0; i < network.loops().size(); ++i)
      lines.add(Loop{network.loop_relation(i), network.loops()[i]}, network);
  }
  out << "}\n";
}

}  // namespace entente
