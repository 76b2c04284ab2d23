#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/documents.hpp"
#include "cli/engine.hpp"
#include "cli/network_file.hpp"

namespace entente::cli {

namespace {

Record read_record(const RecordLine& record) { return record_from_json(record.line, record.where); }

int run_extract(const Arguments& arguments, const Streams& streams) {
  const double least = arguments.number("min-confidence", 0, 1);
  refuse_own_input(arguments);
  Output output(arguments, streams);
  Engine engine(arguments);
  engine.load();
  const auto process = [&](Decoded decoded) -> Finish {
    auto* article = std::get_if<Article>(&decoded);
    Record record = article != nullptr ? engine.read(std::move(*article)) : read_record(std::get<RecordLine>(decoded));
    std::erase_if(record.relations, [least](const Relation& relation) { return relation.confidence < least; });
    drop_unused_passages(record);
    return [&output, line = to_json(record) + '\n'] {
      // Flushed line by line: whoever reads from the pipe has each record as soon as it is there.
      output.stream() << line << std::flush;
      if (!output.stream()) output.commit();
    };
  };
  const Tally tally = process_documents(arguments, streams, process);
  output.commit();
  return conclude(tally, streams);
}

}  // namespace

Command extract_command() {
  return {
      .name = "extract",
      .summary = "Read documents into records: who relates to whom, one line of JSON a document",
      .help =
          "Records come in the order of the documents, each as soon as it is ready; the same input gives the same "
          "bytes, whatever the number of threads. A text file is one document, whose id is its name without suffix; "
          "in a .jsonl file each line is one: {\"id\", \"text\"} with title, date, url and source where they are "
          "known. A line that is a record already is passed on.\n\n"
          "A document that fails is told on standard error, one line of JSON each, and the run goes on; the exit "
          "status is then 1. A document seen before with the same text is left out; one with the same id and "
          "another text fails.",
      .operands = input_operands(),
      .options = join({output_options(),
                       document_options(),
                       {names_option()},
                       resource_options(),
                       {{.name = "min-confidence",
                         .value = "X",
                         .help = "leave out relations less sure than X, from 0 to 1",
                         .preset = "0"}}}),
      .run = run_extract,
          .examples = {{"extract articles/ -o records.jsonl", "a record for each article of a directory"},
                       {"extract --shard 1/4 news.jsonl.gz", "the first quarter of the documents, to standard output"}}};
}

}  // namespace entente::cli
