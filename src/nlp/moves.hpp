#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace entente::nlp {

/// A transition: its kind (ArcEager::Kind, Biluo::Kind) and label, empty where it has none.
struct Move {
  int kind = 0;
  std::string label;
  friend bool operator==(const Move&, const Move&) = default;
};

/// Reads a component's `moves` file: the transitions in the order of the network's outputs, which is spaCy's: by kind, then by frequency
/// and label, both descending; those added after training (negative frequencies) last.
/// @throws ModelError naming the file.
std::vector<Move> load_moves(const std::filesystem::path& file);

}  // namespace entente::nlp
