#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/network_file.hpp"
#include "cli/table.hpp"
#include "cli/view_options.hpp"
#include "entente/statistics.hpp"
#include "text/json_writer.hpp"

namespace entente::cli {

namespace {

/// One number: of the whole network where `item` is empty. Nothing where it is not defined.
struct Fact {
  std::string item;
  const char* name;
  std::optional<double> value;
};
struct Section {
  const char* name;
  std::vector<Fact> facts;
};

std::vector<Fact> whole(const Statistics& s) {
  std::vector<Fact> facts;
  const auto add = [&](const char* name, std::optional<double> value) { facts.push_back({"", name, value}); };
  const auto count = [&](const char* name, std::uint64_t value) { add(name, static_cast<double>(value)); };
  count("entities", s.nodes);
  count("edges", s.edges);
  count("evidence", s.evidence);
  count("documents", s.documents);
  count("pairs", s.pairs);
  add("density", s.density);
  add("reciprocity", s.reciprocity);
  add("mean_degree", s.mean_degree);
  add("mean_clustering", s.mean_clustering);
  count("components", s.components);
  count("largest_component", s.largest_component);
  count("strong_components", s.strong_components);
  count("communities", s.communities);
  add("modularity", s.modularity);
  add("kind_assortativity", s.kind_assortativity);
  add("country_assortativity", s.country_assortativity);
  count("friendly_pairs", s.balance.friendly);
  count("hostile_pairs", s.balance.hostile);
  count("balanced_triangles", s.balance.balanced);
  count("unbalanced_triangles", s.balance.unbalanced);
  count("articulation_points", s.articulation_points);
  count("bridges", s.bridges.size());
  return facts;
}

void add_share(std::vector<Fact>& facts, const std::string& item, const Share& share) {
  facts.push_back({item, "edges", static_cast<double>(share.edges)});
  facts.push_back({item, "evidence", static_cast<double>(share.evidence)});
  facts.push_back({item, "documents", static_cast<double>(share.documents)});
}

std::vector<Fact> shares(const std::map<std::string, Share>& by_name) {
  std::vector<Fact> facts;
  for (const auto& [name, share] : by_name) add_share(facts, name.empty() ? "undated" : name, share);
  return facts;
}

std::vector<Fact> most_frequent(const std::map<std::string, Share>& by_name, std::size_t top) {
  std::vector<std::pair<std::string, Share>> order(by_name.begin(), by_name.end());
  std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return a.second.edges > b.second.edges; });
  if (top > 0 && order.size() > top) order.resize(top);
  std::vector<Fact> facts;
  for (const auto& [name, share] : order) add_share(facts, name, share);
  return facts;
}

std::vector<Section> sections(const Statistics& s, const std::string& period, std::size_t top) {
  std::vector<Section> out{{"network", whole(s)}, {"kind", {}}, {"class", shares(s.classes)}};
  for (const auto& [kind, count] : s.kinds)
    out[1].facts.push_back({std::string(kind), "entities", static_cast<double>(count)});
  out.push_back({"relation", most_frequent(s.relations, top)});
  out.push_back({"status", {}});
  for (std::size_t i = 0; i < s.statuses.size(); ++i)
    if (s.statuses[i].evidence > 0) add_share(out.back().facts, std::string(to_string(Status(i))), s.statuses[i]);
  out.push_back({period == "day" ? "day" : period == "year" ? "year" : "month", shares(s.periods)});
  return out;
}

std::span<const Bridge> listed(const Statistics& s, std::size_t top) {
  return std::span(s.bridges).first(top == 0 ? s.bridges.size() : std::min(top, s.bridges.size()));
}

/// A table a section: an item a row, a number a column; of the whole network a number a row.
void write_tables(std::ostream& out, const View& view, const std::vector<Section>& all,
                  std::span<const Bridge> bridges) {
  using Row = std::vector<std::string>;
  for (const Section& section : all) {
    Row header{section.name};
    std::vector<Row> rows;
    const bool is_whole = !section.facts.empty() && section.facts.front().item.empty();
    if (is_whole) header.emplace_back("");
    for (const Fact& fact : section.facts) {
      const std::string value = fact.value ? readable(*fact.value) : "-";
      std::string name = fact.name;
      std::ranges::replace(name, '_', ' ');
      if (is_whole) {
        rows.push_back({name, value});
        continue;
      }
      if (rows.empty() || rows.back().front() != fact.item) rows.push_back({fact.item});
      rows.back().push_back(value);
      if (rows.size() == 1) header.push_back(name);
    }
    write_table(out, header, rows, 1);
    out << '\n';
  }
  std::vector<Row> rows;
  for (const Bridge& bridge : bridges)
    rows.push_back({std::string(view.nodes[bridge.a].name), std::string(view.nodes[bridge.b].name),
                    std::to_string(bridge.cut_off)});
  write_table(out, {"bridge", "", "cut off"}, rows, 2);
}

void write_rows(std::ostream& out, const View& view, const std::vector<Section>& all,
                std::span<const Bridge> bridges) {
  write_csv(out, {"section", "item", "measure", "value"});
  for (const Section& section : all)
    for (const Fact& fact : section.facts)
      write_csv(out, {section.name, fact.item, fact.name, fact.value ? exact(*fact.value) : ""});
  for (const Bridge& bridge : bridges)
    write_csv(out, {"bridge", std::string(view.nodes[bridge.a].id) + "|" + std::string(view.nodes[bridge.b].id),
                    "cut_off", std::to_string(bridge.cut_off)});
}

void write_json(std::ostream& out, const View& view, const std::vector<Section>& all,
                std::span<const Bridge> bridges) {
  rapidjson::StringBuffer buffer;
  json::Writer json(buffer);
  json.StartObject();
  json.member("view", view.definition);
  for (const Section& section : all) {
    json.Key(section.name);
    json.StartObject();
    std::string open;
    for (const Fact& fact : section.facts) {
      if (fact.item != open) {
        if (!open.empty()) json.EndObject();
        json.Key(fact.item.c_str());
        json.StartObject();
        open = fact.item;
      }
      json.Key(fact.name);
      fact.value ? json.number(*fact.value) : static_cast<void>(json.Null());
    }
    if (!open.empty()) json.EndObject();
    json.EndObject();
  }
  json.Key("bridges");
  json.StartArray();
  for (const Bridge& bridge : bridges) {
    json.StartObject();
    json.member("a", view.nodes[bridge.a].id);
    json.member("b", view.nodes[bridge.b].id);
    json.member("cut_off", bridge.cut_off);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  out << buffer.GetString() << '\n';
}

int run_stats(const Arguments& arguments, const Streams& streams) {
  refuse_own_input(arguments);
  const auto top = static_cast<std::size_t>(arguments.integer("top", 0, 1'000'000'000));
  const std::string& period = arguments.text("period");
  const std::string format = output_format(arguments, {"table", "csv", "json"});
  const std::string& file = arguments.operands().front();
  const Network network = load_network(file, streams, jobs(arguments));
  const View seen = view(arguments, network, file);
  Output output(arguments, streams);
  const Statistics found =
      statistics(seen, period == "day" ? Period::day : period == "year" ? Period::year : Period::month,
                 jobs(arguments));
  const auto all = sections(found, period, top);
  const auto write = format == "json" ? write_json : format == "csv" ? write_rows : write_tables;
  write(output.stream(), seen, all, listed(found, top));
  output.commit();
  return 0;
}

}  // namespace

Command stats_command() {
  return {.name = "stats",
          .summary = "Tell what a network is like as a whole",
          .help =
              "Size, density, reciprocity, components, communities, assortativity by kind and country, structural "
              "balance, bridges; entities by kind; relations by class, name and status; documents over time.\n\n"
              "Pairs, density and what follows to communities are of the simple graph: an ordered pair counts once, "
              "symmetric relations in both directions; components, clustering, communities and bridges leave "
              "directions aside. An edge stands under the strongest status of its evidence. A bridge is a pair "
              "without whose relations the network would fall into parts; cut off is the smaller part's size.",
          .operands = {.name = "NETWORK", .help = "network file, or - for standard input", .most = 1},
          .options = join({{{.name = "top",
                             .value = "N",
                             .help = "how many relations and bridges to list; 0 for all",
                             .preset = "20"},
                            {.name = "period",
                             .value = "PERIOD",
                             .help = "how documents are counted over time",
                             .preset = "month",
                             .choices = {"day", "month", "year"}},
                            format_option({"table", "csv", "json"}, "table"),
                            jobs_option()},
                           output_options(),
                           view_options("all")}),
          .run = run_stats};
}

}  // namespace entente::cli
