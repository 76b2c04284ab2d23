#include "text/unglue.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace {
/// Pieces as strings; furniture in angle brackets.
std::vector<std::string> pieces(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& piece : entente::unglue(text)) {
    const auto words = text.substr(piece.begin, piece.end - piece.begin);
    out.push_back(piece.furniture ? "<" + words + ">" : words);
  }
  return out;
}
using Strings = std::vector<std::string>;
}  // namespace

TEST_CASE("sentences stuck together are parted", "[text]") {
  CHECK(pieces("The talks in Quito have ended without an accord.The envoys left at dawn.") ==
        Strings{"The talks in Quito have ended without an accord.", "The envoys left at dawn."});
  CHECK(pieces("He spoke of “a new order of things.”In this regard, the envoy stayed silent.") ==
        Strings{"He spoke of “a new order of things.”", "In this regard, the envoy stayed silent."});
  CHECK(pieces("She called the plan \"a step back for us.\"He did not reply to her.") ==
        Strings{"She called the plan \"a step back for us.\"", "He did not reply to her."});
  CHECK(pieces("The envoy would not be drawn on the date.\"We shall see,\" he said.") ==
        Strings{"The envoy would not be drawn on the date.", "\"We shall see,\" he said."});
  CHECK(pieces("Exports to the union rose by 3.8%.According to the ministry, that is a record.").size() == 2);
}

TEST_CASE("credits, menus and teasers stuck to sentences are furniture", "[text]") {
  CHECK(pieces("/ Go to the mediabankThe two envoys shake hands in Lima on Monday. File photo / Go to the mediabank") ==
        Strings{"</ Go to the mediabank>", "The two envoys shake hands in Lima on Monday.", "<File photo>",
                "</ Go to the mediabank>"});
  CHECK(pieces("AnalysisAmericasOpinionAna RuizThe minister announced the plan in May.") ==
        Strings{"<AnalysisAmericasOpinionAna Ruiz>", "The minister announced the plan in May."});
  CHECK(pieces("Grain sales doubled last year, said the minister.MarketsOil Prices Fall in Third Week of Trading3 May, "
               "10:05 GMTHe added that more would follow.") ==
        Strings{"Grain sales doubled last year, said the minister.",
                "<MarketsOil Prices Fall in Third Week of Trading3 May, 10:05 GMT>",
                "He added that more would follow."});
}

TEST_CASE("names, addresses and short forms are not parted", "[text]") {
  for (const std::string text :
       {"The firms AstraZeneca and TotalEnergies met officials of the U.S.A. and WikiLeaks in St.Petersburg.",
        "The ministry's site, www.ministry.example, was down, as was ministry.Com for a day.",
        "He met Gen.Smith and Sen.Ruiz at the Ph.D.Hall.",
        "McDonald, DeSantis and MacArthur signed the letter at the OpenAI office.",
        "The 3.5G network and version 2.Beta are in use.", "LinkedIn and the others were asked to reply."}) {
    INFO(text);
    CHECK(pieces(text) == Strings{text});
  }
}
