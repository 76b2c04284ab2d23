#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "entente/nlp.hpp"
#include "nlp/kernels.hpp"
#include "support/annotations.hpp"
#include "support/source_dir.hpp"
#include "support/temporary_directory.hpp"

using namespace entente;
using nlp::Annotation;
using nlp::Annotator;
using test::AnnotatedBlock;

namespace {

std::filesystem::path tiny(const std::string& name) { return entente::test::source_dir() / "tests/nlp/tiny" / name; }

Annotator load(const std::filesystem::path& directory, const nlp::Kernels* kernels = nullptr) {
  return Annotator::load(directory, nlp::Config::load(directory / "config.cfg"), kernels);
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
  const nlp::Kernels* const kernels = GENERATE(from_range(nlp::available_kernels()));
  CAPTURE(name, kernels->name);
  const Annotator annotator = load(tiny(name), kernels);
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

namespace {

/// A copy of a tiny model to break.
class BrokenModel {
 public:
  explicit BrokenModel(const std::string& name = "plain") { std::filesystem::copy(tiny(name), directory_ / "model", std::filesystem::copy_options::recursive); }

  /// What is said of the model after `change` was made to the content of the file, which is put right again.
  template <class F>
  std::string message(const std::string& name, const F& change) {
    const auto file = directory_ / "model" / name;
    const std::string content = test::read_file(file);
    std::string changed = content;
    change(changed);
    directory_.write("model/" + name, changed);
    std::string what;
    try {
      load(directory_ / "model");
    } catch (const nlp::ModelError& e) {
      what = e.what();
    }
    directory_.write("model/" + name, content);
    return what;
  }
  std::string truncated(const std::string& name, std::size_t size) {
    return message(name, [&](std::string& content) { content.resize(std::min(size, content.size() / 2)); });
  }
  std::string replaced(const std::string& name, std::string_view from, std::string_view to) {
    return message(name, [&](std::string& content) {
      const auto at = content.find(from);
      REQUIRE(at != std::string::npos);
      content.replace(at, from.size(), to);
    });
  }

 private:
  test::TemporaryDirectory directory_;
};

}  // namespace

TEST_CASE("static vectors that cannot be used are refused with file and part", "[nlp]") {
  using Catch::Contains;
  BrokenModel model("vectors");
  CHECK(model.message("vocab/vectors", [](std::string&) {}).empty());
  CHECK_THAT(model.message("vocab/vectors", [](std::string& content) { content.pop_back(); }), Contains("vocab/vectors: numbers: the file is truncated"));
  CHECK_THAT(model.truncated("vocab/vectors", 20), Contains("vocab/vectors: header"));
  CHECK_THAT(model.replaced("vocab/vectors", "<f4", "<f8"), Contains("vocab/vectors: header: expected little-endian 32-bit floats"));
  CHECK_THAT(model.truncated("vocab/key2row", 10), Contains("vocab/key2row"));
  CHECK_THAT(model.message("vocab/vectors.cfg", [](std::string& content) { content = R"({"mode": "floret"})"; }), Contains("only \"default\" is supported"));
}

TEST_CASE("networks that cannot be used are refused with file and part", "[nlp]") {
  using Catch::Contains;
  BrokenModel model;
  CHECK(model.message("config.cfg", [](std::string&) {}).empty());

  for (const char* const component : {"tok2vec", "tagger", "parser", "ner"}) {
    const std::string file = std::string(component) + "/model";
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{1000}, std::size_t{100000}}) {
      CAPTURE(file, size);
      CHECK_THAT(model.truncated(file, size), Contains(file + ": msgpack: truncated"));
    }
    CHECK_THAT(model.message(file, [](std::string& content) { content = "\xc1 no msgpack"; }), Contains(file + ": msgpack: "));
    CHECK_THAT(model.message(file, [](std::string& content) { content = "\x01"; }), Contains(file + ": nodes: not there"));
  }
  CHECK_THAT(model.truncated("parser/moves", 100), Contains("parser/moves"));
  CHECK_THAT(model.truncated("tagger/cfg", 100), Contains("tagger/cfg: not JSON"));

  const auto in_config = [&](std::string_view from, std::string_view to) { return model.replaced("config.cfg", from, to); };
  CHECK_THAT(in_config("spacy.MaxoutWindowEncoder.v2", "spacy.MishWindowEncoder.v2"),
             Contains("config.cfg: components.") && Contains(".encode: unknown architecture spacy.MishWindowEncoder.v2"));
  CHECK_THAT(in_config("spacy.MultiHashEmbed.v2", "spacy.CharacterEmbed.v2"), Contains("unknown architecture spacy.CharacterEmbed.v2"));
  CHECK_THAT(in_config("spacy.TransitionBasedParser.v2", "spacy.TransitionBasedParser.v1"),
             Contains("components.parser.model: unknown architecture spacy.TransitionBasedParser.v1"));
  CHECK_THAT(in_config("window_size = 1", "window_size = 2"), Contains("window_size of 1"));
  CHECK_THAT(in_config("\"parser\", ", ""), Contains("nlp.pipeline: there is no parser"));
  CHECK_THAT(in_config("disabled = []", "disabled = [\"ner\"]"), Contains("nlp.pipeline: there is no ner"));
  CHECK_THAT(in_config("\"parser\", \"ner\"", "\"ner\", \"parser\""), Contains("the parser must come before ner"));
  CHECK_THAT(in_config("factory = \"tagger\"", "factory = \"morphologizer\""), Contains("components.tagger: unknown factory morphologizer"));
  CHECK_THAT(in_config("upstream = \"*\"", "upstream = \"transformer\""), Contains("there is no component transformer"));
  CHECK_THAT(in_config("hidden_width = 17", "hidden_width = 18"), Contains("parser/model: node") && Contains("has the shape"));
  CHECK_THAT(in_config("depth = 2", "depth = 3"), Contains("tok2vec/model: maxout: there are 3, expected 4"));
  CHECK_THAT(model.replaced("parser/moves", "\"nsubj\":-2", "\"subtok\":1"), Contains("parser/moves: moves: the label subtok"));
  CHECK_THAT(model.replaced("tagger/cfg", "\"NN\",", ""), Contains("tagger/model: node") && Contains("has the shape"));
}
