#include "relation/structure_reader.hpp"

namespace entente::relation {

void StructureReader::add(std::string_view relation, Statement st, bool any_body) {
  const auto index = frames_.relation(relation);
  if (!index || st.source == st.target) return;
  const auto& type = frames_.relations()[*index];
  const auto& entities = r_.mentions.entities;
  const auto target = entities[st.target].kind;
  if (!type.source.has(entities[st.source].kind) || (!type.target.has(target) && !(any_body && (target == Kind::place || target == Kind::country)))) return;
  st.relation = *index;
  st.frame = type.name + "/" + st.frame;
  out_.push_back(std::move(st));
}

void StructureReader::relate(std::string_view relation, const Actor& source, const Actor& target, double confidence, std::string frame) {
  Statement st;
  st.source = source.entity;
  st.target = target.entity;
  st.source_token = source.begin;
  st.target_token = target.begin;
  st.confidence = confidence * source.certainty * target.certainty;
  st.begin = std::min(source.begin, target.begin);
  st.end = std::max(source.end, target.end);
  st.frame = std::move(frame);
  add(relation, std::move(st));
}

void StructureReader::affiliate(const Mention& mention, const Actor& whole, std::string_view relation, double confidence) {
  relate(relation, {mention.entities[0], mention.begin, mention.end, 1.0F, false}, whole, confidence, "belonging");
}

bool StructureReader::sits(std::uint32_t token) const {
  const auto at = r_.tree.head(token);
  return r_.tree.dep(token) == Dep::npadvmod && (r_.tree.lower(at) == "based" || r_.tree.lower(at) == "headquartered");
}

bool StructureReader::leads(std::uint32_t token) const {
  const auto at = r_.tree.head(token);
  return at > token && r_.tree.dep(at) == Dep::amod && r_.tree.tag(at) == "VBN" && r_.tree.lower(token + 1) == "-";
}

ActorList StructureReader::states_of(std::uint32_t head, bool with_possessor, const Mention* name, bool places) const {
  ActorList out;
  auto take = [&](std::uint32_t token) {
    if (name && name->begin <= token && token < name->end) return;
    for (const auto& actor : r_.actors.of(token, false)) {
      const auto kind = r_.mentions.entities[actor.entity].kind;
      if (kind == Kind::country || kind == Kind::region || (places && kind == Kind::place)) out.push_back(actor);
    }
  };
  for (const auto& a : r_.arguments.find(head, Function{Function::Kind::mod, {}}))
    if (!sits(a.token) && !leads(a.token)) take(a.token);
  if (with_possessor)
    for (const auto& a : r_.arguments.find(head, Function{Function::Kind::poss, {}})) take(a.token);
  return out;
}

std::vector<std::uint32_t> StructureReader::appositions(const Mention& mention) const {
  const auto last_conjunct = [&](std::uint32_t first, std::uint32_t before) {
    auto last = first;
    for (auto t = first + 1; t < before; ++t)
      if (r_.tree.dep(t) == Dep::conj && (r_.tree.head(t) == first || r_.tree.head(t) == last)) last = t;
    return last;
  };
  std::vector<std::uint32_t> out;
  const auto singular = [&](std::uint32_t c) { return r_.tree.tag(c) == "NN" || r_.tree.tag(c) == "NNP"; };
  for (auto c : r_.tree.children(mention.head))
    if (r_.tree.dep(c) == Dep::appos && (!singular(c) || c < mention.head || last_conjunct(mention.head, c) == mention.head)) out.push_back(c);
  auto first = mention.head;
  while (r_.tree.dep(first) == Dep::conj && r_.tree.head(first) < first) first = r_.tree.head(first);
  if (first == mention.head) return out;
  for (auto c : r_.tree.children(first))
    if (r_.tree.dep(c) == Dep::appos && c > mention.head && singular(c) && last_conjunct(first, c) == mention.head) out.push_back(c);
  return out;
}

bool StructureReader::in_title(std::uint32_t holder, std::uint32_t token) const {
  return std::any_of(r_.mentions.offices.begin(), r_.mentions.offices.end(),
                     [&](const entity::Office& office) {
                       // "the Cuban long jumper X" is of no body: the nationality is the holder's.
                       const bool of_none = office.kind == entity::OfficeKind::works_for && office.bodies.empty();
                       return office.holder == holder && !of_none && office.begin <= token && token < office.end;
                     });
}

bool StructureReader::has_office(std::uint32_t holder, std::uint32_t body) const {
  return std::any_of(r_.mentions.offices.begin(), r_.mentions.offices.end(), [&](const entity::Office& office) {
    return office.holder == holder && std::find(office.bodies.begin(), office.bodies.end(), body) != office.bodies.end();
  });
}

const std::string& StructureReader::class_of(std::uint32_t entity) const {
  static const std::string none;
  return entity < r_.mentions.classes.size() ? r_.mentions.classes[entity] : none;
}

}  // namespace entente::relation
