#include <istream>
#include <iterator>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/engine.hpp"
#include "entente/error.hpp"
#include "text/utf8.hpp"

namespace entente::cli {

namespace {

int run_explain(const Arguments& arguments, const Streams& streams) {
  Article article;
  article.id = "explain";
  for (const std::string& word : arguments.operands()) article.text += (article.text.empty() ? "" : " ") + word;
  if (article.text == "-") article.text.assign(std::istreambuf_iterator<char>(streams.in), {});
  if (const auto invalid = first_invalid_utf8(article.text))
    throw InputError("SENTENCE", "byte " + std::to_string(*invalid), "invalid UTF-8");
  article.text = normalized(std::move(article.text));
  Engine engine(arguments);
  engine.load();
  const nlp::Document document = parse(engine.pipeline(), article);
  engine.extractor().explain(streams.out, article, document);
  return 0;
}

}  // namespace

Command explain_command() {
  return {.name = "explain",
          .summary = "Show how a sentence is read: its parse, who is in it, what fired and what nearly did",
          .help = "Several operands are joined by spaces; - reads the text from standard input.",
          .operands = {.name = "SENTENCE", .help = "the sentence, or a whole text", .files = 0},
          .options = join({{names_option()}, resource_options()}),
          .run = run_explain,
          .examples = {{"explain \"Peru has thrown its weight behind Chile.\"", "how the sentence is read"}}};
}

}  // namespace entente::cli
