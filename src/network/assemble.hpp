#pragma once
#include <memory>
#include <vector>

#include "network/network_data.hpp"

namespace entente::network {

/// A piece of evidence before it is gathered into edges.
struct Statement {
  std::uint32_t relation = 0;  ///< Index into NetworkData::relations.
  Evidence evidence;
};

/// All evidence of a network, that of its loops too.
std::vector<Statement> statements(const Network& network);

/// Sorts what was gathered, decides identity and makes nodes and edges. `data` has forms, documents and relations, in
/// any order. @param idle as in NetworkBuilder::build.
Network assemble(std::unique_ptr<NetworkData> data, std::vector<Statement> statements, const NameVariants& names,
                 const Corrections& corrections, std::vector<std::size_t>* idle);

/// Sets an edge's status, counts and dates from its evidence, which is sorted by document.
void summarize(Edge& edge, std::span<const DocumentInfo> documents);

}  // namespace entente::network
