#include "entente/diff.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "entente/graph.hpp"

namespace entente {

namespace {

/// What makes forms of two networks the same form.
using FormKey = std::tuple<std::string_view, Kind, std::string_view, std::string_view, std::vector<std::string_view>>;

FormKey key(const Form& form) { return {form.name, form.kind, form.country, form.ref, form.names}; }

/// Form → the view's node that holds it; no_index where the view leaves it out.
std::vector<std::uint32_t> nodes_of_forms(const View& view) {
  std::vector<std::uint32_t> out(view.network->forms().size(), no_index);
  const Graph& graph = view.network->graph();
  for (std::uint32_t n = 0; n < view.nodes.size(); ++n)
    for (const auto member : view.nodes[n].members)
      for (const auto form : graph[member].forms) out[form] = n;
  return out;
}

class Comparison {
 public:
  Comparison(const View& before, const View& after) : before_(before), after_(after) {}

  Diff run() {
    count_documents();
    match();
    tell_entities();
    compare_edges();
    return std::move(diff_);
  }

 private:
  void count_documents() {
    const auto a = before_.network->documents(), b = after_.network->documents();
    diff_.documents_before = a.size();
    diff_.documents_after = b.size();
    std::size_t common = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
      const int order = i->id.compare(j->id);
      common += order == 0;
      if (order <= 0) ++i;
      if (order >= 0) ++j;
    }
    diff_.documents_added = b.size() - common;
    diff_.documents_dropped = a.size() - common;
  }

  /// Which nodes share forms: old → new → how many.
  void match() {
    const auto old_nodes = nodes_of_forms(before_), new_nodes = nodes_of_forms(after_);
    std::map<FormKey, std::uint32_t> index;
    for (std::uint32_t f = 0; f < new_nodes.size(); ++f)
      if (new_nodes[f] != no_index) index.emplace(key(after_.network->forms()[f]), new_nodes[f]);
    shared_.resize(before_.nodes.size());
    for (std::uint32_t f = 0; f < old_nodes.size(); ++f) {
      if (old_nodes[f] == no_index) continue;
      const auto found = index.find(key(before_.network->forms()[f]));
      if (found != index.end()) ++shared_[old_nodes[f]][found->second];
    }
    std::map<std::string_view, std::uint32_t> ids;
    for (std::uint32_t n = 0; n < after_.nodes.size(); ++n) ids.emplace(after_.nodes[n].id, n);
    became_.assign(before_.nodes.size(), no_index);
    for (std::uint32_t n = 0; n < before_.nodes.size(); ++n) {
      const auto same = ids.find(before_.nodes[n].id);
      std::uint32_t most = 0;
      for (const auto& [node, count] : shared_[n])
        if (count > most || (count == most && same != ids.end() && same->second == node)) {
          most = count;
          became_[n] = node;
        }
      if (most == 0 && same != ids.end()) {
        became_[n] = same->second;
        shared_[n][same->second] = 1;
      }
    }
  }

  /// Groups of nodes that share forms, directly or through others.
  void tell_entities() {
    std::vector<std::vector<std::uint32_t>> sources(after_.nodes.size());
    for (std::uint32_t n = 0; n < shared_.size(); ++n)
      for (const auto& [node, count] : shared_[n]) sources[node].push_back(n);
    for (std::uint32_t n = 0; n < sources.size(); ++n)
      if (sources[n].empty()) diff_.appeared.push_back(&after_.nodes[n]);
    std::vector<bool> told(before_.nodes.size());
    for (std::uint32_t n = 0; n < before_.nodes.size(); ++n) {
      if (shared_[n].empty()) diff_.vanished.push_back(&before_.nodes[n]);
      if (shared_[n].empty() || told[n]) continue;
      std::set<std::uint32_t> olds{n}, news;
      for (std::vector<std::uint32_t> open{n}; !open.empty();) {
        const auto at = open.back();
        open.pop_back();
        told[at] = true;
        for (const auto& [node, count] : shared_[at])
          if (news.insert(node).second)
            for (const auto other : sources[node])
              if (olds.insert(other).second) open.push_back(other);
      }
      if (olds.size() == 1 && news.size() == 1 && before_.nodes[n].name == after_.nodes[*news.begin()].name) continue;
      Diff::Renaming renaming;
      for (const auto o : olds) renaming.before.push_back(&before_.nodes[o]);
      for (const auto o : news) renaming.after.push_back(&after_.nodes[o]);
      diff_.renamed.push_back(std::move(renaming));
    }
  }

  /// Of an old node: that of the newer view which it became, else its own.
  const ViewNode& now(std::uint32_t old) const {
    return became_[old] == no_index ? before_.nodes[old] : after_.nodes[became_[old]];
  }

  void compare_edges() {
    std::map<std::tuple<std::string_view, std::string_view, std::string_view>, Diff::Change> all;
    const auto at = [&](const ViewNode* source, const ViewNode* target, const ViewEdge& edge) -> Diff::Change& {
      if (edge.symmetric && target->id < source->id) std::swap(source, target);
      Diff::Change& change = all[{source->id, edge.relation, target->id}];
      change.relation = edge.relation;
      change.source = source->id;
      change.target = target->id;
      change.source_name = source->name;
      change.target_name = target->name;
      return change;
    };
    for (const ViewEdge& edge : before_.edges) {
      const ViewNode &source = now(edge.source), &target = now(edge.target);
      if (&source == &target) continue;  // Its ends are one entity now: told as such.
      Diff::Change& change = at(&source, &target, edge);
      change.status_before = change.before == nullptr ? edge.status : std::min(change.status_before, edge.status);
      if (change.before == nullptr) change.before = &edge;
      change.pieces_before += static_cast<std::uint32_t>(edge.evidence.size());
    }
    for (const ViewEdge& edge : after_.edges) {
      Diff::Change& change = at(&after_.nodes[edge.source], &after_.nodes[edge.target], edge);
      change.after = &edge;
      change.status_after = edge.status;
      change.pieces_after = static_cast<std::uint32_t>(edge.evidence.size());
    }
    for (auto& [key, change] : all)
      if (change.appeared() || change.vanished() || change.strengthened() || change.weakened() ||
          change.changed_status())
        diff_.changes.push_back(std::move(change));
  }

  const View &before_, &after_;
  Diff diff_;
  std::vector<std::map<std::uint32_t, std::uint32_t>> shared_;  ///< Old node → new node → forms in common.
  std::vector<std::uint32_t> became_;
};

}  // namespace

Diff compare(const View& before, const View& after) { return Comparison(before, after).run(); }

}  // namespace entente
