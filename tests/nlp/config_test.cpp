#include "nlp/config.hpp"

#include <catch2/catch.hpp>

#include "entente/nlp.hpp"

using entente::nlp::Config;
using entente::nlp::ModelError;

namespace {
const char* const sample = R"([nlp]
lang = "en"
pipeline = ["tagger","ner"]
batch_size = 256
tokenizer = {"@tokenizers":"spacy.Tokenizer.v1","options":{"deep":true}}

# a comment
[components.tagger.model]
nO = null
width = ${components.tok2vec:width}

[components.tok2vec]
width = 96
rows = [5000,1000]
)";
}

TEST_CASE("a configuration is read with its references and objects", "[nlp]") {
  const Config config = Config::parse(sample, "config.cfg");
  CHECK(config.text("nlp", "lang") == "en");
  CHECK(config.texts("nlp", "pipeline") == std::vector<std::string>{"tagger", "ner"});
  CHECK(config.integer("components.tagger.model", "width") == 96);
  CHECK(config.integers("components.tok2vec", "rows") == std::vector<std::int64_t>{5000, 1000});
  CHECK(config.is_null("components.tagger.model", "nO"));
  CHECK(config.text("nlp.tokenizer", "@tokenizers") == "spacy.Tokenizer.v1");
  CHECK(config.boolean("nlp.tokenizer.options", "deep"));
  CHECK(config.has_section("components.tok2vec"));
  CHECK_FALSE(config.has("nlp", "name"));
}

TEST_CASE("what is wrong in a configuration is named with its place", "[nlp]") {
  CHECK_THROWS_WITH(Config::parse("[nlp\n", "c.cfg"), "c.cfg: line 1: expected ']' at the end of a section name");
  CHECK_THROWS_WITH(Config::parse("[a]\nb = ${c.d}\n", "c.cfg"), "c.cfg: a.b: unknown reference ${c.d}");
  CHECK_THROWS_WITH(Config::parse("[a]\nb = ${a.c}\nc = ${a.b}\n", "c.cfg"), "c.cfg: a.b: references run in a circle");
  const Config config = Config::parse(sample, "c.cfg");
  CHECK_THROWS_WITH(config.integer("nlp", "lang"), "c.cfg: [nlp] lang: expected an integer, found \"en\"");
  CHECK_THROWS_WITH(config.text("nlp", "name"), "c.cfg: [nlp] has no key name");
  CHECK_THROWS_WITH(config.text("ner", "name"), "c.cfg: section [ner] is missing");
  CHECK_THROWS_AS(Config::load("/nonexistent/config.cfg"), ModelError);
}
