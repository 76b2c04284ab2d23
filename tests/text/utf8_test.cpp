#include "text/utf8.hpp"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("invalid UTF-8 is found at its first byte", "[text]") {
  CHECK_FALSE(first_invalid_utf8("").has_value());
  CHECK_FALSE(first_invalid_utf8("plain text, longer than eight bytes").has_value());
  CHECK_FALSE(first_invalid_utf8("Bárcena — Türkiye \U0001F600 \u07FF \uFFFD \U0010FFFF").has_value());
  CHECK(first_invalid_utf8("0123456789\xff") == 10);
  CHECK(first_invalid_utf8("Jos\xe9 Maria") == 3);      // Latin-1
  CHECK(first_invalid_utf8("a\xc0\x80") == 1);          // overlong
  CHECK(first_invalid_utf8("a\xe0\x9f\xbf") == 1);      // overlong
  CHECK(first_invalid_utf8("a\xed\xa0\x80") == 1);      // surrogate
  CHECK(first_invalid_utf8("a\xf4\x90\x80\x80") == 1);  // over U+10FFFF
  CHECK(first_invalid_utf8("ab\xe2\x80") == 2);         // cut off
  CHECK(first_invalid_utf8("\x80") == 0);
}

TEST_CASE("each ill-formed sequence is replaced once", "[text]") {
  CHECK(replace_invalid_utf8("Jos\xe9 Maria") == "Jos\uFFFD Maria");
  CHECK(replace_invalid_utf8("\xf0\x9f\x98 x") == "\uFFFD x");
  CHECK(replace_invalid_utf8("\xff\xff") == "\uFFFD\uFFFD");
  CHECK(replace_invalid_utf8("é") == "é");
}

TEST_CASE("text is kept with plain spaces and line ends and without marks that hide in words", "[text]") {
  CHECK(normalized("\uFEFFone\r\ntwo\rthree\n") == "one\ntwo\nthree\n");
  CHECK(normalized("Lav\u00ADrov\u200B met\u00A0Qin\u202FGang") == "Lavrov met Qin Gang");
  CHECK(normalized("a\x01z\x0C"
                   "b\tc") == "a z\nb\tc");
  CHECK(normalized("\uFB01nal o\uFB03ce") == "final office");
  CHECK(normalized("Rodri\u0301guez") == "Rodríguez");
  CHECK(normalized("“Müller” – ok") == "“Müller” – ok");
}

TEST_CASE("the digest is FNV-1a in hexadecimal", "[text]") {
  CHECK(digest("") == "cbf29ce484222325");
  CHECK(digest("a") == "af63dc4c8601ec8c");
  CHECK(digest("foobar") == "85944171f73967e8");
}
