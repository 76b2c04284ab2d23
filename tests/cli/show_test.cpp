#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "cli/program.hpp"
#include "support/records.hpp"
#include "support/run_program.hpp"
#include "support/temporary_directory.hpp"

using namespace entente::test;
using Catch::Matchers::Contains;
using Words = std::vector<std::string>;

namespace {

std::string sample() {
  return file_of(network({record("d1", "2020-02-05",
                                 "Sergei Lavrov/p/RUS = Lavrov\nRussia/c/RUS\nCELAC/o/\nMexico/c/MEX\n"
                                 "Sergei Lavrov > holds_office_in > Russia\nMexico > chairs > CELAC\n"
                                 "Russia > criticizes > Mexico [possible] by Sergei Lavrov"),
                          record("d2", "2020-02-06", "Mexico/c/MEX\nCELAC/o/\nMexico > chairs > CELAC")}));
}

Ran show(Words words) {
  const TemporaryDirectory directory;
  words.insert(words.begin(), {"show", directory.write("n.json", sample()).string()});
  return run_program(words);
}

}  // namespace

TEST_CASE("a dossier has relation, status, claimant, dates, documents, confidence and sentence", "[cli]") {
  const auto ran = show({"mexico"});
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out ==
        "Mexico\ncountry, MEX; in 2 documents, 2020-02-05 to 2020-02-06\nView: the whole network\n"
        "\nConflict\n"
        "  Russia criticizes Mexico (possible; 1 document, 2020-02-05; confidence 0.9)\n"
        "    d1, 2020-02-05, sentence 3: possible, claimed by Sergei Lavrov, confidence 0.9\n"
        "      Yesterday, **Russia criticizes Mexico.** So it was.\n"
        "\nStructural\n"
        "  Mexico chairs CELAC (asserted; 2 documents, 2020-02-05 to 2020-02-06; confidence 0.9)\n"
        "    d1, 2020-02-05, sentence 2: asserted, confidence 0.9\n"
        "      Yesterday, **Mexico chairs CELAC.** So it was.\n"
        "    d2, 2020-02-06, sentence 1: asserted, confidence 0.9\n"
        "      Yesterday, **Mexico chairs CELAC.** So it was.\n");
  CHECK_THAT(show({"Mexico", "--pieces", "1"}).out, Contains("and 1 more piece of evidence"));
}

TEST_CASE("between two actors only what relates them is shown", "[cli]") {
  const auto ran = show({"Mexico", "RUS", "-f", "csv"});
  CHECK(ran.out ==
        "source,relation,target,class,status,claimed_by,confidence,document,date,title,url,sentence,words,passage\n"
        "RUS,criticizes,MEX,conflict,possible,person:sergei-lavrov,0.9,d1,2020-02-05,,,2,Russia criticizes Mexico.,"
        "\"Yesterday, Russia criticizes Mexico. So it was.\"\n");
  const auto none = show({"Lavrov", "CELAC"});
  CHECK(none.status == 1);
  CHECK_THAT(none.err, Contains("no relation between Sergei Lavrov and CELAC in the whole network"));
  CHECK(none.out.empty());
}

TEST_CASE("a dossier as JSON holds the parts of the sentence", "[cli]") {
  rapidjson::Document json;
  json.Parse(show({"Lavrov", "-f", "json"}).out.c_str());
  REQUIRE_FALSE(json.HasParseError());
  const auto& evidence = json["relations"][0]["evidence"][0];
  CHECK(std::string(evidence["before"].GetString()) == "Yesterday, ");
  CHECK(std::string(evidence["words"].GetString()) == "Sergei Lavrov holds_office_in Russia.");
  CHECK(std::string(evidence["after"].GetString()) == " So it was.");
  CHECK(std::string(json["entities"][0]["id"].GetString()) == "person:sergei-lavrov");
}

TEST_CASE("markdown is escaped and its words are strong", "[cli]") {
  const auto ran = show({"Lavrov", "-f", "markdown"});
  CHECK_THAT(ran.out, Contains("# Sergei Lavrov\n"));
  CHECK_THAT(ran.out, Contains("**Sergei Lavrov holds\\_office\\_in Russia** (asserted"));
  CHECK_THAT(ran.out, Contains("  > Yesterday, **Sergei Lavrov holds\\_office\\_in Russia.** So it was."));
}

TEST_CASE("words are bold on a terminal only, and never in a file", "[cli]") {
  const TemporaryDirectory directory;
  const std::string file = directory.write("n.json", sample()).string(), out_file = (directory / "d.txt").string();
  const auto run = [](const Words& words) {
    std::istringstream in;
    std::ostringstream out, err;
    CHECK(entente::cli::run_catching(words, {in, out, err, false, true}) == 0);
    return out.str();
  };
  CHECK_THAT(run({"show", file, "CELAC"}), Contains("Yesterday, \x1b[1mMexico chairs CELAC.\x1b[0m So"));
  run({"show", file, "CELAC", "-o", out_file});
  CHECK(read_file(out_file).find('\x1b') == std::string::npos);
}

TEST_CASE("unknown or missing names are misuse, with suggestions", "[cli]") {
  const auto unknown = show({"Mexiko"});
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.err, Contains("no entity 'Mexiko' in the network; did you mean 'Mexico'?"));
  const auto missing = show({});
  CHECK(missing.status == 2);
  CHECK_THAT(missing.err, Contains("show: NAME is missing"));
}

TEST_CASE("the views' options hold for a dossier", "[cli]") {
  CHECK_THAT(show({"Mexico", "--class", "conflict"}).out, !Contains("chairs"));
  CHECK_THAT(show({"Mexico", "--since", "2020-02-06"}).out, !Contains("d1"));
  const auto folded = show({"Lavrov", "--collapse", "country"});
  CHECK_THAT(folded.out, Contains("Russia criticizes Mexico"));
  const auto nothing = show({"CELAC", "--class", "conflict"});
  CHECK(nothing.status == 1);
  CHECK_THAT(nothing.err, Contains("no relation of CELAC in class conflict"));
}
