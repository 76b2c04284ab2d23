#pragma once
#include "entente/graph.hpp"
#include "entente/network.hpp"
#include "network/strings.hpp"

namespace entente {

struct NetworkData {
  network::Strings strings;
  std::vector<DocumentInfo> documents;
  std::vector<Form> forms;
  std::vector<RelationType> relations;
  std::vector<Evidence> evidence;  ///< The edges' spans point into it.
  std::vector<Evidence> loops;
  std::vector<std::uint32_t> loop_relations;  ///< Per loop, index into `relations`.
  Graph graph;

  static Network make(std::unique_ptr<NetworkData> data) {
    Network network;
    network.data_ = std::move(data);
    return network;
  }
};

}  // namespace entente
