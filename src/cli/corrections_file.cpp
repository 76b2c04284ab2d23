#include "cli/corrections_file.hpp"

#include <fstream>
#include <ostream>
#include <sstream>

#include "entente/error.hpp"

namespace entente::cli {

namespace fs = std::filesystem;

namespace {

std::string described(const EntityRef& entity) {
  std::string out = entity.name + " (" + std::string(to_string(entity.kind));
  if (!entity.country.empty() && entity.kind != Kind::country) out += ", " + entity.country;
  if (entity.part > 0) out += ", part " + std::to_string(entity.part);
  return out + ")";
}

std::string list(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

}  // namespace

Option edits_option() {
  return {.name = "edits",
          .value = "FILE",
          .help = "carry out the corrections of this file (default: the one beside the output, network.edits.json "
                  "for network.json, where it is there)"};
}

fs::path edits_path(const fs::path& network) {
  fs::path path = network;
  path.replace_extension();
  path += ".edits.json";
  return path;
}

CorrectionsFile read_corrections_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError(path.string(), "", "cannot be read");
  const std::string text = (std::ostringstream() << in.rdbuf()).str();
  return {path, read_corrections(text, path.string())};
}

CorrectionsFile corrections_for_output(const Arguments& arguments) {
  if (arguments.given("edits")) return read_corrections_file(arguments.text("edits"));
  const std::string& output = arguments.text("output");
  if (output.empty() || output == "-") return {};
  const fs::path beside = edits_path(output);
  std::error_code none;
  return fs::exists(beside, none) ? read_corrections_file(beside) : CorrectionsFile{};
}

Network build_corrected(NetworkBuilder& builder, const CorrectionsFile& file, const Streams& streams) {
  std::vector<std::size_t> idle;
  Network network = builder.build(file.corrections, &idle);
  for (const auto i : idle)
    streams.err << "entente: " << file.path.string() << ": /edits/" << i << ": not in these documents: "
                << described(file.corrections[i]) << '\n';
  return network;
}

std::string described(const Correction& correction) {
  switch (correction.action) {
    case Correction::Action::merge:
      return "merge " + described(correction.entity) + " and " + described(correction.other);
    case Correction::Action::split:
      return "split " + list(correction.names) +
             (correction.documents.empty() ? "" : " in " + list(correction.documents)) + " from " +
             described(correction.entity) + (correction.name.empty() ? "" : " as " + correction.name);
    case Correction::Action::kind:
      return described(correction.entity) + " is of kind " + std::string(to_string(correction.kind));
    case Correction::Action::drop:
      return "drop " + described(correction.entity) + ' ' + correction.relation + ' ' + described(correction.other);
    case Correction::Action::rename:
      break;
  }
  return "rename " + described(correction.entity) + " to " + correction.name;
}

}  // namespace entente::cli
