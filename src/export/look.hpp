#pragma once
#include <string>
#include <string_view>

#include "entente/record.hpp"

/// Colours, shapes and lines that all formats share. Colour is never the only cue: kinds differ by shape too, statuses
/// by dashes.
namespace entente::exporting {

inline constexpr std::string_view font = "DejaVu Sans";
/// Width of a line in that font at size 1: by classes of letters, a little too wide rather than too narrow.
double text_width(std::string_view text);

struct Color {
  unsigned char r, g, b;
};
Color kind_color(Kind kind);
Color class_color(std::string_view event_class);
std::string hex(Color color);                ///< "#rrggbb"
Color tint(Color color);                     ///< Lighter, to write on.
std::string_view shape(Kind kind);           ///< Graphviz node shape.
std::string_view node_style(Kind kind);      ///< Graphviz node style.
std::string_view line_style(Status status);  ///< Graphviz edge style.
std::string number(double value);            ///< To two digits after the point, as Graphviz reads it.
double line_width(double weight);            ///< In points; grows slowly.

}  // namespace entente::exporting
