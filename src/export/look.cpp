#include "export/look.hpp"

#include <algorithm>
#include <cmath>

namespace entente::exporting {

Color kind_color(Kind kind) {
  switch (kind) {
    case Kind::person:
      return {0xf2, 0x9e, 0x4c};
    case Kind::organization:
      return {0x5b, 0x9b, 0xd5};
    case Kind::country:
      return {0xe8, 0xc5, 0x47};
    case Kind::region:
      return {0xa9, 0x8e, 0xc7};
    case Kind::place:
      break;
  }
  return {0xb0, 0xb0, 0xb0};
}

Color class_color(std::string_view event_class) {
  if (event_class == "cooperation") return {0x12, 0x8c, 0x7e};
  if (event_class == "conflict") return {0xcf, 0x2e, 0x3b};
  if (event_class == "structural") return {0x8c, 0x92, 0x9b};
  return {0x8e, 0x5a, 0xa8};
}

std::string hex(Color color) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "#";
  for (const unsigned char part : {color.r, color.g, color.b}) {
    out.push_back(digits[part >> 4]);
    out.push_back(digits[part & 15]);
  }
  return out;
}

Color tint(Color color) {
  const auto lighter = [](unsigned char part) { return static_cast<unsigned char>(part + (255 - part) * 0.45); };
  return {lighter(color.r), lighter(color.g), lighter(color.b)};
}

std::string_view shape(Kind kind) {
  switch (kind) {
    case Kind::person:
      return "ellipse";
    case Kind::organization:
      return "box";
    case Kind::country:
      return "hexagon";
    case Kind::region:
      return "octagon";
    case Kind::place:
      break;
  }
  return "note";
}

std::string_view line_style(Status status) {
  switch (status) {
    case Status::asserted:
      return "solid";
    case Status::planned:
      return "dashed";
    default:
      return "dotted";
  }
}

double line_width(double weight) { return 1 + 0.7 * std::log2(std::max(1.0, weight)); }

}  // namespace entente::exporting
