#include <unordered_map>
#include <vector>

#include "export/dot.hpp"

namespace entente::exporting {

namespace {

/// Numbers names in the order of their first use. Graphviz's own numbers are addresses, and by them it orders
/// subgraphs: what it writes would not be the same each time.
class Ids {
 public:
  static Agiddisc_t discipline() {
    return {open, map, alloc, [](void*, int, IDTYPE) {}, print, close, nothing};
  }

 private:
  explicit Ids(Agraph_t* graph) : graph_(graph) {}
  static void* open(Agraph_t* graph, Agdisc_t*) { return new Ids(graph); }
  static void close(void* state) { delete static_cast<Ids*>(state); }
  static void nothing(void*, int, void*) {}
  static long alloc(void*, int, IDTYPE) { return 0; }  // Only names have numbers here.

  static long map(void* state, int, char* name, IDTYPE* id, int create) {
    Ids& ids = *static_cast<Ids*>(state);
    if (name == nullptr) {  // An edge without a name; odd numbers, so that they cannot be a name's.
      *id = 2 * ids.nameless_++ + 1;
      return 1;
    }
    if (const auto found = ids.numbers_.find(name); found != ids.numbers_.end()) {
      *id = found->second;
      return 1;
    }
    if (create == 0) return 0;
    ids.names_.push_back(agstrdup(ids.graph_, name));
    *id = 2 * ids.names_.size();
    ids.numbers_.emplace(ids.names_.back(), *id);
    return 1;
  }

  static char* print(void* state, int, IDTYPE id) {
    return id % 2 == 0 ? static_cast<Ids*>(state)->names_[id / 2 - 1] : nullptr;
  }

  Agraph_t* graph_;
  std::vector<char*> names_;  // The graph's own strings: it asks its string table how to write them.
  std::unordered_map<std::string_view, IDTYPE> numbers_;
  IDTYPE nameless_ = 0;
};

/// Graphviz takes a backslash for the beginning of an escape, and writes one before the closing quote as it is.
std::string escaped(std::string_view value) {
  std::string out;
  for (const char c : value) out.append(c == '\\' ? 2 : 1, c);
  return out;
}

Agraph_t* open_graph(char* name) {
  static Agiddisc_t ids = Ids::discipline();
  Agdisc_t disciplines{nullptr, &ids, nullptr};
  return agopen(name, Agdirected, &disciplines);
}

}  // namespace

DotGraph::DotGraph() : graph_(open_graph(text("entente")), &agclose) {}

Agnode_t* DotGraph::node(std::string_view id) { return agnode(graph_.get(), std::string(id).data(), 1); }

Agedge_t* DotGraph::edge(Agnode_t* source, Agnode_t* target, std::string_view id) {
  return agedge(graph_.get(), source, target, std::string(id).data(), 1);
}

Agraph_t* DotGraph::cluster(std::string_view name) {
  return agsubg(graph_.get(), ("cluster_" + std::string(name)).data(), 1);
}

void DotGraph::label(Agraph_t* cluster, std::string_view text_of_box) {
  agsafeset(cluster, text("label"), escaped(text_of_box).data(), text(""));
}

void DotGraph::set_graph(const char* name, std::string_view value) {
  agattr(graph_.get(), AGRAPH, text(name), escaped(value).data());
}

void DotGraph::set_graph_html(const char* name, std::string_view value) {
  char* const html = agstrdup_html(graph_.get(), std::string(value).data());
  agattr(graph_.get(), AGRAPH, text(name), html);
  agstrfree(graph_.get(), html);
}

void DotGraph::node_default(const char* name, std::string_view value) {
  agattr(graph_.get(), AGNODE, text(name), std::string(value).data());
}
void DotGraph::edge_default(const char* name, std::string_view value) {
  agattr(graph_.get(), AGEDGE, text(name), std::string(value).data());
}
void DotGraph::set(void* object, const char* name, std::string_view value) {
  agset(object, text(name), escaped(value).data());
}

void DotGraph::set_html(void* object, const char* name, std::string_view value) {
  char* const html = agstrdup_html(graph_.get(), std::string(value).data());
  agset(object, text(name), html);
  agstrfree(graph_.get(), html);
}

}  // namespace entente::exporting
