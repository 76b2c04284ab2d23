#include "cli/manual.hpp"

#include <ostream>
#include <sstream>

#include "cli/help.hpp"
#include "entente/error.hpp"
#include "text/output_file.hpp"

namespace entente::cli {

namespace {

/// Text that roff leaves as it is: no escapes, no control lines, hyphens that are found when searched for.
std::string roff(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    line_begins = c == '\n';
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '\'')
      out += "\\(aq";
    else if (c == '`')
      out += "\\(ga";
    else
      out += c;
  }
  return out;
}

void heading(std::ostream& out, const std::string& name, std::string summary) {
  if (summary.front() >= 'A' && summary.front() <= 'Z') summary.front() = static_cast<char>(summary.front() + ('a' - 'A'));
  out << ".TH \"" << roff(name) << "\" 1 \"\" \"entente " << ENTENTE_VERSION << "\" \"User Commands\"\n"
      << ".SH NAME\n" << roff(name) << " \\- " << roff(summary) << '\n';
}

/// Paragraphs as in help: those of several lines are kept as they are.
void paragraphs(std::ostream& out, std::string_view text) {
  for (bool first = true; !text.empty(); first = false) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    const std::string_view paragraph = text.substr(0, end);
    if (!first) out << ".PP\n";
    const bool kept = paragraph.starts_with(' ') || paragraph.find('\n') != std::string_view::npos;
    out << (kept ? ".nf\n" : "") << roff(paragraph) << '\n' << (kept ? ".fi\n" : "");
    text.remove_prefix(std::min(end + 2, text.size()));
  }
}

/// "-o, --output=FILE" with the value in italics.
std::string option_tag(const Option& option) {
  std::string tag;
  if (option.letter != 0) tag += std::string("\\fB\\-") + option.letter + "\\fR, ";
  tag += "\\fB" + roff("--" + option.name) + "\\fR";
  return option.value.empty() ? tag : tag + " \\fI" + roff(option.value) + "\\fR";
}

void options(std::ostream& out, const Command& command) {
  out << ".SH OPTIONS\n";
  for (const Option& option : command.options)
    out << ".TP\n" << option_tag(option) << '\n' << roff(option_help(option)) << ".\n";
}

void examples(std::ostream& out, const Command& command) {
  if (command.examples.empty()) return;
  out << ".SH EXAMPLES\n";
  for (const Example& example : command.examples) {
    std::string what = example.what;
    if (what.front() >= 'a' && what.front() <= 'z') what.front() = static_cast<char>(what.front() - 'a' + 'A');
    out << ".TP\n\\fBentente " << roff(example.line) << "\\fR\n" << roff(what) << ".\n";
  }
}

constexpr const char* exit_status =
    ".SH EXIT STATUS\n0 done, 1 failed or failed in part, 2 misuse. Data go to standard output, all else to standard "
    "error.\n";

constexpr const char* environment =
    ".SH ENVIRONMENT\n.TP\nENTENTE_MODEL\nDirectory of the language model, where \\fB\\-\\-model\\fR is not given.\n"
    ".TP\nENTENTE_DATA\nDirectory of the data files, where \\fB\\-\\-data\\fR is not given.\n"
    ".TP\nENTENTE_KERNELS\nThe kernels to compute with, avx512, avx2 or portable, instead of the best for the processor; the output is the same.\n";

bool has_option(const Command& command, std::string_view name) {
  for (const Option& option : command.options)
    if (option.name == name) return true;
  return false;
}

}  // namespace

void write_page(std::ostream& out, const Command& command, std::span<const Command> all) {
  heading(out, "entente-" + command.name, command.summary);
  out << ".SH SYNOPSIS\n\\fBentente " << roff(command.name) << "\\fR "
      << roff(usage_line(command).substr(std::string("entente ").size() + command.name.size() + 1)) << '\n';
  if (!command.help.empty()) {
    out << ".SH DESCRIPTION\n";
    paragraphs(out, command.help);
  }
  if (!command.operands.name.empty())
    out << ".SH OPERANDS\n.TP\n\\fI" << roff(command.operands.name) << "\\fR\n" << roff(command.operands.help) << ".\n";
  options(out, command);
  examples(out, command);
  out << exit_status;
  if (has_option(command, "data")) out << environment;
  out << ".SH SEE ALSO\n.BR entente (1)";
  for (const Command& other : all)
    if (other.name != command.name) out << ",\n.BR " << roff("entente-" + other.name) << " (1)";
  out << '\n';
}

void write_main_page(std::ostream& out, std::span<const Command> all) {
  heading(out, "entente", "read news and draw from it the network of who relates to whom");
  out << ".SH SYNOPSIS\n\\fBentente\\fR \\fICOMMAND\\fR [\\fIARGUMENT\\fR...]\n.SH DESCRIPTION\n";
  paragraphs(out, program_description);
  out << ".SH COMMANDS\n";
  for (const Command& command : all)
    out << ".TP\n.BR " << roff("entente-" + command.name) << " (1)\n" << roff(command.summary) << ".\n";
  out << exit_status << environment;
}

void write_manual(const std::filesystem::path& directory, std::span<const Command> all) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) throw OutputError(directory.string() + ": cannot be made: " + error.message());
  const auto write = [&](const std::string& name, const auto& page) {
    OutputFile file(directory / (name + ".1"), {.overwrite = true, .fsync = false});
    page(file.stream());
    file.commit();
  };
  write("entente", [&](std::ostream& out) { write_main_page(out, all); });
  for (const Command& command : all)
    write("entente-" + command.name, [&](std::ostream& out) { write_page(out, command, all); });
}

}  // namespace entente::cli
