// data/schema describes every JSON file: what the program writes and reads, and its own data.
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>
#include <string>

#include "support/run_program.hpp"
#include "support/source_dir.hpp"
#include "support/temporary_directory.hpp"

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

const std::filesystem::path root = source_dir();

/// Where and by what `text` breaks the schema; empty where it does not.
std::string broken(const std::string& schema_name, const std::string& text) {
  rapidjson::Document schema_text, document;
  schema_text.Parse(read_file(root / "data" / "schema" / (schema_name + ".schema.json")).c_str());
  REQUIRE_FALSE(schema_text.HasParseError());
  document.Parse(text.c_str());
  if (document.HasParseError()) return "no JSON";
  const rapidjson::SchemaDocument schema(schema_text);
  rapidjson::SchemaValidator validator(schema);
  if (document.Accept(validator)) return "";
  rapidjson::StringBuffer where;
  validator.GetInvalidDocumentPointer().Stringify(where);
  return std::string(where.GetString()) + " " + validator.GetInvalidSchemaKeyword();
}

void check_lines(const std::string& schema, const std::string& text) {
  std::istringstream lines(text);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    INFO(line);
    CHECK(broken(schema, line) == "");
  }
  CHECK(count > 0);
}

}  // namespace

TEST_CASE("the example records and network are what their schemas say", "[cli]") {
  check_lines("record", read_file(root / "graphs" / "examples.jsonl"));
  CHECK(broken("network", read_file(root / "graphs" / "examples.json")) == "");
}

TEST_CASE("every relation is what its schema says", "[cli]") {
  for (const auto& file : std::filesystem::directory_iterator(root / "data" / "relations")) {
    INFO(file.path().string());
    CHECK(broken("relation", read_file(file.path())) == "");
  }
}

TEST_CASE("the lists of words are what their schemas say", "[cli]") {
  CHECK(broken("context", read_file(root / "data" / "language" / "context.json")) == "");
  CHECK(broken("cues", read_file(root / "data" / "entities" / "cues.json")) == "");
}

TEST_CASE("corrections and errors are what their schemas say", "[cli]") {
  const TemporaryDirectory directory;
  const std::string network = directory.write("n.json", read_file(root / "graphs" / "examples.json")).string();
  CHECK(run_program({"edit", network, "--merge", "Chile", "Peru"}).status == 0);
  CHECK(run_program({"edit", network, "--split", "Chile", "--form", "Peru", "--as", "The Other"}).status == 0);
  CHECK(run_program({"edit", network, "--rename", "Chile", "The One"}).status == 0);
  CHECK(run_program({"edit", network, "--kind", "Ximena Carvallo", "organization"}).status == 0);
  CHECK(run_program({"edit", network, "--drop", "China", "attacks", "Philippines"}).status == 0);
  CHECK(broken("edits", read_file(directory / "n.edits.json")) == "");
  CHECK(broken("network", read_file(network)) == "");
  const auto failed = run_program({"build", directory.write("r.jsonl", "{\"document\":1}\n").string()});
  CHECK(failed.status == 1);
  check_lines("error", failed.err.substr(0, failed.err.find('\n') + 1));
}

TEST_CASE("the names of a user, as the documentation shows them, are what their schema says and are read", "[cli][model]") {
  const std::string formats = read_file(root / "docs" / "formats.md");
  const auto begin = formats.find("{\"format\": \"entente-names\""), end = formats.find("\n\n", begin);
  REQUIRE(end != std::string::npos);
  const std::string names = formats.substr(begin, end - begin);
  CHECK(broken("names", names) == "");
  const TemporaryDirectory directory;
  const auto ran = run_program({"explain", "--names", directory.write("names.json", names).string(), "Grupo Sonda sued Bolivia."});
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, Contains("Grupo Sonda"));
}

TEST_CASE("schemas refuse what is not as they say", "[cli]") {
  CHECK(broken("record", "{\"document\":\"d\",\"sentences\":1,\"tokens\":1,\"entities\":[],\"relations\":[{}]}") != "");
  CHECK(broken("network", "{\"format\":\"entente-network\",\"version\":2}") != "");
  CHECK(broken("edits", "{\"format\":\"entente-edits\",\"version\":1,\"edits\":[{\"edit\":\"drop\",\"entity\":{}}]}") != "");
  CHECK(broken("names", "{\"format\":\"entente-names\",\"version\":1,\"entities\":[{\"name\":\"A\"}]}") != "");
  CHECK(broken("relation", "{\"relation\":\"x\"}") != "");
  CHECK(broken("error", "{\"error\":\"\"}") != "");
}

TEST_CASE("every file has its schema, and docs/formats.md names it", "[cli]") {
  const std::string formats = read_file(root / "docs" / "formats.md");
  for (const auto& file : std::filesystem::directory_iterator(root / "data" / "schema"))
    CHECK_THAT(formats, Contains(file.path().filename().string()));
}
