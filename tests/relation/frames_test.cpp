#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "entente/error.hpp"
#include "relation/frame.hpp"
#include "relation/function.hpp"
#include "support/source_dir.hpp"

using namespace entente;
using namespace entente::relation;

namespace {
const std::filesystem::path kData = entente::test::source_dir() / "data";

std::string error_of(const std::string& json) {
  const auto dir = std::filesystem::temp_directory_path() / "entente_frames_test";
  std::filesystem::remove_all(dir);
  std::filesystem::create_directories(dir);
  std::ofstream(dir / "r.json") << json;
  std::string what = "no error";
  try {
    Frames::load(dir, Lexicon{});
  } catch (const InputError& e) {
    what = e.what();
  }
  std::filesystem::remove_all(dir);
  return what.substr(what.rfind("r.json") == std::string::npos ? 0 : what.rfind("r.json"));
}
}  // namespace

TEST_CASE("the project's relations load, each with frames for its own name", "[relation]") {
  const auto lexicon = Lexicon::load(kData / "language" / "context.json");
  const auto frames = Frames::load(kData / "relations", lexicon);
  for (const auto& type : frames.relations()) {
    INFO(type.name);
    CHECK(std::filesystem::exists(kData / "relations" / (type.name + ".json")));
    CHECK_FALSE(type.definition.empty());
    const bool known_class = type.event_class == "cooperation" || type.event_class == "conflict" || type.event_class == "structural";
    CHECK(known_class);
    CHECK((type.quad == 0) == (type.event_class == "structural"));
  }
  REQUIRE(frames.relation("supports"));
  CHECK_FALSE(frames.triggers(frames.word("endorse")).empty());
  CHECK(frames.triggers(frames.word("nosuchword")).empty());
}

TEST_CASE("a bad frame is told with file and JSON pointer", "[relation]") {
  const std::string head = R"({"relation":"r","definition":"d","source":["person"],"target":["person"],"class":"structural","plover":null,"frames":[)";
  CHECK(error_of("{") == "r.json: byte 1: malformed JSON: Missing a name for object member.");
  CHECK(error_of(head + R"({"verb":["x"],"target":"obj"}]})") == "r.json: /frames/0: missing member \"source\"");
  CHECK(error_of(head + R"({"source":"subj","target":"obj"}]})") == "r.json: /frames/0: expected exactly one of \"verb\", \"noun\", \"adj\"");
  CHECK(error_of(head + R"({"verb":["x"],"source":"subj","target":"obj","status":"maybe"}]})") == "r.json: /frames/0/status: expected a status");
  CHECK(error_of(head + R"({"verb":["x"],"source":"subj","target":"obj","where":{"obj":["<thing>"]}}]})").starts_with("r.json: /frames/0/where/obj: expected <actor>, <wish>, <infinitive>, <blame>, <praise> or a kind"));
}

TEST_CASE("functions are read by name, all else is a preposition", "[relation]") {
  using enum Function::Kind;
  const auto path = parse_path("purpose.obj.out_of");
  REQUIRE(path.size() == 3);
  CHECK(path[0].kind == purpose);
  CHECK(path[1].kind == obj);
  CHECK(path[2].kind == prep);
  CHECK(path[2].words == std::vector<std::string>{"out", "of"});
  CHECK(parse_path("condition.subj").front().kind == condition);
}
