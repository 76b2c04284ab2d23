#include <algorithm>
#include <numeric>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/network_file.hpp"
#include "cli/suggest.hpp"
#include "cli/table.hpp"
#include "cli/view_options.hpp"
#include "entente/centrality.hpp"
#include "entente/error.hpp"
#include "text/json_writer.hpp"

namespace entente::cli {

namespace {

std::vector<const Measure*> chosen_measures(const Arguments& arguments) {
  std::vector<std::string> known;
  for (const Measure& measure : measures()) known.emplace_back(measure.name);
  std::vector<const Measure*> out;
  const std::string& text = arguments.text("by");
  for (std::size_t i = 0; i <= text.size();) {
    const auto end = std::min(text.find(',', i), text.size());
    const std::string name = text.substr(i, end - i);
    out.push_back(find_measure(name));
    if (out.back() == nullptr) throw UsageError("--by: unknown measure '" + name + "'" + suggestion(name, known));
    i = end + 1;
  }
  return out;
}

struct Ranking {
  const View& view;
  std::vector<const Measure*> measures;
  std::vector<std::vector<double>> values;  ///< Per measure, per node.
  std::vector<std::uint32_t> order;         ///< By the first measure, ties by name, then id.
};

Ranking make_ranking(const View& view, std::vector<const Measure*> chosen, std::size_t top, int jobs) {
  Ranking ranking{view, std::move(chosen), {}, {}};
  const MeasureInput input = measure_input(view, jobs);
  for (const Measure* measure : ranking.measures) ranking.values.push_back(measure->compute(input));
  ranking.order.resize(view.nodes.size());
  std::iota(ranking.order.begin(), ranking.order.end(), 0U);
  const auto& first = ranking.values.front();
  std::ranges::sort(ranking.order, [&](std::uint32_t a, std::uint32_t b) {
    return std::make_tuple(-first[a], view.nodes[a].name, view.nodes[a].id) <
           std::make_tuple(-first[b], view.nodes[b].name, view.nodes[b].id);
  });
  if (top > 0 && ranking.order.size() > top) ranking.order.resize(top);
  return ranking;
}

/// @param for_people a table; else values in full.
void write_rows(std::ostream& out, const Ranking& ranking, bool for_people) {
  std::vector<std::string> header{"rank", "name", "id", "kind"};
  if (!for_people) header.emplace_back("country");
  for (const Measure* measure : ranking.measures) header.emplace_back(measure->name);
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < ranking.order.size(); ++i) {
    const ViewNode& node = ranking.view.nodes[ranking.order[i]];
    auto& row = rows.emplace_back(std::vector<std::string>{std::to_string(i + 1), std::string(node.name),
                                                           std::string(node.id), std::string(to_string(node.kind))});
    if (!for_people) row.emplace_back(node.country);
    for (const auto& values : ranking.values)
      row.push_back(for_people ? readable(values[ranking.order[i]]) : exact(values[ranking.order[i]]));
  }
  if (for_people) return write_table(out, header, rows, 4);
  write_csv(out, header);
  for (const auto& row : rows) write_csv(out, row);
}

void write_json(std::ostream& out, const Ranking& ranking) {
  rapidjson::StringBuffer buffer;
  json::Writer json(buffer);
  json.StartObject();
  json.member("view", ranking.view.definition);
  json.Key("measures");
  json.StartObject();
  for (const Measure* measure : ranking.measures) json.member(measure->name.data(), measure->summary);
  json.EndObject();
  json.Key("ranking");
  json.StartArray();
  for (std::size_t i = 0; i < ranking.order.size(); ++i) {
    const ViewNode& node = ranking.view.nodes[ranking.order[i]];
    json.StartObject();
    json.member("rank", static_cast<std::uint32_t>(i + 1));
    json.member("id", node.id);
    json.member("name", node.name);
    json.member("kind", to_string(node.kind));
    json.or_null("country", node.country);
    for (std::size_t m = 0; m < ranking.measures.size(); ++m)
      json.member(ranking.measures[m]->name.data(), ranking.values[m][ranking.order[i]]);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  out << buffer.GetString() << '\n';
}

int run_rank(const Arguments& arguments, const Streams& streams) {
  refuse_own_input(arguments);
  auto chosen = chosen_measures(arguments);
  const auto top = static_cast<std::size_t>(arguments.integer("top", 0, 1'000'000'000));
  const std::string& file = arguments.operands().front();
  const Network network = load_network(file, streams, jobs(arguments));
  const View seen = view(arguments, network, file);
  Output output(arguments, streams);
  const Ranking ranking = make_ranking(seen, std::move(chosen), top, jobs(arguments));
  const std::string format = output_format(arguments, {"table", "csv", "json"});
  format == "json" ? write_json(output.stream(), ranking) : write_rows(output.stream(), ranking, format == "table");
  output.commit();
  return 0;
}

}  // namespace

Command rank_command() {
  std::vector<std::pair<std::string_view, std::string_view>> list;
  for (const Measure& measure : measures()) list.emplace_back(measure.name, measure.summary);
  return {
      .name = "rank",
      .summary = "List the most central actors",
      .help =
          "Measures are of the simple graph of the view: relations of the same two actors are joined, their evidence "
          "counted. Ties stand in the "
          "order of names. Edges that are wanted, negated or ended are left out unless --status asks for them.\n\n"
          "Measures:\n\n" +
          described(list),
      .operands = {.name = "NETWORK", .help = "network file, or - for standard input", .most = 1},
      .options = join({{{.name = "by",
                         .value = "MEASURE",
                         .help = "measures, separated by commas; the first decides the order",
                         .preset = "degree"},
                        {.name = "top", .value = "N", .help = "how many to list; 0 for all", .preset = "20"},
                        format_option({"table", "csv", "json"}, "table"),
                        jobs_option()},
                       output_options(),
                       view_options("current")}),
      .run = run_rank,
          .examples = {{"rank network.json --by pagerank,betweenness --top 20", "two measures, ordered by the first"}}};
}

}  // namespace entente::cli
