#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <optional>
#include <sstream>

#include "cli/command.hpp"
#include "cli/suggest.hpp"
#include "entente/error.hpp"

namespace entente::cli {

namespace po = boost::program_options;

namespace {

constexpr const char* operands_key = "entente operands";

po::options_description describe(const Command& command) {
  po::options_description all;
  for (const Option& option : command.options) {
    const std::string names = option.letter == 0 ? option.name : option.name + "," + option.letter;
    if (option.value.empty())
      all.add_options()(names.c_str(), "");
    else if (option.repeats)
      all.add_options()(names.c_str(), po::value<std::vector<std::string>>()->composing(), "");
    else
      all.add_options()(names.c_str(), po::value<std::string>(), "");
  }
  all.add_options()(operands_key, po::value<std::vector<std::string>>(), "");
  return all;
}

/// Long names take their whole word and shorts may be joined; names are not abbreviated, so that scripts outlive new
/// options.
po::variables_map read(const Command& command, std::span<const std::string> words) {
  po::positional_options_description positional;
  positional.add(operands_key, -1);
  const auto description = describe(command);
  po::variables_map map;
  using namespace po::command_line_style;
  constexpr int style = unix_style & ~allow_guessing;
  po::store(po::command_line_parser(std::vector<std::string>(words.begin(), words.end()))
                .options(description)
                .positional(positional)
                .style(style)
                .run(),
            map);
  return map;
}

[[noreturn]] void unknown_option(const Command& command, const std::string& given) {
  const std::string word = given.substr(std::min(given.find_first_not_of('-'), given.size()));
  std::vector<std::string> names;
  for (const Option& option : command.options) names.push_back(option.name);
  const std::string best = word.size() < 2 ? "" : nearest(word, names);
  throw UsageError(command.name + ": unknown option '" + given + "'" +
                   (best.empty() ? "" : "; did you mean '--" + best + "'?"));
}

void check_choice(const Command& command, const Option& option, const std::string& value) {
  if (option.choices.empty() || std::ranges::find(option.choices, value) != option.choices.end()) return;
  std::string list;
  for (const std::string& choice : option.choices) list += (list.empty() ? "" : ", ") + choice;
  throw UsageError(command.name + ": --" + option.name + ": '" + value + "' is none of " + list +
                   suggestion(value, option.choices));
}

/// The first that is not there: a word of the usage line, where they are of several kinds.
std::string missing_operand(const Operands& operands, std::size_t count) {
  std::istringstream words(operands.usage);
  std::string word = operands.name;
  for (std::size_t i = 0; i <= count && words >> word;) ++i;
  return word;
}

void check_operands(const Command& command, std::size_t count) {
  const Operands& operands = command.operands;
  if (count < operands.least && !operands.name.empty())
    throw UsageError(command.name + ": " + missing_operand(operands, count) + " is missing");
  const std::size_t most = operands.name.empty() ? 0 : operands.most;
  if (count > most)
    throw UsageError(command.name + ": takes at most " + std::to_string(most) + " operand" + (most == 1 ? "" : "s") +
                     ", got " + std::to_string(count));
}

template <typename Number>
Number checked(std::string_view option, const std::string& text, Number least, Number most, const char* what) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool good = error == std::errc() && end == text.data() + text.size() && value >= least && value <= most;
  if (!good) throw UsageError("--" + std::string(option) + ": '" + text + "' is not " + what);
  return value;
}

std::string shown(double value) {
  char buffer[32];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

}  // namespace

Arguments::Arguments(Values values, Values presets, std::vector<std::string> operands)
    : values_(std::move(values)), presets_(std::move(presets)), operands_(std::move(operands)) {}

bool Arguments::given(std::string_view option) const { return values_.contains(option); }

const std::string& Arguments::text(std::string_view option) const {
  static const std::string none;
  if (const auto found = values_.find(option); found != values_.end() && !found->second.empty())
    return found->second.back();
  const auto preset = presets_.find(option);
  return preset == presets_.end() ? none : preset->second.front();
}

std::vector<std::string> Arguments::texts(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

std::int64_t Arguments::integer(std::string_view option, std::int64_t least, std::int64_t most) const {
  std::string what = "a whole number of at least " + std::to_string(least);
  if (most != INT64_MAX) what += " and at most " + std::to_string(most);
  return checked<std::int64_t>(option, text(option), least, most, what.c_str());
}

double Arguments::number(std::string_view option, double least, double most) const {
  return checked<double>(option, text(option), least, most,
                         ("a number from " + shown(least) + " to " + shown(most)).c_str());
}

Arguments parse_arguments(const Command& command, std::span<const std::string> words) try {
  const po::variables_map map = read(command, words);
  Arguments::Values values, presets;
  for (const Option& option : command.options) {
    if (!option.preset.empty()) presets[option.name] = {option.preset};
    if (!map.contains(option.name)) continue;
    const auto& value = map[option.name];
    auto& list = values[option.name];
    if (option.repeats)
      list = value.as<std::vector<std::string>>();
    else if (!option.value.empty())
      list = {value.as<std::string>()};
    for (const std::string& one : list) check_choice(command, option, one);
  }
  std::vector<std::string> operands;
  if (map.contains(operands_key)) operands = map[operands_key].as<std::vector<std::string>>();
  if (!values.contains("help")) check_operands(command, operands.size());
  return Arguments(std::move(values), std::move(presets), std::move(operands));
} catch (const po::unknown_option& error) {
  unknown_option(command, error.get_option_name());
} catch (const po::error& error) {
  throw UsageError(command.name + ": " + error.what());
}

}  // namespace entente::cli
