#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "nlp/annotate.hpp"

namespace entente::test {

/// What scripts/dump-annotations writes of a block.
struct AnnotatedBlock {
  nlp::TokenFeatures features;
  std::vector<std::string> tag, dep, ent;  ///< ent is empty outside of entities.
  std::vector<std::uint32_t> head;
  std::vector<char> sent_start, iob;  ///< As in nlp::Annotation.
};

std::vector<AnnotatedBlock> read_annotations(const std::filesystem::path& file);

/// How many of the tokens differ, by layer.
struct Differences {
  std::size_t tokens = 0, tag = 0, head = 0, dep = 0, sent_start = 0, ent = 0;
  bool operator==(const Differences&) const = default;
};
void compare(const nlp::Annotator& annotator, const AnnotatedBlock& expected, const nlp::Annotation& found, Differences& to);

}  // namespace entente::test
