#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/view.hpp"

namespace entente {

/// What became of a network. Strings live as long as the two views' networks.
struct Diff {
  /// A relation that is not the same in both.
  struct Change {
    std::string relation;
    std::string_view source, target;            ///< Ids: the newer network's where it has the entity.
    std::string_view source_name, target_name;
    const ViewEdge* before = nullptr;           ///< nullptr where it appeared.
    const ViewEdge* after = nullptr;            ///< nullptr where it vanished.
    std::uint32_t pieces_before = 0, pieces_after = 0;  ///< Of evidence; those of `before` and of what was joined with it.
    Status status_before = Status::asserted, status_after = Status::asserted;

    bool appeared() const { return before == nullptr; }
    bool vanished() const { return after == nullptr; }
    bool strengthened() const { return !appeared() && !vanished() && pieces_after > pieces_before; }
    bool weakened() const { return !appeared() && !vanished() && pieces_after < pieces_before; }
    bool changed_status() const { return !appeared() && !vanished() && status_before != status_after; }
  };
  /// An entity that has another name, or is not the same entity any more.
  struct Renaming {
    std::vector<const ViewNode*> before, after;  ///< One each where it was renamed, several where it was joined or split.
  };

  std::size_t documents_before = 0, documents_after = 0, documents_added = 0, documents_dropped = 0;
  std::vector<const ViewNode*> appeared, vanished;  ///< Entities; by id.
  std::vector<Renaming> renamed;                    ///< By the first id before.
  std::vector<Change> changes;                      ///< By source, relation and target.

  bool empty() const { return appeared.empty() && vanished.empty() && renamed.empty() && changes.empty(); }
};

/// Compares two views. An entity of one is that of the other which documents know in the same way: the most forms in
/// common, or else the same id.
Diff compare(const View& before, const View& after);

}  // namespace entente
