#include "entente/diff.hpp"

#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/network_file.hpp"
#include "cli/table.hpp"
#include "cli/view_options.hpp"
#include "entente/error.hpp"
#include "text/json_writer.hpp"

namespace entente::cli {

namespace {

using Change = Diff::Change;

/// A relation may be in several: both stronger and of another status.
struct Group {
  const char* name;
  bool (Change::*holds)() const;
};
constexpr Group groups[] = {{"appeared", &Change::appeared},
                            {"vanished", &Change::vanished},
                            {"strengthened", &Change::strengthened},
                            {"weakened", &Change::weakened},
                            {"changed status", &Change::changed_status}};

std::string names(const std::vector<const ViewNode*>& nodes) {
  std::string out;
  for (const ViewNode* node : nodes) out += (out.empty() ? "" : " + ") + std::string(node->name);
  return out;
}

const char* kind(const Diff::Renaming& renaming) {
  if (renaming.before.size() > 1 && renaming.after.size() > 1) return "rearranged";
  return renaming.before.size() > 1 ? "joined" : renaming.after.size() > 1 ? "split" : "renamed";
}

/// The changes of a group, those that weigh most first.
std::vector<const Change*> of_group(const Diff& diff, const Group& group) {
  std::vector<const Change*> out;
  for (const Change& change : diff.changes)
    if ((change.*group.holds)()) out.push_back(&change);
  std::ranges::stable_sort(out, [](const Change* a, const Change* b) {
    const auto weight = [](const Change* c) {
      return std::max(c->pieces_before, c->pieces_after) - std::min(c->pieces_before, c->pieces_after);
    };
    return weight(a) > weight(b);
  });
  return out;
}

std::string from_to(std::string_view from, std::string_view to) {
  return from == to ? std::string(from) : std::string(from) + " -> " + std::string(to);
}

void write_text_line(std::ostream& out, const Change& c) {
  const auto pieces = c.appeared()   ? std::to_string(c.pieces_after)
                      : c.vanished() ? std::to_string(c.pieces_before)
                                     : from_to(std::to_string(c.pieces_before), std::to_string(c.pieces_after));
  const auto status = c.appeared()   ? std::string(to_string(c.status_after))
                      : c.vanished() ? std::string(to_string(c.status_before))
                                     : from_to(to_string(c.status_before), to_string(c.status_after));
  out << "  " << c.source_name << ' ' << c.relation << ' ' << c.target_name << " (" << status << "; evidence " << pieces
      << ")\n";
}

void write_text(std::ostream& out, const Diff& diff) {
  out << "documents: " << from_to(std::to_string(diff.documents_before), std::to_string(diff.documents_after)) << " ("
      << diff.documents_added << " added, " << diff.documents_dropped << " dropped)\n";
  if (diff.empty()) out << "no entity or relation differs\n";
  for (const auto& [name, list] : {std::pair("appeared", &diff.appeared), std::pair("vanished", &diff.vanished)}) {
    if (list->empty()) continue;
    out << "\nEntities that " << name << " (" << list->size() << ")\n";
    for (const ViewNode* node : *list) out << "  " << node->name << " (" << to_string(node->kind) << ")\n";
  }
  if (!diff.renamed.empty()) out << "\nEntities that changed (" << diff.renamed.size() << ")\n";
  for (const auto& renaming : diff.renamed)
    out << "  " << kind(renaming) << ": " << names(renaming.before) << " -> " << names(renaming.after) << '\n';
  for (const Group& group : groups) {
    const auto changes = of_group(diff, group);
    if (changes.empty()) continue;
    out << "\nRelations that " << group.name << " (" << changes.size() << ")\n";
    for (const Change* change : changes) write_text_line(out, *change);
  }
}

/// Relations only: a row each.
void write_rows(std::ostream& out, const Diff& diff) {
  write_csv(out, {"change", "source", "relation", "target", "status_before", "status_after", "pieces_before",
                  "pieces_after"});
  for (const Group& group : groups)
    for (const Change* c : of_group(diff, group))
      write_csv(out, {group.name, std::string(c->source), c->relation, std::string(c->target),
                      c->appeared() ? "" : std::string(to_string(c->status_before)),
                      c->vanished() ? "" : std::string(to_string(c->status_after)), std::to_string(c->pieces_before),
                      std::to_string(c->pieces_after)});
}

void write_ids(json::Writer& json, const char* key, const std::vector<const ViewNode*>& nodes) {
  json.Key(key);
  json.StartArray();
  for (const ViewNode* node : nodes) json.string(node->id);
  json.EndArray();
}

void write(json::Writer& json, const Change& c) {
  json.StartObject();
  json.Key("changes");
  json.StartArray();
  for (const Group& group : groups)
    if ((c.*group.holds)()) json.string(group.name);
  json.EndArray();
  json.member("source", c.source);
  json.member("relation", std::string_view(c.relation));
  json.member("target", c.target);
  json.or_null("status_before", c.appeared() ? std::string_view() : to_string(c.status_before));
  json.or_null("status_after", c.vanished() ? std::string_view() : to_string(c.status_after));
  json.member("pieces_before", c.pieces_before);
  json.member("pieces_after", c.pieces_after);
  json.EndObject();
}

void write_json(std::ostream& out, const Diff& diff) {
  rapidjson::StringBuffer buffer;
  json::Writer json(buffer);
  json.StartObject();
  json.Key("documents");
  json.StartObject();
  json.member("before", static_cast<std::uint32_t>(diff.documents_before));
  json.member("after", static_cast<std::uint32_t>(diff.documents_after));
  json.member("added", static_cast<std::uint32_t>(diff.documents_added));
  json.member("dropped", static_cast<std::uint32_t>(diff.documents_dropped));
  json.EndObject();
  json.Key("entities");
  json.StartObject();
  write_ids(json, "appeared", diff.appeared);
  write_ids(json, "vanished", diff.vanished);
  json.Key("changed");
  json.StartArray();
  for (const auto& renaming : diff.renamed) {
    json.StartObject();
    json.member("change", std::string_view(kind(renaming)));
    write_ids(json, "before", renaming.before);
    write_ids(json, "after", renaming.after);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  json.Key("relations");
  json.StartArray();
  for (const Change& change : diff.changes) write(json, change);
  json.EndArray();
  json.EndObject();
  out << buffer.GetString() << '\n';
}

/// Views of both. Only one of the networks need know an entity or relation that a filter names.
std::pair<View, View> both_views(const Arguments& arguments, const Network& before, const Network& after) {
  const auto attempt = [&](const Network& network, bool must) {
    try {
      return std::pair(make_view(network, filter(arguments, network)), true);
    } catch (const UsageError&) {
      if (must) throw;
      View nothing;
      nothing.network = &network;
      return std::pair(std::move(nothing), false);
    }
  };
  auto [old_view, known] = attempt(before, false);
  return {std::move(old_view), attempt(after, !known).first};
}

int run_diff(const Arguments& arguments, const Streams& streams) {
  refuse_own_input(arguments);
  const auto operands = arguments.operands();
  if (operands[0] == "-" && operands[1] == "-") throw UsageError("diff: only one network can be standard input");
  const Network before = load_network(operands[0], streams), after = load_network(operands[1], streams);
  const auto [old_view, new_view] = both_views(arguments, before, after);
  if (old_view.empty() && new_view.empty()) throw InputError(operands[1], "", new_view.why_empty());
  Output output(arguments, streams);
  const Diff diff = compare(old_view, new_view);
  const std::string format = output_format(arguments, {"text", "json", "csv"});
  if (format == "json") write_json(output.stream(), diff);
  if (format == "csv") write_rows(output.stream(), diff);
  if (format == "text") write_text(output.stream(), diff);
  output.commit();
  return 0;
}

}  // namespace

Command diff_command() {
  return {.name = "diff",
          .summary = "Tell what appeared, vanished, grew stronger or weaker, or changed between two networks",
          .help =
              "A relation is stronger where more pieces of evidence say it. An entity that has another name or "
              "identifier in the newer network is followed by what documents say of it; entities that became one, or "
              "that were taken apart, are told. The exit status is 0 whether or not something differs.",
          .operands = {.name = "NETWORK",
                       .help = "the older and the newer network file; one may be - for standard input",
                       .least = 2,
                       .most = 2,
                       .usage = "OLD NEW"},
          .options = join({{format_option({"text", "json", "csv"}, "text")}, output_options(), view_options("all")}),
          .run = run_diff,
          .examples = {{"diff monday.json friday.json", "what the week brought"},
                       {"diff monday.json friday.json --class conflict -f csv -o new.csv",
                        "only conflicts, as a table"}}};
}

}  // namespace entente::cli
