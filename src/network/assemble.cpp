#include "network/assemble.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "network/correct.hpp"
#include "network/nodes.hpp"

namespace entente::network {

namespace {

using Permutation = std::vector<std::uint32_t>;  // Old index → new index; no_index where dropped.

/// Sorts `items` and tells where each went.
template <typename Item, typename Less>
Permutation sort_items(std::vector<Item>& items, Less less) {
  Permutation order(items.size()), moved(items.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return less(items[a], items[b]); });
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    moved[order[i]] = i;
    sorted.push_back(std::move(items[order[i]]));
  }
  items = std::move(sorted);
  return moved;
}

/// Forms of documents that were refused are in no document.
Permutation drop_unused_forms(NetworkData& data) {
  std::vector<bool> used(data.forms.size());
  for (const auto& document : data.documents)
    for (const auto form : document.forms) used[form] = true;
  Permutation moved(data.forms.size(), no_index);
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < moved.size(); ++i) {
    if (!used[i]) continue;
    if (kept != i) data.forms[kept] = std::move(data.forms[i]);
    moved[i] = kept++;
  }
  data.forms.resize(kept);
  return moved;
}

void renumber_forms(NetworkData& data, std::vector<Statement>& statements, const Permutation& moved) {
  for (auto& document : data.documents) {
    for (auto& form : document.forms) form = moved[form];
    std::sort(document.forms.begin(), document.forms.end());
  }
  for (auto& s : statements) {
    s.evidence.source = moved[s.evidence.source];
    s.evidence.target = moved[s.evidence.target];
    if (s.evidence.claimant != no_index) s.evidence.claimant = moved[s.evidence.claimant];
  }
}

void sort_parts(NetworkData& data, std::vector<Statement>& statements) {
  renumber_forms(data, statements, drop_unused_forms(data));
  renumber_forms(data, statements, sort_items(data.forms, [](const Form& a, const Form& b) {
                   return std::tie(a.name, a.kind, a.country, a.ref, a.names, a.part) <
                          std::tie(b.name, b.kind, b.country, b.ref, b.names, b.part);
                 }));
  const auto documents =
      sort_items(data.documents, [](const DocumentInfo& a, const DocumentInfo& b) { return a.id < b.id; });
  for (auto& s : statements) s.evidence.document = documents[s.evidence.document];
  std::vector<bool> used(data.relations.size());
  for (const auto& s : statements) used[s.relation] = true;
  Permutation kept(data.relations.size(), no_index);
  std::vector<RelationType> relations;
  for (std::uint32_t r = 0; r < used.size(); ++r) {
    if (!used[r]) continue;
    kept[r] = static_cast<std::uint32_t>(relations.size());
    relations.push_back(std::move(data.relations[r]));
  }
  data.relations = std::move(relations);
  const auto moved =
      sort_items(data.relations, [](const RelationType& a, const RelationType& b) { return a.name < b.name; });
  for (auto& s : statements) s.relation = moved[kept[s.relation]];
}

std::vector<std::uint32_t> count_form_documents(const NetworkData& data) {
  std::vector<std::uint32_t> counts(data.forms.size());
  for (const auto& document : data.documents)
    for (const auto form : document.forms) ++counts[form];
  return counts;
}

/// A statement with the nodes of its ends; those of a symmetric relation in the order of their ids.
struct Placed {
  std::uint32_t source, target, statement;
  bool dropped;  ///< Sorted behind the others: it makes no edge.
};

std::vector<Placed> place(const NetworkData& data, const std::vector<Statement>& statements,
                          const std::vector<bool>& dropped) {
  std::vector<Placed> placed;
  placed.reserve(statements.size());
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    auto source = data.forms[statements[i].evidence.source].node,
         target = data.forms[statements[i].evidence.target].node;
    if (data.relations[statements[i].relation].symmetric && target < source) std::swap(source, target);
    placed.push_back({source, target, i, dropped[i]});
  }
  const auto key = [&](const Placed& p) {
    const Statement& s = statements[p.statement];
    const Evidence& e = s.evidence;
    return std::make_tuple(s.relation, p.dropped, e.document, e.sentence, e.begin, e.end, e.source, e.target,
                           e.claimant, e.status, e.some, e.confidence, e.text, e.frame);
  };
  std::sort(placed.begin(), placed.end(), [&](const Placed& a, const Placed& b) {
    return std::tie(a.source, a.target) != std::tie(b.source, b.target)
               ? std::tie(a.source, a.target) < std::tie(b.source, b.target)
               : key(a) < key(b);
  });
  return placed;
}

void add_edges(NetworkData& data, const std::vector<Statement>& statements, const std::vector<Placed>& placed) {
  data.evidence.reserve(statements.size());  // Edges hold spans of it.
  for (std::size_t i = 0; i < placed.size();) {
    const Placed& first = placed[i];
    const auto relation = statements[first.statement].relation;
    const auto begin = data.evidence.size();
    const bool is_edge = first.source != first.target && !first.dropped;
    std::size_t end = i;
    for (; end < placed.size() && placed[end].source == first.source && placed[end].target == first.target &&
           statements[placed[end].statement].relation == relation && placed[end].dropped == first.dropped;
         ++end) {
      const Evidence& evidence = statements[placed[end].statement].evidence;
      if (is_edge) {
        data.evidence.push_back(evidence);
      } else {
        data.loops.push_back(evidence);
        data.loop_relations.push_back(relation);
      }
    }
    if (is_edge) {
      Edge edge;
      edge.relation = relation;
      edge.evidence = std::span(data.evidence).subspan(begin);
      summarize(edge, data.documents);
      boost::add_edge(first.source, first.target, edge, data.graph);
    }
    i = end;
  }
}

}  // namespace

void summarize(Edge& edge, std::span<const DocumentInfo> documents) {
  std::uint32_t previous = no_index;
  edge.status = Status::ended;
  for (const Evidence& evidence : edge.evidence) {
    ++edge.statuses[static_cast<std::size_t>(evidence.status)];
    edge.status = std::min(edge.status, evidence.status);  // The statuses are declared from the strongest.
    if (evidence.document == previous) continue;
    previous = evidence.document;
    ++edge.documents;
    const auto date = documents[evidence.document].date;
    if (date.empty()) continue;
    if (edge.first.empty() || date < edge.first) edge.first = date;
    if (date > edge.last) edge.last = date;
  }
}

std::vector<Statement> statements(const Network& network) {
  std::vector<Statement> all;
  for_each_edge(network.graph(), [&](std::uint32_t, std::uint32_t, const Edge& edge) {
    for (const Evidence& evidence : edge.evidence) all.push_back({edge.relation, evidence});
  });
  for (std::size_t i = 0; i < network.loops().size(); ++i) {
    const auto name = network.loop_relation(i);
    const auto at =
        std::lower_bound(network.relations().begin(), network.relations().end(), name,
                         [](const RelationType& type, std::string_view wanted) { return type.name < wanted; });
    all.push_back({static_cast<std::uint32_t>(at - network.relations().begin()), network.loops()[i]});
  }
  return all;
}

Network assemble(std::unique_ptr<NetworkData> data, std::vector<Statement> statements, const NameVariants& names,
                 const Corrections& corrections, std::vector<std::size_t>* idle) {
  part_forms(*data, statements, corrections);
  sort_parts(*data, statements);
  const auto form_documents = count_form_documents(*data);
  Identity identity = identify(data->forms, form_documents, names);
  correct(identity, data->forms, names, corrections, idle);
  auto nodes = make_nodes(*data, form_documents, identity);
  for (Node& node : nodes) boost::add_vertex(std::move(node), data->graph);
  add_edges(*data, statements, place(*data, statements, dropped(*data, statements, identity, idle)));
  return NetworkData::make(std::move(data));
}

}  // namespace entente::network
