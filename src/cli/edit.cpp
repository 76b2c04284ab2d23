#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/corrections_file.hpp"
#include "cli/network_file.hpp"
#include "cli/suggest.hpp"
#include "cli/view_options.hpp"
#include "entente/error.hpp"
#include "entente/graph.hpp"

namespace entente::cli {

namespace {

/// Makes corrections of what the user says of a network's entities.
class Editor {
 public:
  explicit Editor(const Network& network) : network_(network), documents_(network.forms().size()) {
    for (const DocumentInfo& document : network.documents())
      for (const auto form : document.forms) ++documents_[form];
  }

  Correction merge(const std::string& a, const std::string& b) const {
    const auto x = resolve_node(network_, a), y = resolve_node(network_, b);
    if (x == y) throw UsageError("'" + a + "' and '" + b + "' are one entity already");
    return {.action = Correction::Action::merge, .entity = ref(x, {}), .other = ref(y, {})};
  }

  Correction rename(const std::string& entity, const std::string& name) const {
    return {.action = Correction::Action::rename, .entity = ref(resolve_node(network_, entity), {}), .name = name};
  }

  Correction kind(const std::string& entity, const std::string& kind) const {
    const auto made = kind_from(kind);
    if (!made) throw UsageError("edit: no kind '" + kind + "'; there are person, organization, country, region, place");
    const auto node = resolve_node(network_, entity);
    if (network_.graph()[node].kind == *made) throw UsageError("'" + entity + "' is of kind " + kind + " already");
    return {.action = Correction::Action::kind, .entity = ref(node, {}), .kind = *made};
  }

  Correction drop(const std::string& source, const std::string& relation, const std::string& target) const {
    const auto a = resolve_node(network_, source), b = resolve_node(network_, target);
    std::set<std::string> known;
    for_each_edge(network_.graph(), [&](std::uint32_t from, std::uint32_t to, const Edge& edge) {
      const RelationType& type = network_.relations()[edge.relation];
      if ((from == a && to == b) || (type.symmetric && from == b && to == a)) known.emplace(type.name);
    });
    if (!known.contains(relation)) {
      std::string list;
      for (const std::string& name : known) list += (list.empty() ? "; they have " : ", ") + name;
      throw UsageError("edit: no edge " + relation + " from '" + source + "' to '" + target + "'" + list);
    }
    return {.action = Correction::Action::drop, .entity = ref(a, {}), .other = ref(b, {}), .relation = relation};
  }

  /// @param names principal names to split off, empty for all that `documents` use; @param documents empty for all.
  Correction split(const std::string& entity, std::vector<std::string> names, std::vector<std::string> documents,
                   const std::string& as) const {
    if (names.empty() && documents.empty()) throw UsageError("edit: --split needs --form, --document or both");
    const auto node = resolve_node(network_, entity);
    const auto& forms = network_.graph()[node].forms;
    std::set<std::uint32_t> moved(forms.begin(), forms.end());
    if (!documents.empty()) keep_said_in(moved, documents, entity);
    keep_named(moved, names);
    std::set<std::string> kept_names;
    for (const auto form : moved) kept_names.emplace(network_.forms()[form].name);
    if (!documents.empty()) {
      // Whoever else says the same stays, so nothing is left only where no other document speaks of it.
      std::erase_if(moved, [&](std::uint32_t form) { return said_elsewhere(form, documents); });
    }
    if (moved.size() == forms.size()) throw UsageError("edit: nothing of '" + entity + "' would be left");
    return {.action = Correction::Action::split,
            .entity = ref(node, moved),
            .names = {kept_names.begin(), kept_names.end()},
            .documents = std::move(documents),
            .name = as};
  }

 private:
  /// A reference to a node by its form of the most documents, those excluded aside.
  EntityRef ref(std::uint32_t node, const std::set<std::uint32_t>& excluded) const {
    std::uint32_t best = no_index;
    for (const auto form : network_.graph()[node].forms)
      if (!excluded.contains(form) && (best == no_index || documents_[form] > documents_[best])) best = form;
    const Form& form = network_.forms()[best];
    return {std::string(form.name), form.kind, std::string(form.country), std::string(form.ref), form.part};
  }

  const DocumentInfo* document(const std::string& id) const {
    const auto at = std::ranges::find_if(network_.documents(), [&](const DocumentInfo& d) { return d.id == id; });
    return at == network_.documents().end() ? nullptr : &*at;
  }

  void keep_said_in(std::set<std::uint32_t>& forms, const std::vector<std::string>& documents,
                    const std::string& entity) const {
    std::set<std::uint32_t> said;
    for (const std::string& id : documents) {
      const DocumentInfo* info = document(id);
      std::vector<std::string> known;
      for (const DocumentInfo& d : network_.documents()) known.emplace_back(d.id);
      if (info == nullptr) throw UsageError("--document: no document '" + id + "' in the network" + suggestion(id, known));
      const auto before = said.size();
      for (const auto form : info->forms)
        if (forms.contains(form)) said.insert(form);
      if (said.size() == before && std::ranges::none_of(info->forms, [&](auto f) { return said.contains(f); }))
        throw UsageError("--document: '" + id + "' does not mention '" + entity + "'");
    }
    forms = std::move(said);
  }

  void keep_named(std::set<std::uint32_t>& forms, const std::vector<std::string>& names) const {
    if (names.empty()) return;
    std::vector<std::string> known;
    std::string list;
    for (const auto form : forms) {
      std::string name(network_.forms()[form].name);
      if (std::ranges::find(known, name) != known.end()) continue;
      list += (list.empty() ? "" : ", ") + name;
      known.push_back(std::move(name));
    }
    for (const std::string& name : names)
      if (std::ranges::find(known, name) == known.end())
        throw UsageError("--form: no document calls the entity '" + name + "' in the first place; they say " + list);
    std::erase_if(forms, [&](std::uint32_t form) {
      return std::ranges::find(names, network_.forms()[form].name) == names.end();
    });
  }

  bool said_elsewhere(std::uint32_t form, const std::vector<std::string>& documents) const {
    return std::ranges::any_of(network_.documents(), [&](const DocumentInfo& d) {
      return std::ranges::find(documents, d.id) == documents.end() && std::ranges::binary_search(d.forms, form);
    });
  }

  const Network& network_;
  std::vector<std::uint32_t> documents_;  ///< Per form: how many say it.
};

/// With the number of names that follow the network.
constexpr std::pair<const char*, std::size_t> actions[] = {{"merge", 2}, {"split", 1}, {"rename", 2}, {"kind", 2},
                                                           {"drop", 3},  {"list", 0},  {"undo", 0}};

/// The one action that was asked for. @throws UsageError
std::string action(const Arguments& arguments) {
  std::string chosen, all;
  std::size_t expected = 0;
  for (const auto& [name, count] : actions) {
    all += (all.empty() ? "--" : ", --") + std::string(name);
    if (!arguments.given(name)) continue;
    if (!chosen.empty()) throw UsageError("edit: --" + chosen + " and --" + name + " exclude each other");
    chosen = name;
    expected = count;
  }
  if (chosen.empty()) throw UsageError("edit: one of " + all + " is missing");
  const std::size_t names = arguments.operands().size() - 1;
  if (names != expected)
    throw UsageError("edit: --" + chosen + " takes " + std::to_string(expected) + " name" + (expected == 1 ? "" : "s") +
                     " after the network, got " + std::to_string(names));
  for (const char* option : {"form", "document", "as"})
    if (arguments.given(option) && chosen != "split") throw UsageError(std::string("edit: --") + option + " goes with --split");
  return chosen;
}

void replace_file(const std::filesystem::path& path, const auto& write) {
  OutputFile file(path, {.overwrite = true, .fsync = false});
  write(file.stream());
  file.commit();
}

void store(const CorrectionsFile& file) {
  if (file.corrections.empty())
    std::filesystem::remove(file.path);
  else
    replace_file(file.path, [&](std::ostream& out) { write_corrections(out, file.corrections); });
}

void change(const std::string& chosen, const Arguments& arguments, const Network& network, CorrectionsFile& file) {
  const auto operands = arguments.operands();
  if (chosen == "undo") {
    if (file.corrections.empty()) throw UsageError("edit: there is no correction to undo");
    file.corrections.pop_back();
    return;
  }
  const Editor editor(network);
  if (chosen == "merge") file.corrections.push_back(editor.merge(operands[1], operands[2]));
  if (chosen == "rename") file.corrections.push_back(editor.rename(operands[1], operands[2]));
  if (chosen == "kind") file.corrections.push_back(editor.kind(operands[1], operands[2]));
  if (chosen == "drop") file.corrections.push_back(editor.drop(operands[1], operands[2], operands[3]));
  if (chosen == "split")
    file.corrections.push_back(
        editor.split(operands[1], arguments.texts("form"), arguments.texts("document"), arguments.text("as")));
}

int run_edit(const Arguments& arguments, const Streams& streams) {
  const std::string chosen = action(arguments);
  const std::string& path = arguments.operands().front();
  if (path == "-") throw UsageError("edit: the network must be a file, for it is changed");
  const std::filesystem::path side = arguments.given("edits") ? arguments.text("edits") : edits_path(path).string();
  CorrectionsFile file = std::filesystem::exists(side) ? read_corrections_file(side) : CorrectionsFile{side, {}};
  if (chosen == "list") {
    for (std::size_t i = 0; i < file.corrections.size(); ++i)
      streams.out << i + 1 << "  " << described(file.corrections[i]) << '\n';
    if (file.corrections.empty()) streams.err << "entente: no corrections in " << side.string() << '\n';
    return 0;
  }
  const Network network = load_network(path, streams);
  change(chosen, arguments, network, file);
  NetworkBuilder builder(Knowledge::load(data_dir(arguments)));
  builder.add(network, path);
  const Network corrected = build_corrected(builder, file, streams);
  store(file);
  replace_file(path, [&](std::ostream& out) { write_network(out, corrected); });
  if (chosen != "undo") streams.err << "entente: " << described(file.corrections.back()) << '\n';
  return 0;
}

}  // namespace

Command edit_command() {
  return {
      .name = "edit",
      .summary = "Correct a network: join, take apart, rename or class entities, drop edges, for now and for later builds",
      .help =
          "Each correction is carried out on the network at once and kept in a file beside it (network.edits.json for "
          "network.json), which `entente build` and `entente merge` read when they write that network again: what was "
          "joined stays joined when documents are added. Corrections say whom they mean by name, kind and state, not "
          "by identifier; one that finds nothing is told and kept.\n\n"
          "--merge A B makes one entity of two. --split A takes apart what is not one: with --form NAME what documents "
          "call by that name (entente show lists the names that were joined, and why), also in documents to come; with "
          "--document ID what that document says, for two bearers of one name; with both, only both. --rename A NAME "
          "changes the name that is shown; the old ones stay as aliases. --kind A KIND says what A is: person, "
          "organization, country, region or place. --drop A RELATION B takes away an edge that was misread, whatever "
          "documents say it, also those to come; the network keeps its evidence aside. --undo takes back the last correction, and "
          "the network is again what it was.",
      .operands = {.name = "NETWORK",
                   .help = "network file; then the entities, by name or identifier, the new name or kind, the relation",
                   .least = 1,
                   .most = 4,
                   .usage = "NETWORK [NAME...]",
                   .files = 1},
      .options = {{.name = "merge", .help = "join the two entities named"},
                  {.name = "split", .help = "take apart the entity named"},
                  {.name = "rename", .help = "give the first name's entity the second name"},
                  {.name = "kind", .help = "the entity named first is of the kind named second"},
                  {.name = "drop", .help = "no edge from the first name's entity in the relation to the last one's"},
                  {.name = "form", .value = "NAME", .help = "split: what documents call by this name", .repeats = true},
                  {.name = "document", .value = "ID", .help = "split: what this document says", .repeats = true},
                  {.name = "as", .value = "NAME", .help = "split: the name of the part taken off"},
                  {.name = "list", .help = "list the corrections"},
                  {.name = "undo", .help = "take back the last correction"},
                  {.name = "edits",
                   .value = "FILE",
                   .help = "keep the corrections in this file instead of the one beside the network"},
                  resource_options()[1]},
      .run = run_edit,
      .examples = {{"edit network.json --merge \"S. Lavrov\" \"Sergey Lavrov\"", "the two are one man"},
                   {"edit network.json --split \"Ali Hassan\" --document match-report --as \"Ali Hassan (footballer)\"",
                    "the Ali Hassan of one document is another"},
                   {"edit network.json --rename \"Rosneft\" \"Rosneft Oil Company\"", "another name to show"},
                   {"edit network.json --kind \"Wagner\" organization", "no man, but a company"},
                   {"edit network.json --drop \"Wagner\" supports Mali", "an edge that was misread"}}};
}

}  // namespace entente::cli
