#include <catch2/catch.hpp>

#include "entente/error.hpp"
#include "entente/record.hpp"

using namespace entente;

namespace {
std::string error_of(std::string_view line) {
  try {
    record_from_json(line, "r.jsonl:3");
  } catch (const InputError& e) {
    return e.what();
  }
  return "none";
}
}  // namespace

TEST_CASE("a record comes back from its JSON as it was written", "[relation]") {
  Record record;
  record.document = "d\t1";
  record.title = "A \"quoted\" title\nof two lines";
  record.date = "2020-02-05";
  record.digest = "00ff00ff00ff00ff";
  record.sentences = 3;
  record.tokens = 40;
  record.entities = {{"e1", "Nicolás Maduro", Kind::person, {"Maduro", "Nicolás Maduro"}, "VEN", ""},
                     {"e2", "CELAC", Kind::organization, {"CELAC"}, "", "org:CELAC"}};
  record.relations = {{"e1", "supports", "e2", Status::planned, "e1", 2, "Maduro backs CELAC", 10, 28, 0.1,
                       "supports/verb:back", true}};
  record.passages = {{2, 4, "Today Maduro backs CELAC."}};
  const std::string line = to_json(record);
  CHECK(line.find('\n') == std::string::npos);
  CHECK(line.find('\t') == std::string::npos);
  CHECK(line.find("\"confidence\":0.1,") != std::string::npos);
  const Record again = record_from_json(line, "x");
  CHECK(to_json(again) == line);
  CHECK(again.relations.at(0).some);
  CHECK(again.relations.at(0).claimed_by == "e1");
  CHECK(again.entities.at(1).ref == "org:CELAC");
  REQUIRE(again.passages.size() == 1);
  CHECK(again.passages[0].text.substr(6, 18) == again.relations[0].evidence);
  CHECK(again.title == record.title);
}

TEST_CASE("optional members of a record may be missing or null", "[relation]") {
  const Record record = record_from_json(
      R"({"document":"d","entities":[{"id":"a","name":"A","kind":"country","names":["B","A","A"],"country":null}],)"
      R"("relations":[{"source":"a","relation":"visits","target":"a","claimed_by":null,"unknown":[1]}],"more":{}})",
      "x");
  CHECK(record.relations.at(0).status == Status::asserted);
  CHECK(record.relations.at(0).confidence == 1.0);
  CHECK(record.entities.at(0).names == std::vector<std::string>{"A", "B"});
}

TEST_CASE("a malformed record is an error with its place", "[relation]") {
  CHECK(error_of(R"({"document":"d",)").substr(0, 18) == "r.jsonl:3: byte 16");
  CHECK(error_of(R"([1])") == "r.jsonl:3: found an array, expected an object");
  CHECK(error_of(R"({"document":"d","entities":[]})") == "r.jsonl:3: missing member \"relations\"");
  CHECK(error_of(R"({"document":"d","entities":[{"id":"a","name":"A","kind":"planet"}],"relations":[]})") ==
        "r.jsonl:3: /entities/0/kind: unknown kind \"planet\"");
  CHECK(
      error_of(
          R"({"document":"d","entities":[{"id":"a","name":"A","kind":"place"},{"id":"a","name":"A","kind":"place"}],"relations":[]})") ==
      "r.jsonl:3: /entities/1/id: entity id \"a\" twice");
  CHECK(
      error_of(
          R"({"document":"d","entities":[{"id":"a","name":"A","kind":"place"}],"relations":[{"source":"a","relation":"visits","target":"b"}]})") ==
      "r.jsonl:3: /relations/0/target: no entity \"b\" in this record");
  CHECK(error_of(R"({"document":"d","entities":[],"relations":[7]})") ==
        "r.jsonl:3: /relations/0: found a number, expected an object");
  CHECK(error_of("{\"document\":\"\xff\",\"entities\":[],\"relations\":[]}").find("malformed JSON") !=
        std::string::npos);
  CHECK(error_of(std::string(1000000, '[')).find("malformed JSON") != std::string::npos);
}
