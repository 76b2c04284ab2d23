#include <catch2/catch.hpp>
#include <filesystem>

#include "entente/nlp.hpp"
#include "support/annotations.hpp"

using namespace entente;
using nlp::Annotation;
using nlp::Annotator;
using test::AnnotatedBlock;

namespace {

std::filesystem::path tiny(const std::string& name) { return std::filesystem::path(ENTENTE_TEST_DIR) / "nlp/tiny" / name; }

Annotator load(const std::filesystem::path& directory) {
  return Annotator::load(directory, nlp::Config::load(directory / "config.cfg"));
}

std::vector<nlp::TokenFeatures> features_of(const std::vector<AnnotatedBlock>& blocks) {
  std::vector<nlp::TokenFeatures> features;
  for (const AnnotatedBlock& block : blocks) features.push_back(block.features);
  return features;
}

std::vector<Annotation> annotate(const Annotator& annotator, std::span<const nlp::TokenFeatures> blocks) {
  std::vector<Annotation> out(blocks.size());
  annotator.annotate(blocks, out);
  return out;
}

bool same(const Annotation& a, const Annotation& b) {
  return a.tag == b.tag && a.dep == b.dep && a.ent == b.ent && a.head == b.head && a.sent_start == b.sent_start && a.iob == b.iob;
}

}  // namespace

TEST_CASE("the networks answer as spaCy's do, whatever their shape", "[nlp]") {
  const std::string name = GENERATE("plain", "vectors");
  CAPTURE(name);
  const Annotator annotator = load(tiny(name));
  const auto blocks = test::read_annotations(tiny(name + ".tsv"));
  const auto found = annotate(annotator, features_of(blocks));
  test::Differences differences;
  for (std::size_t i = 0; i < blocks.size(); ++i) test::compare(annotator, blocks[i], found[i], differences);
  CHECK(differences.tokens > 400);
  CHECK(differences == test::Differences{.tokens = differences.tokens});
}

TEST_CASE("a block's answer does not depend on the blocks beside it", "[nlp]") {
  const Annotator annotator = load(tiny("vectors"));
  auto blocks = features_of(test::read_annotations(tiny("vectors.tsv")));
  const auto together = annotate(annotator, blocks);
  for (std::size_t i = 0; i < blocks.size(); ++i) CHECK(same(annotate(annotator, {&blocks[i], 1})[0], together[i]));
  std::reverse(blocks.begin(), blocks.end());
  const auto reversed = annotate(annotator, std::span(blocks).subspan(3));
  for (std::size_t i = 0; i < reversed.size(); ++i) CHECK(same(reversed[i], together[together.size() - 4 - i]));
}

TEST_CASE("empty blocks and no blocks at all are no trouble", "[nlp]") {
  const Annotator annotator = load(tiny("plain"));
  CHECK(annotate(annotator, {}).empty());
  std::vector<nlp::TokenFeatures> blocks(3);
  for (auto& values : blocks[1].values) values = {1};
  const auto found = annotate(annotator, blocks);
  CHECK(found[0].head.empty());
  CHECK(found[1].head == std::vector<std::uint32_t>{0});
  CHECK(found[1].sent_start == std::vector<char>{1});
  CHECK(found[2].iob.empty());
}
