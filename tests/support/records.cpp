#include "support/records.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "entente/graph.hpp"

namespace entente::test {

namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t i = 0;;) {
    const auto end = text.find(separator, i);
    parts.emplace_back(text.substr(i, end - i));
    if (end == std::string_view::npos) return parts;
    i = end + separator.size();
  }
}

Kind kind(char letter) {
  const auto at = std::string_view("pocrl").find(letter);
  REQUIRE(at != std::string_view::npos);
  return static_cast<Kind>(at);
}

std::string id_of(const Record& record, std::string_view name) {
  for (const auto& entity : record.entities)
    if (entity.name == name) return entity.id;
  FAIL("no entity " << name);
  return {};
}

void add_entity(Record& record, const std::string& line) {
  const auto sides = split(line, " = ");
  const auto parts = split(sides[0], "/");
  Entity entity{"e" + std::to_string(record.entities.size() + 1),
                parts.at(0),
                kind(parts.at(1).at(0)),
                {parts[0]},
                parts.at(2),
                ""};
  if (sides.size() > 1)
    for (auto& name : split(sides[1], "; ")) entity.names.push_back(name);
  record.entities.push_back(entity);
}

void add_relation(Record& record, std::string line) {
  Relation relation;
  if (const auto by = line.find(" by "); by != std::string::npos) {
    relation.claimed_by = id_of(record, line.substr(by + 4));
    line.erase(by);
  }
  if (const auto status = line.find(" ["); status != std::string::npos) {
    relation.status = status_from(line.substr(status + 2, line.find(']') - status - 2)).value();
    line.erase(status);
  }
  const auto parts = split(line, " > ");
  relation.source = id_of(record, parts.at(0));
  relation.relation = parts.at(1);
  relation.target = id_of(record, parts.at(2));
  relation.sentence = static_cast<std::uint32_t>(record.relations.size());
  relation.evidence = parts[0] + " " + parts[1] + " " + parts[2] + ".";
  const std::string before = "Yesterday, ";
  record.passages.push_back({relation.sentence, relation.sentence * 100, before + relation.evidence + " So it was."});
  relation.begin = relation.sentence * 100 + static_cast<std::uint32_t>(before.size());
  relation.end = relation.begin + static_cast<std::uint32_t>(relation.evidence.size());
  relation.confidence = 0.9;
  relation.frame = parts[1] + "/test";
  record.relations.push_back(relation);
}

}  // namespace

Record record(std::string_view id, std::string_view date, std::string_view lines) {
  Record made;
  made.document = id;
  made.date = date;
  made.digest = "0123456789abcdef";
  for (const auto& line : split(lines, "\n")) {
    if (line.empty()) continue;
    line.find(" > ") == std::string::npos ? add_entity(made, line) : add_relation(made, line);
  }
  return made;
}

Knowledge knowledge() {
  Knowledge known;
  for (const RelationType& type : std::vector<RelationType>{{"meets", "cooperation", "CONSULT", 1, true},
                                                            {"visits", "cooperation", "CONSULT", 1, false},
                                                            {"supports", "cooperation", "SUPPORT", 1, false},
                                                            {"cooperates_with", "cooperation", "COOPERATE", 2, true},
                                                            {"criticizes", "conflict", "DISAPPROVE", 3, false},
                                                            {"sanctions", "conflict", "SANCTION", 4, false},
                                                            {"chairs", "structural", "", 0, false},
                                                            {"leads", "structural", "", 0, false},
                                                            {"member_of", "structural", "", 0, false},
                                                            {"holds_office_in", "structural", "", 0, false}})
    known.relations.emplace(type.name, type);
  known.names = {{{"joseph", "joseph"}, {"joe", "joseph"}, {"yusuf", "yusuf"}, {"youssef", "yusuf"}},
                 {},
                 {"al", "bin", "de", "el"}};
  return known;
}

Network network(const std::vector<Record>& records) {
  NetworkBuilder builder(knowledge());
  for (const auto& each : records) builder.add(each, each.document + ".jsonl:1");
  return builder.build();
}

std::string file_of(const Network& network) {
  std::ostringstream out;
  write_network(out, network);
  return out.str();
}

const Node& node(const Network& network, std::string_view id) {
  const Graph& graph = network.graph();
  for (std::size_t n = 0; n < boost::num_vertices(graph); ++n)
    if (graph[n].id == id) return graph[n];
  FAIL("no node " << id);
  return graph[0];
}

std::vector<std::string> node_ids(const Network& network) {
  std::vector<std::string> ids;
  for (std::size_t n = 0; n < boost::num_vertices(network.graph()); ++n) ids.emplace_back(network.graph()[n].id);
  return ids;
}

std::vector<std::string> edges(const Network& network) {
  const Graph& graph = network.graph();
  std::vector<std::string> out;
  for_each_edge(graph, [&](std::uint32_t source, std::uint32_t target, const Edge& edge) {
    std::ostringstream line;
    line << graph[source].id << ' ' << network.relations()[edge.relation].name << ' ' << graph[target].id << ' '
         << to_string(edge.status) << ' ' << edge.documents;
    out.push_back(line.str());
  });
  return out;
}

}  // namespace entente::test
