#pragma once
#include <vector>

#include "entente/corrections.hpp"
#include "network/assemble.hpp"
#include "network/identity.hpp"

/// An analyst's corrections, carried out on forms (apart by documents) and on their identity.
namespace entente::network {

/// Gives what the documents of a split say forms of their own (Form::part).
void part_forms(NetworkData& data, std::vector<Statement>& statements, const Corrections& corrections);

/// Joins, parts, names and classes entities, and notes what edges are dropped. @param forms sorted.
/// @param idle if set, is told the indices of corrections that found no entity.
void correct(Identity& identity, std::span<const Form> forms, const NameVariants& variants,
             const Corrections& corrections, std::vector<std::size_t>* idle);

/// Per statement, whether a correction dropped it. @param idle as above: corrections that found no statement.
std::vector<bool> dropped(const NetworkData& data, std::span<const Statement> statements, const Identity& identity,
                          std::vector<std::size_t>* idle);

}  // namespace entente::network
