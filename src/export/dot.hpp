#pragma once
#include <graphviz/cgraph.h>

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace entente::exporting {

/// A Graphviz graph with a shorter way to set attributes. Values are plain text: what Graphviz would take for an escape
/// is escaped.
class DotGraph {
 public:
  DotGraph();
  Agraph_t* get() const { return graph_.get(); }

  Agnode_t* node(std::string_view id);
  /// @param id unique among the edges of the two.
  Agedge_t* edge(Agnode_t* source, Agnode_t* target, std::string_view id);
  /// A subgraph that layout engines draw as a box.
  Agraph_t* cluster(std::string_view name);

  void label(Agraph_t* cluster, std::string_view text);

  void set_graph(const char* name, std::string_view value);
  void set_graph_html(const char* name, std::string_view value);
  /// Default of an attribute of all nodes or edges; declares it.
  void node_default(const char* name, std::string_view value);
  void edge_default(const char* name, std::string_view value);
  void set(void* object, const char* name, std::string_view value);
  void set_html(void* object, const char* name, std::string_view value);

 private:
  static char* text(const char* value) { return const_cast<char*>(value); }  // The library's signatures lack const.
  std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph_;
};

}  // namespace entente::exporting
