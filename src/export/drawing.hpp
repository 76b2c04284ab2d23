#pragma once
#include <string>
#include <vector>

#include "entente/export.hpp"

/// What a drawing shows of a view: the most related actors, and between two of them one line for each class and
/// direction.
namespace entente::exporting {

struct DrawnNode {
  const ViewNode* node = nullptr;
  double degree = 0;               ///< In the view, not only in the drawing.
  double font = 10;                ///< In points.
  std::vector<std::string> lines;  ///< Its name, wrapped.
  double width = 0, height = 0;    ///< In points.
  double x = 0, y = 0;
};

struct DrawnEdge {
  std::uint32_t source = 0, target = 0;  ///< Indices into Drawing::nodes.
  std::string event_class;
  std::string label;                 ///< Names of its relations.
  Status status = Status::asserted;  ///< The strongest.
  double weight = 0;
  bool both = false;  ///< Said in both directions.
  bool symmetric = false;
  std::uint32_t relations = 1;  ///< Edges of the view that it stands for.
};

struct Drawing {
  std::vector<DrawnNode> nodes;
  std::vector<DrawnEdge> edges;
  std::vector<std::string> caption;  ///< Lines.
};

Drawing make_drawing(const View& view, const ExportOptions& options);

}  // namespace entente::exporting
