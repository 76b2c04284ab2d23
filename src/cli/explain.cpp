#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/documents.hpp"
#include "entente/extractor.hpp"

namespace entente::cli {

namespace {

int run_explain(const Arguments& arguments, const Streams& streams) {
  Article article;
  article.id = "sentence";
  for (const auto& word : arguments.operands()) article.text += (article.text.empty() ? "" : " ") + word;
  const auto pipeline = nlp::Pipeline::load(model_dir(arguments));
  const Extractor extractor(data_dir(arguments));
  const auto document = parse_article(pipeline, article);
  Output output(arguments, streams);
  extractor.explain(output.stream(), article, document);
  output.commit();
  return 0;
}

}  // namespace

Command explain_command() {
  return {.name = "explain",
          .summary = "Show how a sentence is read: parse, propositions, frames that fired and that did not",
          .operands = {.name = "SENTENCE", .help = "the sentence, as one word of the shell or several"},
          .options = join({output_options(), resource_options()}),
          .run = run_explain};
}

}  // namespace entente::cli
