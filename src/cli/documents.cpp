#include "cli/documents.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <chrono>
#include <memory>
#include <new>
#include <ostream>
#include <string>

#include "cli/common.hpp"
#include "entente/error.hpp"
#include "entente/nlp.hpp"
#include "text/duplicates.hpp"
#include "text/json_writer.hpp"
#include "text/utf8.hpp"

namespace entente::cli {

namespace {

struct Failure {
  std::string error, document, where;
};

/// A document on its way.
struct Job {
  RawDocument raw;
  std::string id;
  std::uint64_t text_hash = 0;
  bool is_article = false;
  Finish finish;
  std::unique_ptr<Failure> failure;
};

std::string where(const RawDocument& raw) { return raw.place.empty() ? raw.file : raw.file + ": " + raw.place; }

/// One line: {"error": ..., "document": ..., "where": ...}; the document is null where its identifier is not known.
void write_failure(std::ostream& out, const Failure& failure) {
  rapidjson::StringBuffer buffer;
  json::Writer writer(buffer);
  writer.StartObject();
  writer.member("error", std::string_view(failure.error));
  writer.or_null("document", failure.document);
  writer.member("where", std::string_view(failure.where));
  writer.EndObject();
  // Written at once, for other programs may write to the same place.
  out << std::string(buffer.GetString(), buffer.GetSize()) + "\n" << std::flush;
}

void work(Job& job, const Process& process, bool replace_invalid) {
  const auto fail = [&](const std::string& error, std::string place) {
    job.failure = std::make_unique<Failure>(Failure{error, job.raw.id, std::move(place)});
  };
  try {
    Decoded decoded = decode(job.raw, replace_invalid);
    job.raw.bytes = {};
    if (const auto* article = std::get_if<Article>(&decoded)) {
      job.is_article = true;
      job.text_hash = hash64(article->text);
    }
    job.finish = process(std::move(decoded));
  } catch (const nlp::ModelError&) {
    throw;  // No document's fault: the run cannot go on.
  } catch (const InputError& error) {
    fail(error.message(), error.where().empty() ? where(job.raw) : error.where());
  } catch (const std::bad_alloc&) {
    fail("out of memory", where(job.raw));
  } catch (const std::exception& error) {
    fail(error.what(), where(job.raw));
  }
}

/// What is done in the order of the input.
class Finisher {
 public:
  explicit Finisher(const Streams& streams) : streams_(streams) {}

  void finish(Job& job) {
    if (job.failure == nullptr && job.is_article) check_repeated(job);
    if (job.failure == nullptr && job.finish) run_finish(job);
    if (job.failure != nullptr) {
      ++tally_.failed;
      clear_progress();
      write_failure(streams_.err, *job.failure);
    }
    if (streams_.progress) show_progress();
  }

  Tally end() {
    clear_progress();
    return tally_;
  }

 private:
  void run_finish(Job& job) {
    try {
      job.finish();
      ++tally_.documents;
    } catch (const InputError& error) {
      job.failure = std::make_unique<Failure>(
          Failure{error.message(), job.raw.id, error.where().empty() ? where(job.raw) : error.where()});
    }
  }

  void check_repeated(Job& job) {
    const auto answer = seen_.see(job.raw.id, job.text_hash);
    if (answer == Duplicates::Answer::fresh) return;
    job.finish = nullptr;
    if (answer == Duplicates::Answer::same)
      ++tally_.repeated;
    else
      job.failure = std::make_unique<Failure>(
          Failure{"another document of this id was read, with a different text", job.raw.id, where(job.raw)});
  }

  void show_progress() {
    const auto now = std::chrono::steady_clock::now();
    if (now < next_shown_) return;
    next_shown_ = now + std::chrono::milliseconds(200);
    streams_.err << '\r' << tally_.documents << " documents" << std::flush;
    shown_ = true;
  }
  void clear_progress() {
    if (shown_) streams_.err << "\r\x1b[K" << std::flush;
    shown_ = false;
  }

  const Streams& streams_;
  Tally tally_;
  Duplicates seen_;
  std::chrono::steady_clock::time_point next_shown_ = std::chrono::steady_clock::now() + std::chrono::seconds(1);
  bool shown_ = false;
};

void run_in_turn(InputReader& reader, const Process& process, bool replace_invalid, Finisher& finisher) {
  while (auto raw = reader.next()) {
    Job job;
    job.raw = std::move(*raw);
    work(job, process, replace_invalid);
    finisher.finish(job);
  }
}

void run_together(InputReader& reader, const Process& process, bool replace_invalid, Finisher& finisher, int threads) {
  using JobPointer = std::shared_ptr<Job>;
  const auto read = [&](tbb::flow_control& flow) -> JobPointer {
    auto raw = reader.next();
    if (!raw) {
      flow.stop();
      return nullptr;
    }
    auto job = std::make_shared<Job>();
    job->raw = std::move(*raw);
    return job;
  };
  const auto process_one = [&](const JobPointer& job) {
    work(*job, process, replace_invalid);
    return job;
  };
  // Bounded, so that a slow document holds back the reading instead of letting the others pile up.
  const auto in_flight = static_cast<std::size_t>(threads) * 4;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  arena.execute([&] {
    tbb::parallel_pipeline(
        in_flight, tbb::make_filter<void, JobPointer>(tbb::filter_mode::serial_in_order, read) &
                       tbb::make_filter<JobPointer, JobPointer>(tbb::filter_mode::parallel, process_one) &
                       tbb::make_filter<JobPointer, void>(tbb::filter_mode::serial_in_order,
                                                          [&](const JobPointer& job) { finisher.finish(*job); }));
  });
}

}  // namespace

std::vector<Option> document_options() {
  return {{.name = "replace-invalid", .help = "replace invalid UTF-8 by U+FFFD instead of refusing the document"},
          jobs_option(),
          shard_option()};
}

Operands input_operands() {
  return {.name = "INPUT",
          .help = "file (.txt, .html, .jsonl; each also .gz), directory of such files, or - for standard input"};
}

Tally process_documents(const Arguments& arguments, const Streams& streams, const Process& process) {
  const Shard part = shard(arguments);
  const std::vector<std::string> inputs(arguments.operands().begin(), arguments.operands().end());
  InputReader reader(inputs, streams.in, {.index = part.index - 1, .count = part.count});
  Finisher finisher(streams);
  const bool replace_invalid = arguments.given("replace-invalid");
  const int threads = jobs(arguments);
  if (threads == 1)
    run_in_turn(reader, process, replace_invalid, finisher);
  else
    run_together(reader, process, replace_invalid, finisher, threads);
  return finisher.end();
}

int conclude(const Tally& tally, const Streams& streams) {
  if (tally.failed == 0) return 0;
  const std::uint64_t all = tally.documents + tally.repeated + tally.failed;
  streams.err << "entente: " << tally.failed << " of " << all << " document" << (all == 1 ? "" : "s") << " failed\n";
  return 1;
}

}  // namespace entente::cli
