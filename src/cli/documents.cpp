#include "cli/documents.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <exception>
#include <memory>
#include <ostream>
#include <utility>

#include "cli/common.hpp"
#include "entente/error.hpp"
#include "text/duplicates.hpp"
#include "text/input.hpp"
#include "text/json_writer.hpp"
#include "text/utf8.hpp"

namespace entente::cli {

namespace {

// A document on its way through the pipeline.
struct Item {
  RawDocument raw;
  std::string output, error;
  std::uint64_t hash = 0;
};

std::string error_record(const Item& item) {
  rapidjson::StringBuffer buffer;
  json::Writer writer(buffer);
  writer.StartObject();
  writer.member("error", std::string_view(item.error));
  writer.member("document", std::string_view(item.raw.id));
  writer.member("where", std::string_view(item.raw.place.empty() ? item.raw.file : item.raw.file + ": " + item.raw.place));
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

void process(Item& item, bool replace_invalid, const std::function<std::string(Article&&)>& work, const std::function<std::string(std::string&&)>& pass_record) {
  try {
    if (item.raw.form == RawDocument::Form::failure) throw InputError(item.raw.bytes);
    auto decoded = decode(item.raw, replace_invalid);
    if (auto* record = std::get_if<RecordLine>(&decoded)) {
      if (!pass_record) throw InputError(record->where, "", "a record, expected an article with \"id\" and \"text\"");
      item.hash = hash64(record->line);
      item.output = pass_record(std::move(record->line));
    } else {
      auto& article = std::get<Article>(decoded);
      item.raw.id = article.id;
      item.hash = hash64(article.text);
      item.output = work(std::move(article));
    }
  } catch (const std::exception& error) {
    item.error = error.what();
  }
}

}  // namespace

std::vector<Option> document_options() {
  return {jobs_option(), shard_option(), {.name = "replace-invalid", .help = "read invalid UTF-8 with replacement characters instead of refusing the document"}};
}

int for_each_document(const Arguments& arguments, const Streams& streams, std::ostream& out, const std::function<std::string(Article&&)>& work,
                      const std::function<std::string(std::string&&)>& pass_record) {
  const auto operands = arguments.operands();
  const auto part = shard(arguments);
  const auto threads = static_cast<std::size_t>(jobs(arguments));
  const bool replace_invalid = arguments.given("replace-invalid");
  InputReader reader({operands.begin(), operands.end()}, streams.in, {.index = part.index - 1, .count = part.count});
  Duplicates seen;
  std::uint64_t documents = 0, failed = 0;

  auto read = [&](tbb::flow_control& flow) -> std::shared_ptr<Item> {
    auto raw = reader.next();
    if (!raw) {
      flow.stop();
      return nullptr;
    }
    auto item = std::make_shared<Item>();
    item->raw = std::move(*raw);
    return item;
  };
  auto write = [&](const std::shared_ptr<Item>& item) {
    ++documents;
    if (item->error.empty()) {
      const auto answer = seen.see(item->raw.id, item->hash);
      if (answer == Duplicates::Answer::different) item->error = "another document with this id and a different text came before";
      if (answer == Duplicates::Answer::fresh) out << item->output;
    }
    if (!item->error.empty()) {
      ++failed;
      streams.err << error_record(*item) << '\n';
    }
    if (streams.progress && documents % 100 == 0) streams.err << '\r' << documents << " documents" << std::flush;
  };
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::parallel_pipeline(threads * 4, tbb::make_filter<void, std::shared_ptr<Item>>(tbb::filter_mode::serial_in_order, read) &
                                          tbb::make_filter<std::shared_ptr<Item>, std::shared_ptr<Item>>(tbb::filter_mode::parallel,
                                                                                                      [&](std::shared_ptr<Item> item) {
                                                                                                        process(*item, replace_invalid, work, pass_record);
                                                                                                        return item;
                                                                                                      }) &
                                          tbb::make_filter<std::shared_ptr<Item>, void>(tbb::filter_mode::serial_in_order, write));
  if (streams.progress && documents >= 100) streams.err << '\r' << documents << " documents\n";
  if (failed > 0) streams.err << failed << " of " << documents << " documents failed\n";
  return failed > 0 ? 1 : 0;
}

nlp::Document parse_article(const nlp::Pipeline& pipeline, Article& article) {
  segment(article);
  std::vector<nlp::Range> ranges;
  for (const auto& block : article.blocks)
    if (block.kind == BlockKind::headline || block.kind == BlockKind::body) ranges.push_back({block.begin, block.end});
  return pipeline.parse(text_for_parsing(article), ranges);
}

}  // namespace entente::cli
