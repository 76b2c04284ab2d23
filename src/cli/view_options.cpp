#include "cli/view_options.hpp"

#include <algorithm>
#include <cctype>

#include "cli/suggest.hpp"
#include "entente/error.hpp"
#include "entente/graph.hpp"

namespace entente::cli {

namespace {

/// Values of an option, each of which may be a list separated by commas.
std::vector<std::string> list(const Arguments& arguments, const char* option) {
  std::vector<std::string> out;
  const auto values =
      arguments.given(option) ? arguments.texts(option) : std::vector<std::string>{arguments.text(option)};
  for (const std::string& value : values)
    for (std::size_t i = 0; i <= value.size();) {
      const auto end = std::min(value.find(',', i), value.size());
      if (end > i) out.push_back(value.substr(i, end - i));
      i = end + 1;
    }
  return out;
}

[[noreturn]] void unknown(const char* option, const std::string& word, std::span<const std::string> known) {
  throw UsageError(std::string("--") + option + ": unknown '" + word + "'" + suggestion(word, known));
}

std::vector<std::string> known_relations(const Network& network) {
  std::vector<std::string> names;
  for (const auto& type : network.relations()) names.push_back(type.name);
  return names;
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

std::vector<std::string> classes(const Arguments& arguments, const Network& network) {
  std::vector<std::string> known{"cooperation", "conflict", "structural"};
  for (const auto& type : network.relations())
    if (!type.plover.empty()) known.push_back(type.plover);
  std::vector<std::string> out;
  for (std::string name : list(arguments, "class")) {
    if (std::ranges::find(known, name) == known.end()) {
      if (std::ranges::find(known, upper(name)) == known.end()) unknown("class", name, known);
      name = upper(name);
    }
    out.push_back(std::move(name));
  }
  return out;
}

std::vector<Status> statuses(const Arguments& arguments) {
  std::vector<Status> out;
  for (const std::string& name : list(arguments, "status")) {
    if (name == "all") return {};
    if (name == "current") {
      out.insert(out.end(), default_statuses.begin(), default_statuses.end());
      continue;
    }
    const auto status = status_from(name);
    if (!status)
      unknown(
          "status", name,
          std::vector<std::string>{"all", "current", "asserted", "planned", "possible", "wanted", "negated", "ended"});
    out.push_back(*status);
  }
  return out;
}

std::vector<Kind> kinds(const Arguments& arguments) {
  std::vector<Kind> out;
  for (const std::string& name : list(arguments, "kind")) {
    const auto kind = kind_from(name);
    if (!kind) unknown("kind", name, std::vector<std::string>{"person", "organization", "country", "region", "place"});
    out.push_back(*kind);
  }
  return out;
}

std::string date(const Arguments& arguments, const char* option) {
  const std::string& text = arguments.text(option);
  const std::string pattern = "0000-00-00";
  bool good = text.empty() || text.size() == 4 || text.size() == 7 || text.size() == 10;
  for (std::size_t i = 0; good && i < text.size(); ++i)
    good = pattern[i] == '-' ? text[i] == '-' : std::isdigit(static_cast<unsigned char>(text[i])) != 0;
  if (!good)
    throw UsageError(std::string("--") + option + ": '" + text + "' is not a date as 2020, 2020-02 or 2020-02-05");
  return text;
}

std::string node_id(const Network& network, const std::string& name) {
  return std::string(network.graph()[resolve_node(network, name)].id);
}

std::uint32_t at_least(const Arguments& arguments, const char* option) {
  return arguments.given(option) ? static_cast<std::uint32_t>(arguments.integer(option, 0, 1'000'000'000)) : 0;
}

}  // namespace

std::vector<Option> view_options(const char* statuses) {
  return {
      {.name = "relation",
       .value = "NAME",
       .help = "only these relations (a list with commas, or repeat)",
       .repeats = true},
      {.name = "class",
       .value = "CLASS",
       .help = "only cooperation, conflict or structural, or a PLOVER type such as SUPPORT",
       .repeats = true},
      {.name = "status",
       .value = "STATUS",
       .help = "only edges that are asserted, planned, possible, wanted, negated, ended; current is the first three",
       .preset = statuses,
       .repeats = true},
      {.name = "kind",
       .value = "KIND",
       .help = "only between person, organization, country, region, place",
       .repeats = true},
      {.name = "entity",
       .value = "NAME",
       .help = "only edges with this entity at an end (repeat for several)",
       .repeats = true},
      {.name = "ego", .value = "NAME", .help = "only what lies within --depth steps of this entity"},
      {.name = "depth", .value = "K", .help = "steps for --ego", .preset = "1"},
      {.name = "since", .value = "DATE", .help = "only documents of this date or later: 2020, 2020-02 or 2020-02-05"},
      {.name = "until", .value = "DATE", .help = "only documents of this date or earlier"},
      {.name = "min-weight", .value = "N", .help = "only edges with N pieces of evidence"},
      {.name = "min-documents", .value = "N", .help = "only edges that N documents say"},
      {.name = "claimed-by",
       .value = "NAME",
       .help = "only what this entity claims; - for what the articles say themselves",
       .repeats = true},
      {.name = "component", .value = "N", .help = "only the N-th largest connected part"},
      {.name = "collapse",
       .value = "country",
       .help = "fold persons, bodies and places into their states",
       .choices = {"country"}},
      {.name = "simple", .help = "one edge a pair and direction"},
      {.name = "isolated", .help = "keep entities without relations"},
  };
}

std::uint32_t resolve_node(const Network& network, const std::string& name) {
  const auto found = find_nodes(network, name);
  if (found.size() == 1) return found.front();
  const Graph& graph = network.graph();
  if (found.empty()) {
    std::vector<std::string> known;
    for (std::size_t n = 0; n < boost::num_vertices(graph); ++n)
      known.insert(known.end(), graph[n].names.begin(), graph[n].names.end());
    throw UsageError("no entity '" + name + "' in the network" + suggestion(name, known));
  }
  std::string choice;
  for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 10); ++i)
    choice += (i == 0 ? "" : ", ") + std::string(graph[found[i]].id) + " (" + std::string(graph[found[i]].name) + ")";
  throw UsageError("'" + name + "' may be several: " + choice + "; give the id");
}

Filter filter(const Arguments& arguments, const Network& network) {
  Filter out;
  const auto known = known_relations(network);
  for (const std::string& name : list(arguments, "relation")) {
    if (std::ranges::find(known, name) == known.end()) unknown("relation", name, known);
    out.relations.push_back(name);
  }
  out.classes = classes(arguments, network);
  out.statuses = statuses(arguments);
  out.kinds = kinds(arguments);
  for (const std::string& name : arguments.texts("entity")) out.entities.push_back(node_id(network, name));
  if (arguments.given("ego")) out.ego = node_id(network, arguments.text("ego"));
  out.depth = static_cast<unsigned>(arguments.integer("depth", 0, 1000));
  out.since = date(arguments, "since");
  out.until = date(arguments, "until");
  for (const std::string& name : arguments.texts("claimed-by"))
    out.claimed_by.push_back(name == "-" ? "" : node_id(network, name));
  out.min_weight = at_least(arguments, "min-weight");
  out.min_documents = at_least(arguments, "min-documents");
  out.component = at_least(arguments, "component");
  out.collapse = arguments.given("collapse");
  out.simple = arguments.given("simple");
  out.isolated = arguments.given("isolated");
  return out;
}

View view(const Arguments& arguments, const Network& network, const std::string& where) {
  View made = make_view(network, filter(arguments, network));
  if (made.empty()) throw InputError(where, "", made.why_empty());
  return made;
}

}  // namespace entente::cli
