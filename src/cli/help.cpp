#include "cli/help.hpp"

#include <algorithm>
#include <ostream>

namespace entente::cli {

namespace {

constexpr std::size_t width = 100;

/// Fills lines of at most `width` characters, the ones after the first indented by `indent`.
void write_filled(std::ostream& out, std::string_view text, std::size_t indent) {
  std::size_t column = indent;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (!first && column + 1 + end > width) {
      out << '\n' << std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      out << ' ';
      ++column;
    }
    out << text.substr(0, end);
    column += end;
    first = false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  out << '\n';
}

void write_item(std::ostream& out, std::string_view left, std::string_view right, std::size_t column) {
  out << "  " << left;
  if (left.size() + 4 > column)
    out << '\n' << std::string(column, ' ');
  else
    out << std::string(column - left.size() - 2, ' ');
  write_filled(out, right, column);
}

std::string option_names(const Option& option) {
  std::string names = option.letter == 0 ? "    " : std::string{'-', option.letter, ',', ' '};
  names += "--" + option.name;
  return option.value.empty() ? names : names + " " + option.value;
}

void write_paragraphs(std::ostream& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    const std::string_view paragraph = text.substr(0, end);
    if (paragraph.starts_with(' ') || paragraph.find('\n') != std::string_view::npos)
      out << paragraph << '\n';
    else
      write_filled(out, paragraph, 0);
    out << '\n';
    text.remove_prefix(std::min(end + 2, text.size()));
  }
}

}  // namespace

std::string option_help(const Option& option) {
  std::string help = option.help;
  if (!option.choices.empty()) {
    std::string list;
    for (const std::string& choice : option.choices) list += (list.empty() ? "" : ", ") + choice;
    help += ": " + list;
  }
  if (!option.preset.empty()) help += " (default: " + option.preset + ")";
  return help;
}

std::string usage_line(const Command& command) {
  std::string line = "entente " + command.name;
  const Operands& operands = command.operands;
  if (!operands.usage.empty()) {
    line += " " + operands.usage;
  } else if (!operands.name.empty()) {
    const std::string shown = operands.name + (operands.most > 1 ? "..." : "");
    line += operands.least == 0 ? " [" + shown + "]" : " " + shown;
  }
  return line + " [OPTION...]";
}

void write_help(std::ostream& out, const Command& command) {
  out << "usage: " << usage_line(command) << "\n\n" << command.summary << ".\n\n";
  write_paragraphs(out, command.help);
  std::size_t column = 0;
  for (const Option& option : command.options) column = std::max(column, option_names(option).size() + 4);
  column = std::min<std::size_t>(column, 34);
  if (!command.operands.name.empty()) write_item(out, command.operands.name, command.operands.help, column);
  for (const Option& option : command.options) write_item(out, option_names(option), option_help(option), column);
  if (!command.examples.empty()) out << "\nExamples:\n";
  for (const Example& example : command.examples)
    out << "  entente " << example.line << "\n      " << example.what << '\n';
}

void write_overview(std::ostream& out, std::span<const Command> commands) {
  out << "usage: entente COMMAND [ARGUMENT...]\n\n" << program_description << "\n\n";
  std::size_t column = 0;
  for (const Command& command : commands) column = std::max(column, command.name.size() + 4);
  for (const Command& command : commands) write_item(out, command.name, command.summary, column);
  out << "\n'entente COMMAND --help' tells more. Exit status: 0 done, 1 failed or failed in part, 2 misuse.\n";
}

}  // namespace entente::cli
