#include "cli/completion.hpp"

#include <algorithm>
#include <ostream>
#include <string>

namespace entente::cli {

namespace {

std::string spelled(const Option& option) {
  std::string out = "--" + option.name;
  return option.letter == 0 ? out : out + "|-" + option.letter;
}

/// What completes an option's value; nothing where it can be anything.
std::string values(const Option& option) {
  if (option.value == "FILE") return "files=-f";
  if (option.value == "DIR") return "files=-d";
  std::string words;
  for (const std::string& choice : option.choices) words += (words.empty() ? "" : " ") + choice;
  return words.empty() ? ":" : "words='" + words + "'";
}

void write_command(std::ostream& out, const Command& command, const std::string& names) {
  out << "    " << command.name << ")\n      case $previous in\n";
  std::string switches;
  for (const Option& option : command.options) {
    switches += " --" + option.name;
    if (option.value.empty()) continue;
    out << "        " << spelled(option) << ") value=1; " << values(option) << " ;;\n";
  }
  out << "      esac\n      options='" << switches.substr(std::min<std::size_t>(1, switches.size())) << "'\n";
  if (command.operands.name == "COMMAND")
    out << "      operands='" << names << "'\n";
  else
    out << "      operand_files=" << (command.operands.name.empty() ? 0 : std::min<std::size_t>(command.operands.files, 999))
        << '\n';
  out << "      ;;\n";
}

constexpr const char* beginning = R"(# bash completion for entente; made by `entente help --completion bash`
_entente() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  local value= words= files= options= operands= operand_files=0 word count=0
  COMPREPLY=()
  if [[ $current == = ]]; then current=; elif [[ $previous == = ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi
)";

constexpr const char* end = R"(  esac
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$files" -- "$current")
  elif [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  elif [[ -n $value ]]; then
    return
  elif [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  elif [[ -n $operands ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$operands" -- "$current")
  else
    for word in "${COMP_WORDS[@]:2:COMP_CWORD-2}"; do [[ $word == -* ]] || ((++count)); done
    if ((count < operand_files)); then
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
  fi
}
complete -F _entente entente
)";

}  // namespace

void write_bash_completion(std::ostream& out, std::span<const Command> commands) {
  std::string names;
  for (const Command& command : commands) names += (names.empty() ? "" : " ") + command.name;
  out << beginning << "  if ((COMP_CWORD == 1)); then\n    mapfile -t COMPREPLY < <(compgen -W '" << names
      << "' -- \"$current\")\n    return\n  fi\n  case $command in\n";
  for (const Command& command : commands) write_command(out, command, names);
  out << end;
}

}  // namespace entente::cli
