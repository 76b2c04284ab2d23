#pragma once
#include <span>
#include <string>
#include <vector>

#include "entente/export.hpp"

/// The attributes that every format writes: what a user filters by, typed, and what a first opening needs to read well.
namespace entente::exporting {

enum class Type {
  string,
  integer,
  real,
  boolean,
  list,  ///< Of strings.
};

/// A view with what is computed from it for all nodes at once.
struct Scene {
  const View& view;
  std::vector<NodeStyle> styles;
  std::vector<double> degree, in_degree, out_degree, strength;
  std::vector<std::uint32_t> component;  ///< The largest is 0.
};
Scene make_scene(const View& view);
/// Without styles: nothing is laid out.
Scene measure_scene(const View& view);

/// Appends a value in its text form: numbers by std::to_chars, booleans as true and false, lists joined by '|'. Nothing
/// where it is absent.
template <typename Item>
struct Column {
  const char* key;  ///< Lower case.
  Type type;
  void (*append)(std::string& out, const Scene& scene, std::size_t index, const Item& item);
};

/// Without id; "label" is the first.
std::span<const Column<ViewNode>> node_columns();
/// Without id and ends; "label", the relation, is the first.
std::span<const Column<ViewEdge>> edge_columns();

/// As the XML formats name a type; they differ in that of whole numbers.
const char* xml_type(Type type, const char* integer);
/// The title, if there is one, and what the view shows.
std::string description(const View& view, const ExportOptions& options);

/// Names, places, sizes and colours: readers take them for the look of a node or edge, not for data.
bool is_look(std::string_view key);

void append_number(std::string& out, double value);
void append_number(std::string& out, std::uint64_t value);

/// A node's name by document form, for the claimants of an edge: sorted, unique.
std::vector<std::string_view> claimants(const View& view, const ViewEdge& edge);

}  // namespace entente::exporting
