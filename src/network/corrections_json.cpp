#include <rapidjson/document.h>

#include <array>
#include <ostream>

#include "entente/corrections.hpp"
#include "entente/error.hpp"
#include "text/json.hpp"
#include "text/json_writer.hpp"

namespace entente {

namespace {

using json::Node;
using json::Writer;

constexpr std::array<std::string_view, 5> actions{"merge", "split", "rename", "kind", "drop"};

void write(Writer& out, const EntityRef& entity) {
  out.StartObject();
  out.member("name", entity.name);
  out.member("kind", to_string(entity.kind));
  out.or_null("country", entity.country);
  out.present("ref", entity.ref);
  if (entity.part > 0) out.member("part", entity.part);
  out.EndObject();
}

void write(Writer& out, const Correction& correction) {
  out.StartObject();
  out.member("edit", to_string(correction.action));
  out.Key("entity");
  write(out, correction.entity);
  switch (correction.action) {
    case Correction::Action::merge:
      out.Key("with");
      write(out, correction.other);
      break;
    case Correction::Action::split:
      out.strings("names", correction.names);
      if (!correction.documents.empty()) out.strings("documents", correction.documents);
      out.present("as", correction.name);
      break;
    case Correction::Action::rename:
      out.member("name", correction.name);
      break;
    case Correction::Action::kind:
      out.member("kind", to_string(correction.kind));
      break;
    case Correction::Action::drop:
      out.member("relation", correction.relation);
      out.Key("target");
      write(out, correction.other);
      break;
  }
  out.EndObject();
}

std::string text(const Node& node, const char* key) {
  const Node member = node.at(key);
  if (member.string().empty()) member.fail("empty string");
  return std::string(member.string());
}

std::string optional_text(const Node& node, const char* key) {
  const auto member = node.find(key);
  return member ? std::string(member->string()) : std::string();
}

std::vector<std::string> texts(const Node& list) {
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < list.size(); ++i) out.emplace_back(list.at(i).string());
  if (out.empty()) list.fail("empty list");
  return out;
}

Kind read_kind(const Node& node) {
  const Node member = node.at("kind");
  const auto kind = kind_from(member.string());
  if (!kind) member.fail("unknown kind \"" + std::string(member.string()) + "\"");
  return *kind;
}

EntityRef read_entity(const Node& node) {
  EntityRef entity{text(node, "name"), read_kind(node), optional_text(node, "country"), optional_text(node, "ref"), 0};
  if (const auto part = node.find("part")) entity.part = part->uint32();
  return entity;
}

Correction read_correction(const Node& node) {
  Correction correction;
  const Node edit = node.at("edit");
  std::size_t action = 0;
  while (action < actions.size() && actions[action] != edit.string()) ++action;
  if (action == actions.size()) edit.fail("expected \"merge\", \"split\", \"rename\", \"kind\" or \"drop\"");
  correction.action = static_cast<Correction::Action>(action);
  const Node entity = node.at("entity");
  correction.entity = read_entity(entity);
  switch (correction.action) {
    case Correction::Action::merge: {
      const Node other = node.at("with");
      correction.other = read_entity(other);
      break;
    }
    case Correction::Action::split:
      correction.names = texts(node.at("names"));
      if (const auto documents = node.find("documents")) correction.documents = texts(*documents);
      correction.name = optional_text(node, "as");
      break;
    case Correction::Action::rename:
      correction.name = text(node, "name");
      break;
    case Correction::Action::kind:
      correction.kind = read_kind(node);
      break;
    case Correction::Action::drop: {
      correction.relation = text(node, "relation");
      const Node target = node.at("target");
      correction.other = read_entity(target);
      break;
    }
  }
  return correction;
}

}  // namespace

std::string_view to_string(Correction::Action action) { return actions[static_cast<std::size_t>(action)]; }

void write_corrections(std::ostream& out, const Corrections& corrections) {
  out << "{\"format\":\"entente-edits\",\n\"version\":1,\n\"edits\":[";
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    write(writer, corrections[i]);
    out << (i == 0 ? "\n" : ",\n") << buffer.GetString();
  }
  out << "\n]}\n";
}

Corrections read_corrections(std::string_view text, std::string_view where) {
  rapidjson::Document tree;
  json::parse(tree, text, where);
  const Node root(tree, where);
  const Node format = root.at("format"), version = root.at("version"), edits = root.at("edits");
  if (format.string() != "entente-edits") format.fail("expected \"entente-edits\"");
  if (version.uint32() != 1) version.fail("this program reads version 1");
  Corrections out;
  for (std::uint32_t i = 0; i < edits.size(); ++i) {
    const Node edit = edits.at(i);
    out.push_back(read_correction(edit));
  }
  return out;
}

}  // namespace entente
