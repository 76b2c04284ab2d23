#include "entente/view.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "entente/graph.hpp"
#include "network/describe.hpp"

namespace entente {

namespace {

/// An edge on its way through the filters.
struct Draft {
  std::uint32_t source = 0, target = 0;  // Network nodes, then view nodes.
  std::vector<std::uint32_t> relations;  // Indices into Network::relations; several only in a simple view.
  std::vector<const Evidence*> evidence;
};

template <typename List, typename Value>
bool allows(const List& list, const Value& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

void sort_unique(std::vector<std::string_view>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

class Maker {
 public:
  Maker(const Network& network, const Filter& filter) : network_(network), graph_(network.graph()), filter_(filter) {
    view_.network = &network;
  }

  View run() {
    gather();
    fold_nodes();
    merge();
    filter_edges();
    keep_ego();
    keep_component();
    finish();
    return std::move(view_);
  }

 private:
  const RelationType& type(std::uint32_t relation) const { return network_.relations()[relation]; }

  // Each kind of filter, by its option's name; the empty ones are not told.
  void step(std::string filter) {
    std::vector<bool> ends(boost::num_vertices(graph_));
    for (const Draft& d : drafts_) ends[d.source] = ends[d.target] = true;
    view_.steps.push_back(
        {std::move(filter), static_cast<std::size_t>(std::count(ends.begin(), ends.end(), true)), drafts_.size()});
  }
  template <typename Keep>
  void keep(std::string filter, bool active, Keep keep_if) {
    if (!active) return;
    std::erase_if(drafts_, [&](Draft& d) { return !keep_if(d); });
    step(std::move(filter));
  }
  template <typename Keep>
  void keep_evidence(std::string filter, bool active, Keep keep_if) {
    keep(std::move(filter), active, [&](Draft& d) {
      std::erase_if(d.evidence, [&](const Evidence* e) { return !keep_if(*e); });
      return !d.evidence.empty();
    });
  }

  void gather() {
    for_each_edge(graph_, [&](std::uint32_t source, std::uint32_t target, const Edge& edge) {
      Draft draft{source, target, {edge.relation}, {}};
      draft.evidence.reserve(edge.evidence.size());
      for (const Evidence& e : edge.evidence) draft.evidence.push_back(&e);
      drafts_.push_back(std::move(draft));
    });
    view_.steps.push_back({"", boost::num_vertices(graph_), drafts_.size()});
    keep("--relation", !filter_.relations.empty(),
         [&](const Draft& d) { return allows(filter_.relations, type(d.relations[0]).name); });
    keep("--class", !filter_.classes.empty(), [&](const Draft& d) {
      const RelationType& t = type(d.relations[0]);
      return allows(filter_.classes, t.event_class) || (!t.plover.empty() && allows(filter_.classes, t.plover));
    });
    keep("--kind", !filter_.kinds.empty(), [&](const Draft& d) {
      return allows(filter_.kinds, graph_[d.source].kind) && allows(filter_.kinds, graph_[d.target].kind);
    });
    const auto named = [&](std::uint32_t node) { return allows(filter_.entities, graph_[node].id); };
    keep("--entity", !filter_.entities.empty(), [&](const Draft& d) { return named(d.source) || named(d.target); });
    const auto date = [&](const Evidence& e) { return network_.documents()[e.document].date; };
    keep_evidence("--since", !filter_.since.empty(), [&](const Evidence& e) { return date(e) >= filter_.since; });
    // "2020" as an end means all of that year.
    keep_evidence("--until", !filter_.until.empty(), [&](const Evidence& e) {
      return !date(e).empty() && date(e).substr(0, filter_.until.size()) <= filter_.until;
    });
    keep_evidence("--claimed-by", !filter_.claimed_by.empty(), [&](const Evidence& e) {
      return allows(filter_.claimed_by,
                    e.claimant == no_index ? std::string_view() : graph_[network_.forms()[e.claimant].node].id);
    });
  }

  /// Makes the view's nodes: the network's, or states with what belongs to them.
  void fold_nodes() {
    std::unordered_map<std::string_view, std::uint32_t> states;
    const auto count = static_cast<std::uint32_t>(boost::num_vertices(graph_));
    place_.resize(count);
    for (std::uint32_t n = 0; n < count; ++n) {
      const Node& node = graph_[n];
      const bool fold = filter_.collapse && !node.country.empty();
      const auto [state, is_new] =
          fold ? states.try_emplace(node.country, static_cast<std::uint32_t>(view_.nodes.size()))
               : std::make_pair(states.end(), true);
      place_[n] = fold ? state->second : static_cast<std::uint32_t>(view_.nodes.size());
      if (is_new)
        view_.nodes.push_back({node.id,
                               node.name,
                               node.kind,
                               node.country,
                               node.ref,
                               node.names,
                               node.documents,
                               node.first,
                               node.last,
                               {}});
      ViewNode& at = view_.nodes[place_[n]];
      at.members.push_back(n);
      if (fold) add_to_state(at, node);
    }
    if (!filter_.collapse) return;
    for (Draft& d : drafts_) {
      d.source = place_[d.source];
      d.target = place_[d.target];
    }
    std::erase_if(drafts_, [](const Draft& d) { return d.source == d.target; });
    step("--collapse");
  }

  static void add_to_state(ViewNode& state, const Node& node) {
    const bool own = node.kind == Kind::country;
    if (own || state.kind != Kind::country) {
      state.name = own ? node.name : node.country;
      state.ref = own ? node.ref : std::string_view();
    }
    state.id = node.country;
    if (own) state.names = node.names;
    if (!own && state.kind != Kind::country) state.names = {node.country};
    state.kind = Kind::country;
    state.documents = std::max(state.documents, node.documents);
    if (!node.first.empty() && (state.first.empty() || node.first < state.first)) state.first = node.first;
    state.last = std::max(state.last, node.last);
  }

  /// Edges that folding made parallel, or that a simple view joins, become one.
  void merge() {
    if (!filter_.collapse && !filter_.simple) return;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, Draft> merged;
    for (Draft& d : drafts_) {
      if (filter_.collapse && type(d.relations[0]).symmetric && node_id(d.target) < node_id(d.source))
        std::swap(d.source, d.target);
      Draft& into = merged[{d.source, d.target, filter_.simple ? 0 : d.relations[0]}];
      into.source = d.source;
      into.target = d.target;
      into.relations.insert(into.relations.end(), d.relations.begin(), d.relations.end());
      into.evidence.insert(into.evidence.end(), d.evidence.begin(), d.evidence.end());
    }
    drafts_.clear();
    for (auto& [key, draft] : merged) {
      std::sort(draft.relations.begin(), draft.relations.end());
      draft.relations.erase(std::unique(draft.relations.begin(), draft.relations.end()), draft.relations.end());
      std::sort(draft.evidence.begin(), draft.evidence.end(), [](const Evidence* a, const Evidence* b) {
        return std::tie(a->document, a->sentence, a->begin, a->end, a->status, a->text, a->frame) <
               std::tie(b->document, b->sentence, b->begin, b->end, b->status, b->text, b->frame);
      });
      drafts_.push_back(std::move(draft));
    }
  }
  std::string_view node_id(std::uint32_t node) const { return view_.nodes[node].id; }

  static Status status(const Draft& d) {
    Status strongest = Status::ended;
    for (const Evidence* e : d.evidence) strongest = std::min(strongest, e->status);
    return strongest;
  }
  static std::uint32_t documents(const Draft& d) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < d.evidence.size(); ++i)
      count += i == 0 || d.evidence[i]->document != d.evidence[i - 1]->document;
    return count;
  }

  void filter_edges() {
    const bool all = filter_.statuses.empty() || filter_.statuses.size() == 6;
    keep("--status", !all, [&](const Draft& d) { return allows(filter_.statuses, status(d)); });
    keep("--min-weight", filter_.min_weight > 0,
         [&](const Draft& d) { return d.evidence.size() >= filter_.min_weight; });
    keep("--min-documents", filter_.min_documents > 0,
         [&](const Draft& d) { return documents(d) >= filter_.min_documents; });
  }

  std::vector<std::vector<std::uint32_t>> neighbours() const {
    std::vector<std::vector<std::uint32_t>> out(view_.nodes.size());
    for (const Draft& d : drafts_) {
      out[d.source].push_back(d.target);
      out[d.target].push_back(d.source);
    }
    return out;
  }

  void keep_nodes(std::string filter, const std::vector<bool>& kept) {
    kept_ = kept;
    keep(std::move(filter), true, [&](const Draft& d) { return kept[d.source] && kept[d.target]; });
  }

  void keep_ego() {
    if (filter_.ego.empty()) return;
    std::vector<bool> kept(view_.nodes.size());
    std::vector<std::uint32_t> layer;
    for (std::uint32_t n = 0; n < boost::num_vertices(graph_); ++n)
      if (graph_[n].id == filter_.ego) layer.push_back(place_[n]);
    for (const auto n : layer) kept[n] = true;
    const auto next_to = neighbours();
    for (unsigned step = 0; step < filter_.depth && !layer.empty(); ++step) {
      std::vector<std::uint32_t> next;
      for (const auto n : layer)
        for (const auto m : next_to[n])
          if (!kept[m]) {
            kept[m] = true;
            next.push_back(m);
          }
      layer = std::move(next);
    }
    keep_nodes("--ego", kept);
  }

  void keep_component() {
    if (filter_.component == 0) return;
    const auto next_to = neighbours();
    std::vector<std::uint32_t> component(view_.nodes.size(), no_index);
    std::vector<std::pair<std::int64_t, std::uint32_t>> sizes;  // Largest first, then by first node.
    for (std::uint32_t n = 0; n < view_.nodes.size(); ++n) {
      if (component[n] != no_index || next_to[n].empty()) continue;
      std::vector<std::uint32_t> members{n};
      component[n] = static_cast<std::uint32_t>(sizes.size());
      for (std::size_t i = 0; i < members.size(); ++i)
        for (const auto m : next_to[members[i]])
          if (component[m] == no_index) {
            component[m] = component[n];
            members.push_back(m);
          }
      sizes.emplace_back(-static_cast<std::int64_t>(members.size()), component[n]);
    }
    std::stable_sort(sizes.begin(), sizes.end());
    std::vector<bool> kept(view_.nodes.size());
    if (filter_.component <= sizes.size())
      for (std::uint32_t n = 0; n < kept.size(); ++n) kept[n] = component[n] == sizes[filter_.component - 1].second;
    keep_nodes("--component", kept);
  }

  /// Drops nodes without edges, numbers the rest by id and makes the edges.
  void finish() {
    std::vector<bool> kept(view_.nodes.size());
    for (const Draft& d : drafts_) kept[d.source] = kept[d.target] = true;
    if (filter_.isolated)
      for (std::uint32_t n = 0; n < kept.size(); ++n)
        if (kept_.empty() ? allows(filter_.kinds, view_.nodes[n].kind) : static_cast<bool>(kept_[n])) kept[n] = true;
    std::vector<std::uint32_t> order;
    for (std::uint32_t n = 0; n < kept.size(); ++n)
      if (kept[n]) order.push_back(n);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return node_id(a) < node_id(b); });
    std::vector<std::uint32_t> moved(kept.size());
    std::vector<ViewNode> nodes;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      moved[order[i]] = i;
      nodes.push_back(std::move(view_.nodes[order[i]]));
    }
    view_.nodes = std::move(nodes);
    for (Draft& d : drafts_) {
      d.source = moved[d.source];
      d.target = moved[d.target];
    }
    std::sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
      return std::tie(a.source, a.target, a.relations) < std::tie(b.source, b.target, b.relations);
    });
    view_.edges.reserve(drafts_.size());
    for (Draft& d : drafts_) view_.edges.push_back(edge(std::move(d)));
    view_.definition = network::describe(network_, filter_);
  }

  ViewEdge edge(Draft d) const {
    ViewEdge e;
    e.source = d.source;
    e.target = d.target;
    std::vector<std::string_view> relations, classes, plovers;
    std::set<int> quads;
    e.symmetric = true;
    for (const auto r : d.relations) {
      const RelationType& t = type(r);
      relations.push_back(t.name);
      classes.push_back(t.event_class);
      if (!t.plover.empty()) plovers.push_back(t.plover);
      quads.insert(t.quad);
      e.symmetric = e.symmetric && t.symmetric;
    }
    sort_unique(relations);
    sort_unique(classes);
    sort_unique(plovers);
    e.relation = network::join(relations, "|");
    e.event_class = classes.size() == 1 ? std::string(classes[0]) : "mixed";
    e.plover = network::join(plovers, "|");
    e.quad = quads.size() == 1 ? *quads.begin() : 0;
    e.id.append(node_id(e.source))
        .append("-")
        .append(filter_.simple ? "" : e.relation)
        .append(filter_.simple ? "" : "-")
        .append(node_id(e.target));
    e.status = status(d);
    e.documents = documents(d);
    for (const Evidence* piece : d.evidence) {
      ++e.statuses[static_cast<std::size_t>(piece->status)];
      e.confidence = std::max(e.confidence, piece->confidence);
      const auto date = network_.documents()[piece->document].date;
      if (!date.empty() && (e.first.empty() || date < e.first)) e.first = date;
      e.last = std::max(e.last, date);
    }
    e.evidence = std::move(d.evidence);
    return e;
  }

  const Network& network_;
  const Graph& graph_;
  const Filter& filter_;
  View view_;
  std::vector<Draft> drafts_;
  std::vector<std::uint32_t> place_;  // Network node → node of view_ as it is made.
  std::vector<bool> kept_;
};

}  // namespace

View make_view(const Network& network, const Filter& filter) { return Maker(network, filter).run(); }

std::string View::why_empty() const {
  std::string out = "nothing is left: the network has " + std::to_string(steps.empty() ? 0 : steps[0].edges) + " edges";
  for (std::size_t i = 1; i < steps.size(); ++i) {
    out += ", " + steps[i].filter + " leaves " + std::to_string(steps[i].edges);
    if (steps[i].edges == 0) break;
  }
  return out;
}

}  // namespace entente
