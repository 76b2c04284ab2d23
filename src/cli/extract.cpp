#include <algorithm>
#include <future>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/documents.hpp"
#include "entente/extractor.hpp"

namespace entente::cli {

namespace {

int run_extract(const Arguments& arguments, const Streams& streams) {
  const double least = arguments.number("min-confidence", 0, 1);
  Output output(arguments, streams);
  // Model and data are read side by side: it halves the start of a run on one sentence.
  auto loading = std::async(std::launch::async, [&] { return nlp::Pipeline::load(model_dir(arguments)); });
  const Extractor extractor(data_dir(arguments));
  const auto pipeline = loading.get();
  const auto work = [&](Article&& article) {
    auto record = extract(extractor, pipeline, std::move(article));
    std::erase_if(record.relations, [&](const Relation& relation) { return relation.confidence < least; });
    return to_json(record) + "\n";
  };
  const int status = for_each_document(arguments, streams, output.stream(), work, [](std::string&& record) { return std::move(record) + "\n"; });
  output.commit();
  return status;
}

}  // namespace

Command extract_command() {
  auto options = join({output_options(), document_options(), resource_options()});
  options.push_back({.name = "min-confidence", .value = "X", .help = "leave out relations less sure than X, from 0 to 1", .preset = "0"});
  return {.name = "extract",
          .summary = "Read articles into records: actors and relations, one JSON object a document",
          .help = "A stateless filter of documents: records come in the order of the input, one on a line, and do not depend on the number "
                  "of threads or on the other documents. A line that is a record already is passed on. A document that cannot be read "
                  "gives one error record on standard error; the run goes on and ends with status 1.",
          .operands = {.name = "INPUT", .help = "text, HTML or JSON lines file, directory, or - for standard input"},
          .options = std::move(options),
          .run = run_extract};
}

}  // namespace entente::cli
