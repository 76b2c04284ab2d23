#include <catch2/catch.hpp>

#include "entente/nlp.hpp"
#include "nlp/hash.hpp"
#include "nlp/regex.hpp"
#include "nlp/unicode.hpp"

using namespace entente::nlp;

TEST_CASE("strings have spaCy's ids", "[nlp]") {
  CHECK(string_id("") == 0);
  CHECK(string_id("hello") == 5983625672228268878U);
  CHECK(string_id("Moscow") == 13549936205470267463U);
  CHECK(string_id("internationally") == 11070640195767574431U);
  CHECK(string_id("éà") == 4596599605894580208U);
  // Reserved symbols are numbered; words that spell one share its number.
  CHECK(string_id("agent") == 401);
  CHECK(string_id("FLAG19") == 19);
  CHECK(string_id("FLAG64") == 1510155025906635710U);
  CHECK(string_id("DEPRECATED001") == 104);
  CHECK(string_id("DEPRECATED277") == 3599742205655016057U);
}

TEST_CASE("letters are folded as Python folds them", "[nlp]") {
  CHECK(lower("MOSCOW, Čeština") == "moscow, čeština");
  CHECK(lower("İstanbul") == "i\u0307stanbul");
  CHECK(lower("ΣΊΣΥΦΟΣ ΣΟΦΟΣ.") == "σίσυφος σοφος.");
  CHECK(lower("Σ") == "σ");
}

TEST_CASE("word shapes", "[nlp]") {
  CHECK(word_shape("Lavrov") == "Xxxxx");
  CHECK(word_shape("C4.5-²a") == "Xd.d-dx");
  CHECK(word_shape("10,000") == "dd,ddd");
  CHECK(word_shape("Çüß東") == "Xxxx");
  CHECK(word_shape(std::string(100, 'a')) == "LONG");
  CHECK(word_shape(std::string(99, 'a')) == "xxxx");
}

TEST_CASE("invalid UTF-8 is found at its byte", "[nlp]") {
  CHECK(valid_utf8_prefix("naïve") == 6);
  CHECK(valid_utf8_prefix("ab\xff") == 2);
  CHECK(valid_utf8_prefix("ab\xc3") == 2);
  CHECK(valid_utf8_prefix("\xed\xa0\x80") == 0);  // a surrogate
}

TEST_CASE("Python's regular expressions keep their meaning", "[nlp]") {
  RegexScratch scratch;
  const auto finds = [&](const char* pattern, std::string_view text) { return Regex(pattern).search(text, scratch).has_value(); };
  CHECK(finds("^\\s$", "\x1c"));
  CHECK_FALSE(finds("\\s", "\u180e"));
  CHECK(finds("^[^\\S]$", "\u2009"));
  CHECK(finds("^\\w+$", "é東2_"));
  CHECK(finds("^\\d$", "٣"));
  CHECK(finds("[\\u00A6-\\u00a9]", "§"));
  CHECK(finds("[\\U0001F300-\\U0001F3FA]", "\U0001F34E"));
  CHECK(finds("(?u)^a{,2}$", "aa"));
  CHECK(finds("^[[:a]+$", "[a:"));
  CHECK(finds("a$", "a\n"));
  CHECK_FALSE(finds("a\\Z", "a\n"));
  CHECK_FALSE(Regex("b", Regex::Anchor::start).search("ab", scratch).has_value());
  CHECK_THROWS_AS(Regex("(a"), ModelError);
  CHECK_THROWS_AS(Regex("\\q"), ModelError);
}
