#include "export/dot.hpp"

namespace entente::exporting {

DotGraph::DotGraph() : graph_(agopen(text("entente"), Agdirected, nullptr), &agclose) {}

Agnode_t* DotGraph::node(std::string_view id) { return agnode(graph_.get(), std::string(id).data(), 1); }

Agedge_t* DotGraph::edge(Agnode_t* source, Agnode_t* target, std::string_view id) {
  return agedge(graph_.get(), source, target, std::string(id).data(), 1);
}

Agraph_t* DotGraph::cluster(std::string_view name) {
  return agsubg(graph_.get(), ("cluster_" + std::string(name)).data(), 1);
}

void DotGraph::set_graph(const char* name, std::string_view value) {
  agattr(graph_.get(), AGRAPH, text(name), std::string(value).data());
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
  agset(object, text(name), std::string(value).data());
}

}  // namespace entente::exporting
