#include "export/look.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace entente::exporting {

double text_width(std::string_view text) {
  constexpr std::string_view narrow = "ijlI.,:;'|!()[] ", slim = "frt-/\"", wide = "mwMWOQGDNHU&%@";
  double width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0) == 0x80) continue;  // Not the first of a character.
    if (byte >= 0xe3)
      width += 1.05;  // Chinese, Japanese, Korean; symbols.
    else if (narrow.find(c) != std::string_view::npos)
      width += 0.36;
    else if (slim.find(c) != std::string_view::npos)
      width += 0.44;
    else if (wide.find(c) != std::string_view::npos)
      width += 0.86;
    else
      width += c >= 'A' && c <= 'Z' ? 0.72 : 0.64;
  }
  return width;
}

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
    case Kind::organization:
      return "box";
    case Kind::country:
      return "ellipse";
    case Kind::region:
      return "hexagon";
    case Kind::place:
      break;
  }
  return "note";
}

std::string_view node_style(Kind kind) { return kind == Kind::person ? "filled,rounded" : "filled"; }

std::string number(double value) {
  std::array<char, 32> digits{};
  const double rounded = std::round(value * 100) / 100;
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), rounded).ptr};
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
