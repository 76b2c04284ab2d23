#pragma once
#include <cstdint>
#include <utility>
#include <vector>

namespace entente::bench {

/// A random graph whose degrees are as uneven as those of real networks (Chakrabarti, Zhan and Faloutsos, "R-MAT: a
/// recursive model for graph mining", SIAM 2004; a, b, c, d = 0.57, 0.19, 0.19, 0.05). Nodes are shuffled: their numbers
/// tell nothing of their degrees. No loops, no pair twice. The same arguments give the same graph on every machine.
/// @param undirected a pair counts once, whichever its order, lower node first. @return ascending.
/// @throws std::invalid_argument where `edges` is more than a quarter of all pairs: they would be hard to find.
std::vector<std::pair<std::uint32_t, std::uint32_t>> rmat(std::uint32_t nodes, std::size_t edges, bool undirected,
                                                          std::uint64_t seed);

}  // namespace entente::bench
