#include <algorithm>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/network_file.hpp"
#include "cli/view_options.hpp"
#include "entente/export.hpp"

namespace entente::cli {

namespace {

bool is_drawing(const ExportFormat& format) {
  return format.name == "svg" || format.name == "png" || format.name == "pdf";
}

std::vector<std::string> names(bool drawings_only) {
  std::vector<std::string> out;
  for (const ExportFormat& format : export_formats())
    if (!drawings_only || is_drawing(format)) out.emplace_back(format.name);
  return out;
}

/// Suffixes that are not the format's name: "gv", "tsv", "nodes.csv".
std::string from_suffix(const Arguments& arguments, const std::vector<std::string>& formats) {
  const std::string file = std::filesystem::path(arguments.text("output")).filename().string();
  const ExportFormat* best = nullptr;  // The longest suffix: "x.neo4j-nodes.csv" is no "nodes.csv".
  for (const ExportFormat& format : export_formats())
    if (file.ends_with("." + std::string(format.suffix)) &&
        (best == nullptr || format.suffix.size() > best->suffix.size()))
      best = &format;
  if (!arguments.given("format") && best != nullptr && std::ranges::find(formats, best->name) != formats.end())
    return std::string(best->name);
  return output_format(arguments, formats, {{"gv", "dot"}, {"csv", "csv-edges"}});
}

int write(const Arguments& arguments, const Streams& streams, const std::vector<std::string>& formats,
          ExportOptions options) {
  refuse_own_input(arguments);
  const std::string format = from_suffix(arguments, formats);
  const std::string& file = arguments.operands().front();
  const Network network = load_network(file, streams);
  const View seen = view(arguments, network, file);
  options.title = arguments.text("title");
  Output output(arguments, streams);
  find_export_format(format)->write(output.stream(), seen, options);
  output.commit();
  return 0;
}

int run_export(const Arguments& arguments, const Streams& streams) {
  ExportOptions options;
  const std::string& cluster = arguments.text("cluster");
  options.cluster = cluster == "kind"        ? Cluster::kind
                    : cluster == "country"   ? Cluster::country
                    : cluster == "community" ? Cluster::community
                                             : Cluster::none;
  return write(arguments, streams, names(false), options);
}

int run_draw(const Arguments& arguments, const Streams& streams) {
  ExportOptions options;
  options.top = static_cast<std::size_t>(arguments.integer("top", 1, 2000));
  options.lines = arguments.given("lines") ? static_cast<std::size_t>(arguments.integer("lines", 1, 1'000'000)) : 0;
  options.relation_labels = arguments.given("labels");
  return write(arguments, streams, names(true), options);
}

Option title_option() { return {.name = "title", .value = "TEXT", .help = "title of the network, for captions"}; }

}  // namespace

Command export_command() {
  std::vector<std::pair<std::string_view, std::string>> texts;
  for (const ExportFormat& format : export_formats())
    texts.emplace_back(format.name, std::string(format.description) + " (." + std::string(format.suffix) + ")");
  const std::vector<std::pair<std::string_view, std::string_view>> formats(texts.begin(), texts.end());
  return {.name = "export",
          .summary = "Write a network in another program's format",
          .help = "Writes what the options below choose of the network, all of it by default.\n\nFormats:\n\n" +
                  described(formats),
          .operands = {.name = "NETWORK", .help = "network file, or - for standard input", .most = 1},
          .options = join({{format_option(names(false))},
                           output_options(),
                           {title_option(),
                            {.name = "cluster",
                             .value = "WHAT",
                             .help = "dot: boxes around the entities of one kind, country or community",
                             .choices = {"kind", "country", "community"}}},
                           view_options("all")}),
          .run = run_export,
          .examples = {{"export network.json -o network.gexf", "for Gephi"},
                       {"export network.json --class conflict --since 2020 -f csv-edges", "a table of the conflicts since 2020"}}};
}

Command draw_command() {
  return {.name = "draw",
          .summary = "Draw a network as SVG, PNG or PDF",
          .help =
              "Shapes tell the kind of an actor, colours the class of a relation, dashes what is only planned or "
              "possible; a legend says so. "
              "Between two actors there is one line for each class; where there are very many, those with the most "
              "evidence are drawn. Edges that are wanted, negated or ended are left "
              "out unless --status asks for "
              "them.",
          .operands = {.name = "NETWORK", .help = "network file, or - for standard input", .most = 1},
          .options =
              join({{format_option(names(true), "svg")},
                    output_options(),
                    {title_option(),
                     {.name = "top", .value = "N", .help = "draw the N actors with the most relations", .preset = "60"},
                     {.name = "lines",
                      .value = "N",
                      .help = "draw the N lines with the most evidence (default: three an actor, for each beyond 60 one)"},
                     {.name = "labels", .help = "write the relations on the lines (done for small networks anyway)"}},
                    view_options("current")}),
          .run = run_draw,
          .examples = {{"draw network.json --top 25 -o network.svg", "the 25 actors with the most relations"},
                       {"draw network.json --ego Peru --depth 1 -o peru.png", "one actor and its neighbours"}}};
}

}  // namespace entente::cli
