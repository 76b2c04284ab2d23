#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "entente/nlp.hpp"
#include "entente/record.hpp"
#include "support/run_program.hpp"
#include "support/temporary_directory.hpp"

using Catch::Matchers::Contains;
using entente::Record;
using entente::record_from_json;
using entente::test::Ran;
using entente::test::read_file;
using entente::test::run_program;
using entente::test::TemporaryDirectory;

namespace {

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

const std::string summit =
    "Peru, Chile agree on fishing grounds\n\nLIMA, March 9 (EFE).- Peruvian President Rosa Quispe met Chilean "
    "President Luis Soto on "
    "Tuesday. Uruguay supports Peru.\n\nRead also: Bolivia criticizes Brazil";

}  // namespace

TEST_CASE("extract writes one record a document, in the order of the input", "[cli][model]") {
  TemporaryDirectory directory;
  directory.write("b.txt", summit);
  directory.write(
      "a.jsonl",
      "{\"id\":\"first\",\"text\":\"Peru criticized Chile.\",\"title\":\"A\\tquarrel\",\"date\":\"March 9, 2021\","
      "\"url\":\"https://example.org/1\",\"source\":\"Agencia X\"}\n{\"id\":\"second\",\"text\":\"Nothing.\"}\n");
  const Ran ran = run_program({"extract", directory.path().string()});
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  const auto all = lines(ran.out);
  REQUIRE(all.size() == 3);
  const Record first = record_from_json(all[0], "1");
  CHECK(first.document == "first");
  CHECK(first.title == "A quarrel");
  CHECK(first.date == "2021-03-09");
  CHECK(first.url == "https://example.org/1");
  CHECK(first.source == "Agencia X");
  REQUIRE(first.relations.size() == 1);
  CHECK(first.relations[0].relation == "criticizes");
  CHECK(record_from_json(all[1], "2").document == "second");
  const Record third = record_from_json(all[2], "3");
  CHECK(third.document == "b");
  for (const auto& entity : third.entities) CHECK(entity.name != "Bolivia");  // It stands in a link to another article.
}

TEST_CASE("offsets of evidence are those of the text as it is kept", "[cli][model]") {
  const std::string text = "MINSK, March 3. /TASS/. All is quiet on the border.\r\nPeru\u00A0supports Uruguay.\r\n";
  TemporaryDirectory directory;
  const Ran ran = run_program({"extract", directory.write("a.txt", text).string()});
  const Record record = record_from_json(lines(ran.out).at(0), "1");
  REQUIRE(record.relations.size() == 1);
  const std::string kept = "MINSK, March 3. /TASS/. All is quiet on the border.\nPeru supports Uruguay.\n";
  const auto& relation = record.relations[0];
  CHECK(kept.substr(relation.begin, relation.end - relation.begin) == "Peru supports Uruguay");
  CHECK(relation.evidence == "Peru supports Uruguay");
}

TEST_CASE("the number of threads does not show in the output", "[cli][model]") {
  std::string input;
  for (int i = 0; i < 60; ++i) {
    const std::string id = std::to_string(i % 50);  // Ten documents come twice.
    input += i % 7 == 3 ? "{broken " + id + "\n"
                        : "{\"id\":\"" + id + "\",\"text\":\"Peru supports Uruguay. Chile criticized Bolivia " + id +
                              " times.\"}\n";
  }
  const Ran one = run_program({"extract", "-", "--jobs", "1"}, input);
  CHECK(one.status == 1);
  for (const char* jobs : {"2", "5"}) {
    const Ran more = run_program({"extract", "-", "--jobs", jobs}, input);
    CHECK(more.out == one.out);
    CHECK(more.err == one.err);
    CHECK(more.status == 1);
  }
}

TEST_CASE("records are passed on, and cut by confidence", "[cli][model]") {
  const std::string records = run_program({"extract", "-"}, "{\"id\":\"a\",\"text\":\"Peru supports Uruguay.\"}\n").out;
  CHECK(run_program({"extract", "-"}, records).out == records);
  const Ran cut = run_program({"extract", "-", "--min-confidence", "1"}, records);
  CHECK(record_from_json(lines(cut.out).at(0), "1").relations.empty());
  CHECK(run_program({"extract", "-", "--min-confidence", "2"}, records).status == 2);
}

TEST_CASE("shards together give the whole", "[cli][model]") {
  std::string input;
  for (int i = 0; i < 9; ++i) input += "{\"id\":\"d" + std::to_string(i) + "\",\"text\":\"Peru supports Uruguay.\"}\n";
  auto whole = lines(run_program({"extract", "-"}, input).out);
  std::vector<std::string> parts;
  for (const char* part : {"1/2", "2/2"})
    for (const auto& line : lines(run_program({"extract", "-", "--shard", part}, input).out)) parts.push_back(line);
  CHECK(whole.size() == 9);
  CHECK_THAT(parts, Catch::Matchers::UnorderedEquals(whole));
}

TEST_CASE("output files are written whole or not at all", "[cli][model]") {
  TemporaryDirectory directory;
  const auto out = (directory / "out.jsonl").string();
  const std::string input = "{\"id\":\"a\",\"text\":\"Peru supports Uruguay.\"}\n";
  CHECK(run_program({"extract", "-", "-o", out, "--fsync"}, input).status == 0);
  CHECK(read_file(out) == run_program({"extract", "-"}, input).out);
  const Ran refused = run_program({"extract", "-", "-o", out}, input);
  CHECK(refused.status == 1);
  CHECK(refused.err == "entente: " + out + ": exists already; -O (--overwrite) replaces it\n");
  CHECK(run_program({"extract", "-", "-Oo", out}, input).status == 0);
}

TEST_CASE("parse writes CoNLL-U of the text, or without page furniture with --blocks", "[cli][model]") {
  TemporaryDirectory directory;
  const auto path = directory.write("a.txt", summit).string();
  const Ran parsed = run_program({"parse", path, "--blocks"});
  CHECK(parsed.status == 0);
  CHECK_THAT(parsed.out, Contains("# newdoc id = a") && Contains("Quispe") && !Contains("Bolivia") && !Contains("EFE"));
  CHECK_THAT(run_program({"parse", path}).out, Contains("Bolivia") && Contains("EFE"));
  std::istringstream in(parsed.out);
  CHECK(entente::nlp::read_conllu(in).sentences().size() >= 3);
}

TEST_CASE("explain shows the parse and what fired", "[cli][model]") {
  const Ran words = run_program({"explain", "Mexico", "chairs", "CELAC."});
  CHECK(words.status == 0);
  CHECK_THAT(words.out, Contains("nsubj") && Contains("chairs/verb:chair"));
  CHECK(run_program({"explain", "-"}, "Mexico chairs CELAC.").out == words.out);
  CHECK(run_program({"explain"}).status == 2);
}
