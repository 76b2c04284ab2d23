// What goes wrong with one document is told on one line and leaves the others unharmed.
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <string>

#include "entente/resources.hpp"
#include "support/run_program.hpp"
#include "support/temporary_directory.hpp"

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using entente::test::Ran;
using entente::test::run_program;
using entente::test::TemporaryDirectory;
namespace fs = std::filesystem;

namespace {

const std::string good = "{\"id\":\"good\",\"text\":\"Peru supports Uruguay.\"}\n";

/// Runs with bad input between two good documents; checks that both are read as if the bad one were not there.
std::string told(const std::string& bad_line, const std::vector<std::string>& options = {}) {
  const std::string last = "{\"id\":\"last\",\"text\":\"Chile criticized Bolivia.\"}\n";
  std::vector<std::string> words = {"extract", "-"};
  words.insert(words.end(), options.begin(), options.end());
  const Ran ran = run_program(words, good + bad_line + last);
  CHECK(ran.status == 1);
  CHECK(ran.out == run_program({"extract", "-"}, good + last).out);
  CHECK_THAT(ran.err, Catch::Matchers::EndsWith("\nentente: 1 of 3 documents failed\n"));
  return ran.err.substr(0, ran.err.find('\n'));
}

/// A copy of the model in which one file is cut short or changed.
struct Model {
  TemporaryDirectory directory;
  fs::path path = directory / "model";
  Model() { fs::copy(entente::default_model_dir(), path, fs::copy_options::recursive); }
  Ran run() const { return run_program({"extract", "-", "--model", path.string()}, good); }
};

}  // namespace

TEST_CASE("bad input: a malformed line", "[cli][model]") {
  CHECK(
      told("{\"id\":\"bad\",\"text\":\"x\"\n") ==
      R"({"error":"malformed JSON: Missing a comma or '}' after an object member.","document":null,"where":"-: line 2: byte 22"})");
  CHECK(told("{\"id\":\"bad\"}\n") == R"({"error":"missing member \"text\"","document":"bad","where":"-: line 2"})");
  CHECK(told("{\"text\":\"x\"}\n") == R"({"error":"missing member \"id\"","document":null,"where":"-: line 2"})");
}

TEST_CASE("bad input: an empty document", "[cli][model]") {
  CHECK(told("{\"id\":\"bad\",\"text\":\" \\n\"}\n") ==
        R"({"error":"the document is empty","document":"bad","where":"-: line 2"})");
}

TEST_CASE("bad input: invalid UTF-8, refused or replaced", "[cli][model]") {
  const std::string line = "{\"id\":\"bad\",\"text\":\"Peru supports Uruguay. \xff\"}\n";
  CHECK(told(line) == R"({"error":"invalid UTF-8","document":null,"where":"-: line 2: byte 43"})");
  const Ran replaced = run_program({"extract", "-", "--replace-invalid"}, good + line);
  CHECK(replaced.status == 0);
  CHECK_THAT(replaced.out, Contains("\"bad\""));
}

TEST_CASE("bad input: one id, another text; the same text counts once", "[cli][model]") {
  CHECK(
      told("{\"id\":\"good\",\"text\":\"Chile supports Uruguay.\"}\n") ==
      R"({"error":"another document of this id was read, with a different text","document":"good","where":"-: line 2"})");
  const Ran twice = run_program({"extract", "-"}, good + good);
  CHECK(twice.status == 0);
  CHECK(twice.err.empty());
  CHECK(twice.out == run_program({"extract", "-"}, good).out);
}

TEST_CASE("bad input: a file that is not there, among others", "[cli][model]") {
  TemporaryDirectory directory;
  const auto path = directory.write("good.txt", "Peru supports Uruguay.").string();
  const Ran ran = run_program({"extract", "/none.txt", path});
  CHECK(ran.status == 1);
  CHECK(ran.err ==
        "{\"error\":\"cannot be read: No such file or directory\",\"document\":null,\"where\":\"/none.txt\"}\n"
        "entente: 1 of 2 documents failed\n");
  CHECK(ran.out == run_program({"extract", path}).out);
}

TEST_CASE("bad input: a malformed record", "[cli][model]") {
  CHECK(told("{\"document\":\"bad\",\"entities\":[],\"relations\":7}\n") ==
        R"({"error":"found a number, expected an array","document":null,"where":"-: line 2: /relations"})");
}

TEST_CASE("bad input: 100,000 tokens without a full stop", "[cli][model]") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Peru backed Chile and then ";
  const Ran ran = run_program({"extract", "-"}, "{\"id\":\"long\",\"text\":\"" + text + "\"}\n" + good);
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, StartsWith("{\"document\":\"long\"") && Contains("{\"document\":\"good\""));
  CHECK_THAT(ran.out, Contains("\"tokens\":100000"));
}

TEST_CASE("bad input: a document of 10 MB", "[cli][model][slow]") {
  // A message with an attachment that nobody took off, in lines of letters and figures, and sentences between them.
  std::string text;
  std::mt19937 random(1);
  for (int i = 0; text.size() < 10'000'000; ++i) {
    if (i % 40 == 0) text += "\\n\\nThe ministers of Peru and Chile met for the " + std::to_string(i) + "th time on Tuesday.\\n\\n";
    for (int k = 0; k < 76; ++k) text += "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"[random() % 62];
    text += "\\n";
  }
  const Ran ran = run_program({"extract", "-"}, "{\"id\":\"large\",\"text\":\"" + text + "\"}\n" + good);
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  CHECK_THAT(ran.out, StartsWith("{\"document\":\"large\"") && Contains("{\"document\":\"good\""));
}

TEST_CASE("bad output: what cannot be written is one error, and nothing is left", "[cli][model]") {
  TemporaryDirectory directory;
  const auto nowhere = (directory / "none/out.jsonl").string();
  const Ran ran = run_program({"extract", "-", "-o", nowhere}, good);
  CHECK(ran.status == 1);
  CHECK(ran.err == "entente: " + nowhere + ": cannot create: No such file or directory\n");
  const Ran full = run_program({"extract", "-", "-o", "/dev/full"}, good);
  CHECK(full.status == 1);
  CHECK(full.err == "entente: /dev/full: cannot write: No space left on device\n");
}

TEST_CASE("bad model: missing", "[cli][model]") {
  const Ran ran = run_program({"extract", "-", "--model", "/none"}, good);
  CHECK(ran.status == 1);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, StartsWith("entente: /none") && Contains("config.cfg"));
}

TEST_CASE("bad model: a file cut short", "[cli][model]") {
  for (const std::string file : {"parser/model", "ner/model", "tok2vec/model", "tagger/model", "tokenizer",
                                 "attribute_ruler/patterns", "lemmatizer/lookups/lookups.bin", "config.cfg"}) {
    const Model model;
    INFO(file);
    fs::resize_file(model.path / file, fs::file_size(model.path / file) / 2);
    const Ran ran = model.run();
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, StartsWith("entente: ") && Contains(file));
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
  }
}

TEST_CASE("bad model: an architecture that is not known", "[cli][model]") {
  const Model model;
  const auto config = model.path / "config.cfg";
  std::string text = entente::test::read_file(config);
  const std::string known = "spacy.TransitionBasedParser.v2";
  REQUIRE(text.find(known) != std::string::npos);
  text.replace(text.find(known), known.size(), "spacy.Oracle.v9");
  model.directory.write("model/config.cfg", text);
  const Ran ran = model.run();
  CHECK(ran.status == 1);
  CHECK_THAT(ran.err, Contains("config.cfg") && Contains("spacy.Oracle.v9"));
}

TEST_CASE("bad data: missing or malformed", "[cli][model]") {
  CHECK(run_program({"extract", "-", "--data", "/none"}, good).status == 1);
  TemporaryDirectory directory;
  fs::copy(entente::default_data_dir(), directory / "data", fs::copy_options::recursive);
  directory.write("data/entities/countries.json", "{");
  const Ran ran = run_program({"extract", "-", "--data", (directory / "data").string()}, good);
  CHECK(ran.status == 1);
  CHECK_THAT(ran.err, Contains("countries.json: byte 1: malformed JSON"));
}
