#pragma once
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "entente/record.hpp"

namespace entente {

/// Says which entity is meant by what documents say of it, so that it finds the entity again in a network of more or
/// other documents: the principal name, kind, state and reference that some document gives it.
struct EntityRef {
  std::string name;
  Kind kind = Kind::organization;
  std::string country, ref;  ///< Empty where unknown.
  std::uint32_t part = 0;    ///< Of an entity split by documents, the part: number of the correction, from 1; 0 for the rest.
};

/// An analyst's correction of who is who, or of what is said of them.
struct Correction {
  enum class Action { merge, split, rename, kind, drop };
  Action action = Action::merge;
  EntityRef entity{};                    ///< drop: the edge's source.
  EntityRef other{};                     ///< merge: the one to join it with; drop: the edge's target.
  std::vector<std::string> names{};      ///< split: principal names of what is split off; not empty.
  std::vector<std::string> documents{};  ///< split: only what these documents say; empty for all.
  std::string name{};                    ///< rename: the new name; split: that of the part split off, or empty.
  Kind kind = Kind::organization;        ///< kind: the new one.
  std::string relation{};                ///< drop: the edge's; where it is symmetric, source and target in any order.
};

/// Applied in this order, each to what the ones before it made.
using Corrections = std::vector<Correction>;

/// "merge", "split", "rename", "kind", "drop".
std::string_view to_string(Correction::Action action);

/// Writes the file of corrections (docs/formats.md), one a line; ends with a newline.
void write_corrections(std::ostream& out, const Corrections& corrections);

/// @param where for messages. @throws InputError with byte offset or JSON pointer.
Corrections read_corrections(std::string_view text, std::string_view where);

}  // namespace entente
