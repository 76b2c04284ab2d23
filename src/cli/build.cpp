#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/corrections_file.hpp"
#include "cli/documents.hpp"
#include "cli/engine.hpp"
#include "cli/network_file.hpp"
#include "entente/error.hpp"
#include "entente/network.hpp"

namespace entente::cli {

namespace {

int run_merge(const Arguments& arguments, const Streams& streams) {
  refuse_own_input(arguments);
  const CorrectionsFile corrections = corrections_for_output(arguments);
  Output output(arguments, streams);
  NetworkBuilder builder(Knowledge::load(data_dir(arguments)));
  int failures = 0;
  for (const std::string& file : arguments.operands()) {
    const Network network = load_network(file, streams);
    try {
      builder.add(network, file);
    } catch (const InputError& error) {
      streams.err << "entente: " << error.what() << '\n';
      ++failures;
    }
  }
  write_network(output.stream(), build_corrected(builder, corrections, streams));
  output.commit();
  return failures == 0 ? 0 : 1;
}

/// Where a record came from, for messages.
std::string origin(const Decoded& decoded) {
  const auto* record = std::get_if<RecordLine>(&decoded);
  return record != nullptr ? record->where : "the article \"" + std::get<Article>(decoded).id + "\"";
}

int run_build(const Arguments& arguments, const Streams& streams) {
  refuse_own_input(arguments);
  const CorrectionsFile corrections = corrections_for_output(arguments);
  Output output(arguments, streams);
  NetworkBuilder builder(Knowledge::load(data_dir(arguments)));
  Engine engine(arguments);
  const auto process = [&](Decoded decoded) -> Finish {
    std::string where = origin(decoded);
    auto* article = std::get_if<Article>(&decoded);
    const auto* line = std::get_if<RecordLine>(&decoded);
    auto record = std::make_shared<Record>(article != nullptr ? engine.read(std::move(*article))
                                                              : record_from_json(line->line, line->where));
    return [&builder, record, where = std::move(where)] { builder.add(*record, where); };
  };
  const Tally tally = process_documents(arguments, streams, process);
  write_network(output.stream(), build_corrected(builder, corrections, streams));
  output.commit();
  return conclude(tally, streams);
}

}  // namespace

Command build_command() {
  return {
      .name = "build",
      .summary = "Make a network of articles, records or both",
      .help =
          "Articles are read as `entente extract` reads them; lines that are records already are taken as they are. "
          "What they say is joined: one node an entity, one edge a relation between two, with all its evidence. The "
          "network is that of "
          "the set of documents: "
          "neither their order nor repetition changes it. A document that fails is told on standard error, and so is "
          "one whose id came "
          "before with another text; the run goes on and ends with status 1.",
      .operands = input_operands(),
      .options = join({output_options(), {edits_option()}, document_options(), {names_option()}, resource_options()}),
      .run = run_build,
          .examples = {{"build records.jsonl -o network.json", "the network of records that were made before"},
                       {"build articles/ records.jsonl -O -o network.json", "of articles and records, in place of the old one"}}};
}

Command merge_command() {
  return {.name = "merge",
          .summary = "Make one network of several",
          .help =
              "The result is the network of all documents together: who is who is decided anew. The order of the files "
              "does not matter, and a "
              "document that several of them hold counts once. Where two hold different records of one document, the "
              "first is kept and the other "
              "told.",
          .operands = {.name = "NETWORK", .help = "network file, or - for standard input"},
          .options = join({output_options(), {edits_option(), resource_options()[1]}}),
          .run = run_merge,
          .examples = {{"merge january.json february.json -o winter.json", "one network of two"}}};
}

}  // namespace entente::cli
