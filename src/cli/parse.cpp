#include <ostream>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/documents.hpp"
#include "cli/engine.hpp"
#include "cli/network_file.hpp"
#include "entente/error.hpp"

namespace entente::cli {

namespace {

int run_parse(const Arguments& arguments, const Streams& streams) {
  refuse_own_input(arguments);
  Output output(arguments, streams);
  Engine engine(arguments);
  const nlp::Pipeline& pipeline = engine.pipeline();
  const bool blocks = arguments.given("blocks");
  const auto process = [&](Decoded decoded) -> Finish {
    auto* article = std::get_if<Article>(&decoded);
    if (article == nullptr)
      throw InputError(std::get<RecordLine>(decoded).where, "", "is a record, expected a document");
    std::ostringstream text;
    nlp::write_conllu(text, article->id, blocks ? parse(pipeline, *article) : pipeline.parse(article->text));
    return [&output, conllu = text.str()] {
      output.stream() << conllu << std::flush;
      if (!output.stream()) output.commit();
    };
  };
  const Tally tally = process_documents(arguments, streams, process);
  output.commit();
  return conclude(tally, streams);
}

}  // namespace

Command parse_command() {
  return {.name = "parse",
          .summary = "Analyse documents' grammar and names with the language model, and write it as CoNLL-U",
          .help =
              "Each text is taken as one piece. Every word has its lemma, tags, head and dependency; MISC holds its "
              "bytes in the text (TokenRange) and, where it is part of a name, the name's kind (NER, in IOB2).",
          .operands = input_operands(),
          .options = join({output_options(),
                           document_options(),
                           resource_options(),
                           {{.name = "blocks",
                             .help = "leave page furniture out and take each paragraph by itself, as extract does"}}}),
          .run = run_parse,
          .examples = {{"parse article.txt", "its grammar as CoNLL-U"}}};
}

}  // namespace entente::cli
