#include <algorithm>
#include <tuple>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/dossier.hpp"
#include "cli/network_file.hpp"
#include "cli/view_options.hpp"
#include "entente/error.hpp"
#include "entente/graph.hpp"

namespace entente::cli {

namespace {

/// The view's node that stands for a node of the network; nullptr where the view leaves it out.
const ViewNode* seen(const View& view, std::uint32_t node) {
  const auto at = std::ranges::find_if(
      view.nodes, [&](const ViewNode& v) { return std::ranges::find(v.members, node) != v.members.end(); });
  return at == view.nodes.end() ? nullptr : &*at;
}

std::vector<const ViewEdge*> edges_of(const View& view, const std::vector<const ViewNode*>& entities) {
  const auto index = [&](const ViewNode* node) { return static_cast<std::uint32_t>(node - view.nodes.data()); };
  const auto a = index(entities.front()), b = index(entities.back());
  std::vector<const ViewEdge*> edges;
  for (const ViewEdge& edge : view.edges)
    if (a == b ? edge.source == a || edge.target == a
               : std::minmax(edge.source, edge.target) == std::minmax(a, b))
      edges.push_back(&edge);
  std::ranges::sort(edges, [&](const ViewEdge* x, const ViewEdge* y) {
    const auto key = [&](const ViewEdge* e) {
      return std::make_tuple(std::string_view(e->event_class), -static_cast<std::int64_t>(e->documents), -e->weight(),
                             std::string_view(e->relation), view.nodes[e->source].name, view.nodes[e->target].name,
                             std::string_view(e->id));
    };
    return key(x) < key(y);
  });
  return edges;
}

int run_show(const Arguments& arguments, const Streams& streams) {
  refuse_own_input(arguments);
  const auto pieces = static_cast<std::size_t>(arguments.integer("pieces", 0, 1'000'000));
  const std::string& file = arguments.operands().front();
  const Network network = load_network(file, streams);
  std::vector<std::uint32_t> asked;
  std::string names;
  for (const std::string& name : arguments.operands().subspan(1)) {
    asked.push_back(resolve_node(network, name));
    names += (names.empty() ? "" : " and ") + std::string(network.graph()[asked.back()].name);
  }
  const View whole = view(arguments, network, file);
  Dossier dossier{whole, {}, {}, pieces};
  for (const auto node : asked)
    if (const ViewNode* shown = seen(whole, node); shown != nullptr) dossier.entities.push_back(shown);
  if (dossier.entities.size() == asked.size()) dossier.edges = edges_of(whole, dossier.entities);
  if (dossier.edges.empty())
    throw InputError(file, "",
                     (asked.size() == 1 ? "no relation of " : "no relation between ") + names + " in " +
                         whole.definition);
  Output output(arguments, streams);
  const std::string format = output_format(arguments, {"text", "json", "csv", "markdown"}, {{"md", "markdown"}});
  if (format == "json") write_json(output.stream(), dossier);
  if (format == "csv") write_csv(output.stream(), dossier);
  if (format == "markdown") write_markdown(output.stream(), dossier);
  if (format == "text") write_text(output.stream(), dossier, streams.terminal && !output.is_file());
  output.commit();
  return 0;
}

}  // namespace

Command show_command() {
  return {.name = "show",
          .summary = "Show the relations of an actor, or between two, with the sentences that say them",
          .help =
              "Each relation comes with its status, the documents and dates, how sure it is, and the sentences, in "
              "which the words that say it stand out: bold on a terminal, else between two asterisks. NAME is a name, "
              "a person's surname or an identifier, in any case and with or without diacritics.",
          .operands = {.name = "NETWORK",
                       .help = "network file, or - for standard input; then the actor, or two",
                       .least = 2,
                       .most = 3,
                       .usage = "NETWORK NAME [NAME2]",
                       .files = 1},
          .options = join({{format_option({"text", "json", "csv", "markdown"}, "text"),
                            {.name = "pieces",
                             .value = "N",
                             .help = "show at most N pieces of evidence of a relation; 0 for all",
                             .preset = "0"}},
                           output_options(),
                           view_options("all")}),
          .run = run_show,
          .examples = {{"show network.json Lavrov", "what is said of Lavrov"},
                       {"show network.json Russia Mexico --class conflict -f markdown",
                        "what sets two states against each other, to paste into a note"}}};
}

}  // namespace entente::cli
