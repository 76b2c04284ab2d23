#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "cli/command.hpp"
#include "text/input.hpp"

/// How commands go through documents: read one after the other, worked on by several threads, finished in the order of
/// the input.
namespace entente::cli {

/// --replace-invalid, --jobs and --shard.
std::vector<Option> document_options();
/// The INPUT operands.
Operands input_operands();

/// What is left to do with a document when its turn comes, in the order of the input and one at a time: writing, adding
/// up. Where it throws an InputError, the document has failed; anything else stops the run.
using Finish = std::function<void()>;
/// What is done with a document, by several threads at once and in any order. Where it throws, the document has failed.
using Process = std::function<Finish(Decoded)>;

struct Tally {
  std::uint64_t documents = 0;  ///< Finished.
  std::uint64_t failed = 0;     ///< Told on standard error, one line of JSON each.
  std::uint64_t repeated = 0;   ///< Left out: seen before with the same text.
};

/// Goes through all inputs. A failed document does not stop the run.
Tally process_documents(const Arguments& arguments, const Streams& streams, const Process& process);

/// Tells on standard error how many documents failed and returns the exit status.
int conclude(const Tally& tally, const Streams& streams);

}  // namespace entente::cli
