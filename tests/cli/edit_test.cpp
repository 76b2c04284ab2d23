#include <catch2/catch.hpp>
#include <filesystem>

#include "entente/record.hpp"
#include "support/records.hpp"
#include "support/run_program.hpp"
#include "support/temporary_directory.hpp"

using namespace entente::test;
using Catch::Matchers::Contains;
using Words = std::vector<std::string>;

namespace {

/// Records, and the network that the program builds of them.
struct Workplace {
  Workplace() {
    directory.write("a.jsonl", entente::to_json(record("a", "2020-01-01",
                                                       "Khalid Omar/p/\nIraq/c/IRQ\nKhalid Omar > supports > Iraq")) +
                                   "\n" +
                                   entente::to_json(record("b", "2020-01-02",
                                                           "K. Omar al-Tikriti/p/\nIraq/c/IRQ\n"
                                                           "K. Omar al-Tikriti > criticizes > Iraq")) +
                                   "\n");
    directory.write("c.jsonl",
                    entente::to_json(record("c", "2020-01-03", "Khalid Omar/p/IRQ\nIraq/c/IRQ\nKhalid Omar > leads > Iraq")) + "\n");
    build({"a.jsonl"});
  }
  std::string path(const char* name) const { return (directory / name).string(); }
  std::string network() const { return read_file(directory / "n.json"); }
  Ran build(const Words& inputs, const Words& more = {}) const {
    Words words{"build", "-O", "-o", path("n.json")};
    for (const auto& input : inputs) words.push_back(path(input.c_str()));
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
  }
  Ran edit(Words words) const {
    words.insert(words.begin(), {"edit", path("n.json")});
    return run_program(words);
  }
  TemporaryDirectory directory;
};

}  // namespace

TEST_CASE("a correction is carried out at once, kept beside the network and taken back", "[cli]") {
  const Workplace work;
  const std::string before = work.network();
  const auto merged = work.edit({"--merge", "Khalid Omar", "K. Omar al-Tikriti"});
  CHECK(merged.status == 0);
  CHECK(merged.err == "entente: merge Khalid Omar (person) and K. Omar al-Tikriti (person)\n");
  CHECK_THAT(work.network(), Contains("\"rule\":\"correction\""));
  CHECK(work.edit({"--list"}).out == "1  merge Khalid Omar (person) and K. Omar al-Tikriti (person)\n");
  const std::string after = work.network();
  CHECK(work.edit({"--rename", "Khalid Omar", "The General"}).status == 0);
  CHECK_THAT(work.network(), Contains("\"name\":\"The General\""));
  CHECK(work.edit({"--undo"}).status == 0);
  CHECK(work.network() == after);
  CHECK(work.edit({"--undo"}).status == 0);
  CHECK(work.network() == before);
  CHECK_FALSE(std::filesystem::exists(work.directory / "n.edits.json"));
  CHECK(work.edit({"--undo"}).status == 2);
}

TEST_CASE("build and merge carry out the corrections kept beside their output", "[cli]") {
  const Workplace work;
  work.edit({"--merge", "Khalid Omar", "K. Omar al-Tikriti"});
  const auto built = work.build({"a.jsonl", "c.jsonl"});
  CHECK(built.status == 0);
  CHECK(built.err.empty());
  const std::string whole = work.network();
  CHECK_THAT(whole, Contains("\"rule\":\"correction\""));
  CHECK(whole.find("\"id\":\"person:k-omar") == std::string::npos);
  run_program({"build", work.path("c.jsonl"), "-o", work.path("c.json")});
  run_program({"build", work.path("a.jsonl"), "-o", work.path("a.json")});
  CHECK(run_program({"merge", work.path("c.json"), work.path("a.json"), "-O", "-o", work.path("n.json")}).status == 0);
  CHECK(work.network() == whole);
  CHECK(run_program({"merge", work.path("a.json"), work.path("c.json"), "--edits", work.path("n.edits.json")}).out == whole);
  const auto idle = work.build({"c.jsonl"});
  CHECK(idle.status == 0);
  CHECK_THAT(idle.err, Contains("n.edits.json: /edits/0: not in these documents: merge Khalid Omar"));
}

TEST_CASE("an entity is split by document or by the name that documents use", "[cli]") {
  const Workplace work;
  work.build({"a.jsonl", "c.jsonl"});
  CHECK(work.edit({"--split", "Khalid Omar", "--document", "c", "--as", "Another Omar"}).status == 0);
  CHECK_THAT(work.network(), Contains("\"name\":\"Another Omar\""));
  CHECK_THAT(work.edit({"--split", "Another Omar", "--document", "c"}).err, Contains("would be left"));
  CHECK_THAT(work.edit({"--split", "K. Omar al-Tikriti", "--form", "Tikriti"}).err,
             Contains("--form: no document calls the entity 'Tikriti' in the first place; they say K. Omar al-Tikriti"));
  CHECK_THAT(work.edit({"--split", "Iraq", "--document", "d"}).err, Contains("no document 'd' in the network"));
  CHECK(work.edit({"--undo"}).status == 0);
  work.edit({"--merge", "Khalid Omar", "K. Omar al-Tikriti"});
  CHECK(work.edit({"--split", "Khalid Omar", "--form", "K. Omar al-Tikriti"}).status == 0);
  CHECK_THAT(work.network(), Contains("\"id\":\"person:khalid-omar\"") && Contains("\"id\":\"person:k-omar-al-tikriti\""));
}

TEST_CASE("an entity is given another kind, an edge is dropped, and both are taken back", "[cli]") {
  const Workplace work;
  const std::string before = work.network();
  const auto kind = work.edit({"--kind", "Khalid Omar", "organization"});
  CHECK(kind.err == "entente: Khalid Omar (person) is of kind organization\n");
  CHECK_THAT(work.network(), Contains("\"id\":\"org:khalid-omar\""));
  const std::string organization = work.network();
  const auto drop = work.edit({"--drop", "Khalid Omar", "supports", "Iraq"});
  CHECK(drop.err == "entente: drop Khalid Omar (person) supports Iraq (country)\n");
  const auto counted = [&] { return run_program({"export", work.path("n.json"), "-f", "csv-edges"}).out; };
  CHECK(counted().find("supports") == std::string::npos);
  CHECK_THAT(counted(), Contains("criticizes"));
  work.build({"c.jsonl", "a.jsonl"});
  CHECK(counted().find("supports") == std::string::npos);
  CHECK_THAT(counted(), Contains("leads"));
  work.build({"a.jsonl"});
  CHECK(work.edit({"--undo"}).status == 0);
  CHECK(work.network() == organization);
  CHECK(work.edit({"--undo"}).status == 0);
  CHECK(work.network() == before);
}

TEST_CASE("edit says what is missing or makes no sense, and changes nothing", "[cli]") {
  const Workplace work;
  const std::string before = work.network();
  const std::vector<std::pair<Words, const char*>> wrong{
      {{}, "one of --merge, --split, --rename, --kind, --drop, --list, --undo is missing"},
      {{"--merge", "--undo"}, "--merge and --undo exclude each other"},
      {{"--merge", "Khalid Omar"}, "--merge takes 2 names after the network, got 1"},
      {{"--merge", "Khalid Omar", "Khalid Omer"}, "did you mean 'Khalid Omar'?"},
      {{"--merge", "Iraq", "IRQ"}, "are one entity already"},
      {{"--split", "Iraq"}, "--split needs --form, --document or both"},
      {{"--kind", "Khalid Omar", "company"}, "no kind 'company'; there are person, organization"},
      {{"--kind", "Khalid Omar", "person"}, "is of kind person already"},
      {{"--drop", "Khalid Omar", "Iraq"}, "--drop takes 3 names after the network, got 2"},
      {{"--drop", "Khalid Omar", "attacks", "Iraq"}, "no edge attacks from 'Khalid Omar' to 'Iraq'; they have supports"},
      {{"--drop", "Iraq", "supports", "Khalid Omar"}, "no edge supports from 'Iraq' to 'Khalid Omar'"},
      {{"--rename", "Iraq", "Babylon", "--as", "X"}, "--as goes with --split"}};
  for (const auto& [words, message] : wrong) {
    const auto ran = work.edit(words);
    CHECK(ran.status == 2);
    CHECK_THAT(ran.err, Contains(message));
  }
  CHECK(work.network() == before);
  CHECK_FALSE(std::filesystem::exists(work.directory / "n.edits.json"));
  work.directory.write("n.edits.json", "{\"format\":\"entente-edits\",\"version\":1,\"edits\":[{\"edit\":\"merge\"}]}");
  const auto broken = work.build({"a.jsonl"});
  CHECK(broken.status == 1);
  CHECK_THAT(broken.err, Contains("n.edits.json: /edits/0: missing member \"entity\""));
  CHECK(work.network() == before);
}
