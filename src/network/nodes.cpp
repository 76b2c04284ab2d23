#include "network/nodes.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "network/clusters.hpp"
#include "network/name_key.hpp"

namespace entente::network {

namespace {

using Forms = std::vector<std::uint32_t>;

/// The value that most documents give; the smallest among equals.
template <typename Value>
Value commonest(const std::map<Value, std::uint64_t>& counts, Value none) {
  std::uint64_t best = 0;
  for (const auto& [value, documents] : counts)
    if (documents > best) {
      best = documents;
      none = value;
    }
  return none;
}

/// A person's commonest name of two words or more, a body's commonest principal name that is its own ("Russian Foreign
/// Ministry" rather than "Foreign Ministry"); among equals a person's longest, a body's shortest.
std::string_view choose_name(const std::map<std::string_view, std::uint64_t>& names, Kind kind) {
  const auto rank = [&](const auto& entry) {
    const bool full =
        kind == Kind::person ? entry.first.find(' ') != std::string_view::npos : !is_generic(body_key(entry.first));
    const auto length = static_cast<std::int64_t>(entry.first.size());
    return std::make_tuple(full, entry.second, kind == Kind::person ? length : -length);
  };
  auto best = names.begin();
  for (auto it = names.begin(); it != names.end(); ++it)
    if (rank(*it) > rank(*best)) best = it;
  return best->first;
}

Node describe(const NetworkData& data, std::span<const std::uint32_t> form_documents, Forms forms,
              std::string_view given_name, std::optional<Kind> given_kind) {
  std::map<std::string_view, std::uint64_t> names, countries, refs;
  std::map<Kind, std::uint64_t> kinds;
  Node node;
  for (const auto i : forms) {
    const Form& form = data.forms[i];
    names[form.name] += form_documents[i];
    kinds[form.kind] += form_documents[i];
    if (!form.country.empty()) countries[form.country] += form_documents[i];
    if (!form.ref.empty()) refs[form.ref] += form_documents[i];
    node.names.push_back(form.name);
    node.names.insert(node.names.end(), form.names.begin(), form.names.end());
  }
  if (!given_name.empty()) node.names.push_back(given_name);
  std::sort(node.names.begin(), node.names.end());
  node.names.erase(std::unique(node.names.begin(), node.names.end()), node.names.end());
  node.kind = given_kind ? *given_kind : commonest(kinds, Kind::person);
  node.name = given_name.empty() ? choose_name(names, node.kind) : given_name;
  node.country = commonest(countries, std::string_view());
  node.ref = commonest(refs, std::string_view());
  node.forms = std::move(forms);
  return node;
}

std::string base_id(const Node& node) {
  if (node.kind == Kind::country && !node.country.empty()) return std::string(node.country);
  const auto colon = node.ref.find(':');
  if (colon != std::string_view::npos)
    return std::string(node.ref.substr(0, colon + 1)) + slug(node.ref.substr(colon + 1));
  const std::string prefix(node.kind == Kind::organization ? "org" : to_string(node.kind));
  const std::string name = slug(node.name);
  return prefix + ":" + (name.empty() ? "unnamed" : name);
}

/// Namesakes are told apart by their state, then by number in the order of their forms.
void give_ids(NetworkData& data, std::vector<Node>& nodes) {
  std::vector<std::string> ids;
  std::map<std::string, int> uses;
  for (const Node& node : nodes) ++uses[ids.emplace_back(base_id(node))];
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (uses[ids[i]] > 1 && nodes[i].kind != Kind::country && !nodes[i].country.empty())
      ids[i] += "." + slug(nodes[i].country);
  uses.clear();
  for (const auto& id : ids) ++uses[id];
  std::map<std::string, int> numbers;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    std::string id = ids[i];
    if (++numbers[id] > 1) do
        id = ids[i] + "-" + std::to_string(numbers[ids[i]]++);
      while (!uses.try_emplace(id, 1).second);
    nodes[i].id = data.strings.intern(id);
  }
}

std::string_view shown_name(const Form& form) {
  return form.kind == Kind::person || form.kind == Kind::country ? form.name : longest_name(form);
}

void tell_joins(const NetworkData& data, const Identity& identity, std::vector<Node>& nodes) {
  std::vector<std::tuple<std::uint32_t, std::string_view, std::string_view>> told;  // node, rule, name
  for (const JoinStep& step : identity.steps) {
    const auto a = shown_name(data.forms[step.a]), b = shown_name(data.forms[step.b]);
    // A correction may have taken apart what was joined before.
    if (a == b || data.forms[step.a].node != data.forms[step.b].node) continue;
    told.emplace_back(data.forms[step.a].node, step.rule, a);
    told.emplace_back(data.forms[step.a].node, step.rule, b);
  }
  std::sort(told.begin(), told.end());
  told.erase(std::unique(told.begin(), told.end()), told.end());
  for (const auto& [node, rule, name] : told) {
    auto& joined = nodes[node].joined;
    if (joined.empty() || joined.back().rule != rule) joined.push_back({rule, {}});
    joined.back().names.push_back(name);
  }
}

void count_documents(const NetworkData& data, std::vector<Node>& nodes) {
  std::vector<std::uint32_t> seen;
  for (const DocumentInfo& document : data.documents) {
    seen.clear();
    for (const auto form : document.forms) seen.push_back(data.forms[form].node);
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    for (const auto n : seen) {
      Node& node = nodes[n];
      ++node.documents;
      if (document.date.empty()) continue;
      if (node.first.empty() || document.date < node.first) node.first = document.date;
      if (document.date > node.last) node.last = document.date;
    }
  }
}

}  // namespace

std::vector<Node> make_nodes(NetworkData& data, std::span<const std::uint32_t> form_documents,
                             const Identity& identity) {
  std::map<std::uint32_t, Forms> clusters;
  for (std::uint32_t i = 0; i < data.forms.size(); ++i) clusters[identity.representative[i]].push_back(i);
  std::vector<Node> nodes;
  for (auto& [representative, forms] : clusters) {
    const auto found = identity.given.find(representative);
    const Given given = found == identity.given.end() ? Given() : found->second;
    nodes.push_back(
        describe(data, form_documents, std::move(forms), data.strings.intern(given.name), given.kind));
  }
  give_ids(data, nodes);
  std::sort(nodes.begin(), nodes.end(), [](const Node& a, const Node& b) { return a.id < b.id; });
  for (std::uint32_t n = 0; n < nodes.size(); ++n)
    for (const auto form : nodes[n].forms) data.forms[form].node = n;
  tell_joins(data, identity, nodes);
  count_documents(data, nodes);
  return nodes;
}

}  // namespace entente::network
