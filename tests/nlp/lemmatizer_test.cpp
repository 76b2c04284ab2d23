#include "nlp/lemmatizer.hpp"

#include <catch2/catch.hpp>

#include "nlp/model.hpp"

TEST_CASE("lemmas follow part of speech and features", "[nlp]") {
  const auto lemmatizer = entente::nlp::Lemmatizer::load(model_dir());
  const auto lemma = [&](const char* text, const char* pos, const char* morph = "") { return lemmatizer.lemma(text, pos, morph); };
  CHECK(lemma("Ministers", "NOUN", "Number=Plur") == "minister");
  CHECK(lemma("Minister", "NOUN", "Number=Sing") == "minister");
  CHECK(lemma("met", "VERB", "Tense=Past|VerbForm=Fin") == "meet");
  CHECK(lemma("visiting", "VERB", "Aspect=Prog|Tense=Pres|VerbForm=Part") == "visit");
  CHECK(lemma("agrees", "VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin") == "agree");
  CHECK(lemma("larger", "ADJ", "Degree=Cmp") == "large");
  CHECK(lemma("parties", "NOUN", "Number=Plur") == "party");
  CHECK(lemma("Moscow", "PROPN", "Number=Sing") == "Moscow");
  CHECK(lemma("“", "PUNCT") == "\"");
  CHECK(lemma("Of", "ADP") == "of");
  CHECK(lemma("\n", "SPACE") == "\n");
  CHECK(lemma("Zzqxes", "VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin") == "zzqxe");
}
