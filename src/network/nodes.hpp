#pragma once
#include <vector>

#include "network/identity.hpp"
#include "network/network_data.hpp"

namespace entente::network {

/// Makes the nodes, by id, and tells every form its node.
/// @param form_documents per form, how many documents have it.
std::vector<Node> make_nodes(NetworkData& data, std::span<const std::uint32_t> form_documents,
                             const Identity& identity);

}  // namespace entente::network
