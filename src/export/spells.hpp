#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "entente/view.hpp"

/// When nodes and edges are there: on the days of the documents that speak of them.
namespace entente::exporting {

/// From the first day to the last, both YYYY-MM-DD.
struct Spell {
  std::string start, end;
  bool operator==(const Spell&) const = default;
};

/// The days that dates stand for: "2020-02-05" is one, "2020-02" a month of them, "2020" a year. Spells that overlap
/// are one. Ascending. Empty, which means always, where one of the dates is missing or no date.
std::vector<Spell> spells(std::vector<std::string_view> dates);

/// By the documents that say the edge.
std::vector<Spell> spells_of(const View& view, const ViewEdge& edge);

/// For each node of the view, by the documents that mention it: it is there whenever one of its edges is.
std::vector<std::vector<Spell>> spells_of_nodes(const View& view);

}  // namespace entente::exporting
