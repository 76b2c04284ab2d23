#pragma once
#include <functional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "entente/article.hpp"
#include "entente/nlp.hpp"

namespace entente::cli {

/// --jobs, --shard and --replace-invalid: what the commands that read documents share.
std::vector<Option> document_options();

/// Reads the documents of the operands, does `work` on each on --jobs threads and writes what it gives to `out` in input order; memory
/// stays flat on endless streams. A line that is a record already is passed to `pass_record`, or is an error where that is empty.
/// A document that fails gives one error record (JSON on one line: error, document, where) on streams.err and the run goes on; the same
/// document again (same id, same text) is left out, the same id with another text is an error.
/// @return 0, or 1 where a document failed; the count is told on streams.err.
int for_each_document(const Arguments& arguments, const Streams& streams, std::ostream& out, const std::function<std::string(Article&&)>& work,
                      const std::function<std::string(std::string&&)>& pass_record = {});

/// Segments the article and parses its headlines and body paragraphs.
nlp::Document parse_article(const nlp::Pipeline& pipeline, Article& article);

}  // namespace entente::cli
