#include <sstream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/documents.hpp"
#include "entente/nlp.hpp"

namespace entente::cli {

namespace {

int run_parse(const Arguments& arguments, const Streams& streams) {
  Output output(arguments, streams);
  const auto pipeline = nlp::Pipeline::load(model_dir(arguments));
  const int status = for_each_document(arguments, streams, output.stream(), [&](Article&& article) {
    std::ostringstream conllu;
    const std::string id = article.id;
    nlp::write_conllu(conllu, id, pipeline.parse(std::move(article.text)));
    return std::move(conllu).str();
  });
  output.commit();
  return status;
}

}  // namespace

Command parse_command() {
  return {.name = "parse",
          .summary = "Run the language model alone and write CoNLL-U",
          .help = "Each document's whole text is analysed as one piece: tokens, lemmas, tags, dependencies, sentences; named entities "
                  "stand in the MISC column as NER=B-PERSON, with TokenRange, the token's bytes in the text.",
          .operands = {.name = "INPUT", .help = "text, HTML or JSON lines file, directory, or - for standard input"},
          .options = join({output_options(), document_options(), resource_options()}),
          .run = run_parse};
}

}  // namespace entente::cli
