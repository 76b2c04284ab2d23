#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/network.hpp"

/// Which forms denote the same entity. Decided from the whole set at once, never by order of arrival, so that adding
/// documents can also undo a join ("Lavrov" alone is Sergey Lavrov until a second Lavrov appears).
namespace entente::network {

/// One step of the reasoning: `a` and `b` are one by `rule`.
struct JoinStep {
  std::uint32_t a = 0, b = 0;
  std::string_view rule;
};

/// What corrections say of an entity.
struct Given {
  std::string name;  ///< Empty for the one that documents give.
  std::optional<Kind> kind;
};

/// No edge is made of what is said in this relation of these forms; both ascending.
struct Drop {
  std::size_t correction = 0;
  std::vector<std::uint32_t> sources, targets;
  std::string relation;
};

struct Identity {
  std::vector<std::uint32_t> representative;  ///< Per form: the smallest form of its entity.
  std::vector<JoinStep> steps;
  std::map<std::uint32_t, Given> given;  ///< By representative.
  std::vector<Drop> drops;
};

/// @param forms sorted by content, unique; @param documents per form, how many documents have it.
///
/// 1. Forms with the same gazetteer reference are one.
/// 2. Forms of compatible kinds with the same name, reduced to its key, are one, unless they are of different states or
/// have different
///    references; where two states have a namesake, a form without a state stays alone.
/// 3. A person's shorter name ("S. Lavrov", "Bruno Rodríguez") joins the fuller one it abbreviates, a bare surname the
/// person who bears it or
///    is called so in some document, and a body's short name or acronym the body whose other name it is in some
///    document: each only where exactly one entity qualifies.
Identity identify(std::span<const Form> forms, std::span<const std::uint32_t> documents, const NameVariants& variants);

}  // namespace entente::network
