#pragma once
#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/view.hpp"

namespace entente {

/// How a view looks: an entry for each node of the view.
struct NodeStyle {
  double x = 0, y = 0;                ///< In points.
  double size = 1;                    ///< Diameter, grows with degree.
  unsigned char r = 0, g = 0, b = 0;  ///< By kind.
};

/// What DOT draws boxes around.
enum class Cluster { none, kind, country, community };

struct ExportOptions {
  std::string title{};  ///< For captions and metadata.
  Cluster cluster = Cluster::none;
  std::size_t top = 60;          ///< Drawings: at most so many nodes, those with the most relations.
  std::size_t lines = 0;  ///< Drawings: at most so many, those with the most evidence; 0: 3 an actor, from the 61st on 1.
  bool relation_labels = false;  ///< Drawings: names of relations on the edges.
};

/// A file format that views can be written in. Writing fails only as streams do.
struct ExportFormat {
  std::string_view name;         ///< For -f.
  std::string_view suffix;       ///< Without the dot.
  std::string_view description;  ///< One line, no full stop.
  void (*write)(std::ostream& out, const View& view, const ExportOptions& options);
};

/// Every format. A new one is a function in a file of its own and a line in export_formats.cpp.
std::span<const ExportFormat> export_formats();

/// @return nullptr where there is none.
const ExportFormat* find_export_format(std::string_view name);

}  // namespace entente
