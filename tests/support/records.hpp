#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "entente/knowledge.hpp"
#include "entente/network.hpp"
#include "entente/record.hpp"

namespace entente::test {

/// A record from a short notation, one item a line:
///   entity:   "NAME/KIND/COUNTRY = OTHER NAME; OTHER NAME" (kind p, o, c, r or l for place; country may be empty)
///   relation: "SOURCE > RELATION > TARGET [STATUS] [by CLAIMANT]" with principal names
Record record(std::string_view id, std::string_view date, std::string_view lines);

/// A few relations and name variants, enough for tests.
Knowledge knowledge();

Network network(const std::vector<Record>& records);
std::string file_of(const Network& network);

/// @throws if there is no such node.
const Node& node(const Network& network, std::string_view id);
std::vector<std::string> node_ids(const Network& network);
/// "SOURCE RELATION TARGET STATUS DOCUMENTS" for each edge.
std::vector<std::string> edges(const Network& network);

}  // namespace entente::test
