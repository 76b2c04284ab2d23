#include <algorithm>
#include <array>
#include <unordered_set>

#include "entente/record.hpp"
#include "text/json.hpp"
#include "text/json_writer.hpp"

namespace entente {

namespace {

using json::Writer;

void write(Writer& out, const Entity& entity) {
  out.StartObject();
  out.member("id", entity.id);
  out.member("name", entity.name);
  out.member("kind", to_string(entity.kind));
  out.strings("names", entity.names);
  out.or_null("country", entity.country);
  out.present("ref", entity.ref);
  out.EndObject();
}

void write(Writer& out, const Relation& relation) {
  out.StartObject();
  out.member("source", relation.source);
  out.member("relation", relation.relation);
  out.member("target", relation.target);
  out.member("status", to_string(relation.status));
  out.or_null("claimed_by", relation.claimed_by);
  out.member("sentence", relation.sentence);
  out.member("evidence", relation.evidence);
  out.member("begin", relation.begin);
  out.member("end", relation.end);
  out.member("confidence", relation.confidence);
  out.present("frame", relation.frame);
  if (relation.some) out.member("extent", "some");
  out.EndObject();
}

void write(Writer& out, const Passage& passage) {
  out.StartObject();
  out.member("sentence", passage.sentence);
  out.member("begin", passage.begin);
  out.member("text", passage.text);
  out.EndObject();
}

std::string string_or_empty(const json::Node& node, const char* key) {
  const auto found = node.find(key);
  return found ? std::string(found->string()) : std::string();
}

std::uint32_t uint32_or_zero(const json::Node& node, const char* key) {
  const auto found = node.find(key);
  return found ? found->uint32() : 0;
}

std::string required(const json::Node& node, const char* key) {
  const auto found = node.at(key);
  if (found.string().empty()) found.fail("empty string");
  return std::string(found.string());
}

Entity read_entity(const json::Node& node) {
  Entity entity;
  entity.id = required(node, "id");
  entity.name = required(node, "name");
  const auto kind_node = node.at("kind");
  const auto kind = kind_from(kind_node.string());
  if (!kind) kind_node.fail("unknown kind \"" + std::string(kind_node.string()) + "\"");
  entity.kind = *kind;
  if (const auto names = node.find("names")) {
    for (std::uint32_t i = 0; i < names->size(); ++i) entity.names.emplace_back(names->at(i).string());
    std::sort(entity.names.begin(), entity.names.end());
    entity.names.erase(std::unique(entity.names.begin(), entity.names.end()), entity.names.end());
  }
  entity.country = string_or_empty(node, "country");
  entity.ref = string_or_empty(node, "ref");
  return entity;
}

using Ids = std::unordered_set<std::string_view>;

/// The member, which must be an id of one of the record's entities.
std::string entity_id(const json::Node& node, const char* key, const Ids& ids) {
  const auto found = node.at(key);
  if (!ids.contains(found.string())) found.fail("no entity \"" + std::string(found.string()) + "\" in this record");
  return std::string(found.string());
}

double read_confidence(const json::Node& node) {
  const auto found = node.find("confidence");
  if (!found) return 1.0;
  const double value = found->number();
  if (!(value >= 0.0 && value <= 1.0)) found->fail("expected a number from 0 to 1");
  return value;
}

Relation read_relation(const json::Node& node, const Ids& ids) {
  Relation relation;
  relation.source = entity_id(node, "source", ids);
  relation.relation = required(node, "relation");
  relation.target = entity_id(node, "target", ids);
  if (const auto status_node = node.find("status")) {
    const auto status = status_from(status_node->string());
    if (!status) status_node->fail("unknown status \"" + std::string(status_node->string()) + "\"");
    relation.status = *status;
  }
  if (node.find("claimed_by")) relation.claimed_by = entity_id(node, "claimed_by", ids);
  relation.sentence = uint32_or_zero(node, "sentence");
  relation.evidence = string_or_empty(node, "evidence");
  relation.begin = uint32_or_zero(node, "begin");
  relation.end = uint32_or_zero(node, "end");
  if (relation.end < relation.begin) node.at("end").fail("the range ends before it begins");
  relation.confidence = read_confidence(node);
  relation.frame = string_or_empty(node, "frame");
  relation.some = string_or_empty(node, "extent") == "some";
  return relation;
}

void read_passages(const json::Node& node, Record& record) {
  const auto count = node.size();
  record.passages.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto item = node.at(i);
    const auto sentence = item.at("sentence");
    if (!record.passages.empty() && sentence.uint32() <= record.passages.back().sentence)
      sentence.fail("expected ascending sentences");
    record.passages.push_back({sentence.uint32(), item.at("begin").uint32(), std::string(item.at("text").string())});
  }
}

void read_entities(const json::Node& node, Record& record, Ids& ids) {
  const auto count = node.size();
  record.entities.reserve(count);  // The ids view the strings: no reallocation while reading.
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto item = node.at(i);
    record.entities.push_back(read_entity(item));
    if (!ids.insert(record.entities.back().id).second)
      item.at("id").fail("entity id \"" + record.entities.back().id + "\" twice");
  }
}

}  // namespace

std::string to_json(const Record& record) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartObject();
  out.member("document", record.document);
  out.present("title", record.title);
  out.present("date", record.date);
  out.present("url", record.url);
  out.present("source", record.source);
  out.present("digest", record.digest);
  out.member("sentences", record.sentences);
  out.member("tokens", record.tokens);
  out.Key("entities");
  out.StartArray();
  for (const auto& entity : record.entities) write(out, entity);
  out.EndArray();
  out.Key("relations");
  out.StartArray();
  for (const auto& relation : record.relations) write(out, relation);
  out.EndArray();
  if (!record.passages.empty()) {
    out.Key("passages");
    out.StartArray();
    for (const auto& passage : record.passages) write(out, passage);
    out.EndArray();
  }
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

Record record_from_json(std::string_view line, std::string_view where) {
  std::array<char, 16384> memory;  // Most records fit: no allocation for the tree.
  rapidjson::MemoryPoolAllocator<> pool(memory.data(), memory.size());
  rapidjson::Document tree(&pool);
  thread_local std::string buffer;
  json::parse_in(buffer, tree, line, where);
  const json::Node root(tree, where);

  Record record;
  record.document = required(root, "document");
  record.title = string_or_empty(root, "title");
  record.date = string_or_empty(root, "date");
  record.url = string_or_empty(root, "url");
  record.source = string_or_empty(root, "source");
  record.digest = string_or_empty(root, "digest");
  record.sentences = uint32_or_zero(root, "sentences");
  record.tokens = uint32_or_zero(root, "tokens");
  Ids ids;
  read_entities(root.at("entities"), record, ids);
  const auto relations = root.at("relations");
  record.relations.reserve(relations.size());
  for (std::uint32_t i = 0; i < relations.size(); ++i) record.relations.push_back(read_relation(relations.at(i), ids));
  if (const auto passages = root.find("passages")) read_passages(*passages, record);
  return record;
}

}  // namespace entente
