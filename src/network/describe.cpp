#include "network/describe.hpp"

#include "entente/graph.hpp"

namespace entente::network {

namespace {

std::string name_of(const Network& network, std::string_view id) {
  for (std::uint32_t n = 0; n < boost::num_vertices(network.graph()); ++n)
    if (network.graph()[n].id == id) return std::string(network.graph()[n].name);
  return id.empty() ? "the articles themselves" : std::string(id);
}
std::string names_of(const Network& network, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const auto& id : ids) names.push_back(name_of(network, id));
  return join(names, ", ");
}
template <typename Enum>
std::string words(const std::vector<Enum>& values) {
  std::vector<std::string_view> names;
  for (const auto v : values) names.push_back(to_string(v));
  return join(names, ", ");
}

}  // namespace

std::string describe(const Network& network, const Filter& filter) {
  std::vector<std::string> parts;
  const auto add = [&](bool active, std::string text) {
    if (active) parts.push_back(std::move(text));
  };
  add(!filter.relations.empty(), "relations " + join(filter.relations, ", "));
  add(!filter.classes.empty(), "class " + join(filter.classes, ", "));
  add(!filter.statuses.empty() && filter.statuses.size() < 6, "status " + words(filter.statuses));
  add(!filter.kinds.empty(), "kinds " + words(filter.kinds));
  add(!filter.entities.empty(), "with " + names_of(network, filter.entities));
  add(!filter.ego.empty(), "within " + std::to_string(filter.depth) +
                                (filter.depth == 1 ? " step of " : " steps of ") + name_of(network, filter.ego));
  add(!filter.since.empty(), "since " + filter.since);
  add(!filter.until.empty(), "until " + filter.until);
  add(!filter.claimed_by.empty(), "claimed by " + names_of(network, filter.claimed_by));
  add(filter.min_weight > 1, "at least " + std::to_string(filter.min_weight) + " pieces of evidence");
  add(filter.min_documents > 1, "at least " + std::to_string(filter.min_documents) + " documents");
  add(filter.component > 0, "component " + std::to_string(filter.component));
  add(filter.collapse, "folded into states");
  add(filter.simple, "one edge a pair");
  return parts.empty() ? "the whole network" : join(parts, "; ");
}

}  // namespace entente::network
