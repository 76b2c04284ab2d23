#pragma once
#include <ostream>
#include <string>
#include <vector>

namespace entente::cli {

/// Columns for a terminal: the first `left` are aligned to the left, the rest to the right. Widths are of characters,
/// not bytes.
void write_table(std::ostream& out, const std::vector<std::string>& header,
                 const std::vector<std::vector<std::string>>& rows, std::size_t left);

/// A line of comma-separated values, quoted where needed.
void write_csv(std::ostream& out, const std::vector<std::string>& cells);

/// For people: whole numbers as they are, others with four digits after the point or, if small, four significant ones.
std::string readable(double value);
/// For programs: the shortest form that gives the same number back.
std::string exact(double value);

}  // namespace entente::cli
