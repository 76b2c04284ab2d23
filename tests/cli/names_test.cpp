#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "entente/record.hpp"
#include "support/run_program.hpp"
#include "support/temporary_directory.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

std::string names_file(const std::string& members) {
  return "{\"format\":\"entente-names\",\"version\":1," + members + "}";
}

Record extracted(const std::string& names, const std::string& text) {
  const TemporaryDirectory directory;
  const auto ran = run_program({"extract", directory.write("d.txt", text).string(), "--names", directory.write("names.json", names).string()});
  INFO(ran.err);
  REQUIRE(ran.status == 0);
  return record_from_json(ran.out.substr(0, ran.out.find('\n')), "d");
}

const Entity* entity(const Record& record, const std::string& name) {
  const auto at = std::find_if(record.entities.begin(), record.entities.end(), [&](const Entity& e) { return e.name == name; });
  return at == record.entities.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("a user's persons and organizations are known by all their names", "[cli][model]") {
  const Record record = extracted(
      names_file("\"entities\":[{\"name\":\"Tarik Belkaid\",\"kind\":\"person\",\"country\":\"DZA\",\"aliases\":[\"Abu Nur\"]},"
                 "{\"name\":\"Sonda\",\"kind\":\"organization\",\"country\":\"PER\",\"class\":\"company\",\"aliases\":[\"Grupo Sonda Minera\"]}]"),
      "Tarik Belkaid criticized Chile on Monday. Abu Nur later met officials of Peru. The next day Mr. Belkaid praised Brazil.\n\n"
      "Grupo Sonda Minera sued Bolivia in March. Sonda accused Bolivia of fraud.\n");
  const Entity* belkaid = entity(record, "Tarik Belkaid");
  REQUIRE(belkaid != nullptr);
  CHECK(belkaid->ref == "person:tarik-belkaid");
  CHECK(belkaid->country == "DZA");
  CHECK(belkaid->names == std::vector<std::string>{"Abu Nur", "Belkaid", "Tarik Belkaid"});
  const auto sonda = std::find_if(record.entities.begin(), record.entities.end(), [](const Entity& e) { return e.ref == "org:sonda"; });
  REQUIRE(sonda != record.entities.end());
  CHECK(sonda->names == std::vector<std::string>{"Grupo Sonda Minera", "Sonda"});
  CHECK(sonda->country == "PER");
}

TEST_CASE("a user adds names to what is listed, and says which spellings are one name", "[cli][model]") {
  const Record record = extracted(names_file("\"entities\":[{\"ref\":\"country:MMR\",\"aliases\":[\"Suvannabhumi\"]}],"
                                             "\"merges\":[[\"Joakim Ferlinde\",\"Yoachim Verlind\"]]"),
                                  "Joakim Ferlinde criticized Suvannabhumi on Monday.\n\nYoachim Verlind visited Chile in March.\n");
  const Entity* ferlinde = entity(record, "Joakim Ferlinde");
  REQUIRE(ferlinde != nullptr);
  CHECK(ferlinde->names == std::vector<std::string>{"Joakim Ferlinde", "Yoachim Verlind"});
  CHECK(entity(record, "Yoachim Verlind") == nullptr);
  CHECK(std::any_of(record.entities.begin(), record.entities.end(), [](const Entity& e) { return e.ref == "country:MMR"; }));
}

TEST_CASE("explain says why names were joined", "[cli][model]") {
  const TemporaryDirectory directory;
  const std::string names = directory
                                .write("names.json", names_file("\"entities\":[{\"name\":\"Tarik Belkaid\",\"kind\":\"person\",\"aliases\":[\"Abu Nur\"]}]"))
                                .string();
  const std::string text = "Tarik Belkaid criticized Chile. Later Mr. Belkaid praised Brazil. Abu Nur met Rosa Quispe. Later Ms. Quispe visited Peru.";
  const auto with = run_program({"explain", text, "--names", names});
  CHECK_THAT(with.out, Contains("\"Abu Nur\" name (names file)"));
  CHECK_THAT(with.out, Contains("\"Belkaid\" name (surname)"));
  CHECK_THAT(with.out, Contains("\"Quispe\" name (surname)"));
  CHECK_THAT(with.out, Contains("\"Chile\" name (listed)"));
}

TEST_CASE("mistakes in a user's names are told with their place", "[cli]") {
  const TemporaryDirectory directory;
  const auto error = [&](const std::string& members) {
    const auto ran = run_program({"extract", "-", "--names", directory.write("names.json", names_file(members)).string()}, "Text.");
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    return ran.err;
  };
  CHECK_THAT(error("\"entities\":[{\"name\":\"A\",\"kind\":\"god\"}]"),
             Contains("names.json: /entities/0/kind: expected \"person\", \"organization\" or \"region\""));
  CHECK_THAT(error("\"entities\":[{\"name\":\"A\",\"kind\":\"person\",\"alias\":[\"B\"]}]"),
             Contains("/entities/0: unknown member \"alias\"; expected name, kind, id"));
  CHECK_THAT(error("\"entities\":[{\"name\":\"A\",\"kind\":\"person\",\"country\":\"Peru\"}]"),
             Contains("/entities/0/country: \"Peru\" is no ISO 3166-1 alpha-3 code"));
  CHECK_THAT(error("\"entities\":[{\"ref\":\"org:NOWHERE\",\"aliases\":[\"X\"]}]"),
             Contains("/entities/0/ref: nothing listed has the reference \"org:NOWHERE\""));
  CHECK_THAT(error("\"entities\":[{\"name\":\"A B\",\"kind\":\"person\"},{\"name\":\"C D\",\"kind\":\"person\",\"aliases\":[\"A B\"]}]"),
             Contains("/entities/1/aliases/0: \"A B\" is a name of /entities/0 too"));
  CHECK_THAT(error("\"merges\":[[\"A B\"]]"), Contains("/merges/0: expected two spellings at least"));
  CHECK_THAT(error("\"merges\":[[\"A B\",\"A C\"],[\"D E\",\"a c\"]]"), Contains("/merges/1/1: \"a c\" is in another group too"));
  const auto missing = run_program({"extract", "-", "--names", (directory / "none.json").string()}, "Text.");
  CHECK(missing.status == 1);
  CHECK_THAT(missing.err, Contains("none.json: cannot be read"));
}
