#include "nlp/tokenizer.hpp"

#include <catch2/catch.hpp>

#include "nlp/hash.hpp"
#include "nlp/model.hpp"

using namespace entente::nlp;

namespace {

struct Setup {
  NormTable norms = NormTable::load(model_dir());
  Tokenizer tokenizer = Tokenizer::load(model_dir());
  Tokenizer::Cache cache{norms};

  std::vector<TokenSlot> run(std::string_view text) {
    std::vector<TokenSlot> out;
    tokenizer.tokenize(text, 0, static_cast<std::uint32_t>(text.size()), cache, out);
    return out;
  }

  /// The tokens joined by "|"; "_" after a token that a space follows.
  std::string split(std::string_view text) {
    std::string out;
    for (const TokenSlot& token : run(text)) {
      if (!out.empty()) out += '|';
      out += token.lexeme->text;
      CHECK(text.substr(token.begin, token.lexeme->text.size()) == token.lexeme->text);
      if (token.space_after) out += '_';
    }
    return out;
  }
};

}  // namespace

TEST_CASE("texts fall into spaCy's tokens", "[nlp]") {
  Setup setup;
  CHECK(setup.split("") == "");
  CHECK(setup.split("Don't go, Mr. Lavrov.") == "Do|n't_|go|,_|Mr._|Lavrov|.");
  CHECK(setup.split("(\"U.S.-based\")") == "(|\"|U.S.-based|\"|)");
  CHECK(setup.split("pays $5m/10km, well-known") == "pays_|$|5m/10|km|,_|well|-|known");
  CHECK(setup.split("see http://a.example/b?c=d, or me@x.org.") == "see_|http://a.example/b?c=d|,_|or_|me@x.org|.");
  CHECK(setup.split("end.Next and/or 1990-91…") == "end|.|Next_|and/or_|1990|-|91|…");
  CHECK(setup.split("the EU's, they’re") == "the_|EU|'s|,_|they|’re");
}

TEST_CASE("white space beyond single spaces is tokens", "[nlp]") {
  Setup setup;
  CHECK(setup.split("a  b") == "a_| |b");
  CHECK(setup.split(" a ") == " |a_");
  CHECK(setup.split("a\n\n b\t") == "a|\n\n |b|\t");
  CHECK(setup.split("a\u00a0b") == "a|\u00a0|b");
}

TEST_CASE("special cases torn apart by affixes are put together again", "[nlp]") {
  Setup setup;
  CHECK(setup.split("(now...:-)") == "(|now|...|:-|)");
  CHECK(setup.split("either—and/or—both") == "either|—|and/or|—|both");
  CHECK(setup.split("since...Jan. 5") == "since|...|Jan._|5");
  CHECK(setup.split("either/and / or") == "either|/|and_|/_|or");
}

TEST_CASE("tokens carry norms: their own, a special case's, or the table's", "[nlp]") {
  Setup setup;
  const auto tokens = setup.run("Can't “colour” they’ve €5 Moscow");
  REQUIRE(tokens.size() == 10);
  const auto norm = [&](std::size_t i) { return tokens[i].norm; };
  CHECK(norm(0) == string_id("can"));
  CHECK(norm(1) == string_id("not"));
  CHECK(norm(2) == string_id("\""));
  CHECK(norm(3) == string_id("color"));
  CHECK(norm(6) == string_id("have"));
  CHECK(norm(7) == string_id("$"));
}

TEST_CASE("a token's attributes do not depend on what was tokenized before", "[nlp]") {
  Setup fresh, used;
  used.split("Don't can't cannot (re-)join ... gonna's");
  CHECK(fresh.split("cannot re-join; don't") == used.split("cannot re-join; don't"));
}
