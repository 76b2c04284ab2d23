#include <catch2/catch.hpp>
#include <sstream>

#include "nlp/document_builder.hpp"

using namespace entente::nlp;

namespace {

// "Ana saw\n\nRio.  Go" in two sentences with white-space tokens; the second block begins after the gap at byte 12.
Document sample() {
  DocumentBuilder b("Ana saw\tRio.  Go");
  const auto add = [&](std::uint32_t begin, std::uint32_t end, std::uint32_t head, const char* pos, const char* dep, bool space) {
    b.add_token({.begin = begin, .end = end, .head = head, .lemma = b.store(b.text().substr(begin, end - begin)), .tag = "X", .pos = pos,
                 .dep = dep, .space_after = space});
  };
  add(0, 3, 1, "PROPN", "nsubj", true);
  add(4, 7, 1, "VERB", "ROOT", false);
  add(7, 8, 1, "SPACE", "dep", false);
  add(8, 11, 1, "PROPN", "dobj", false);
  add(11, 12, 1, "PUNCT", "punct", true);
  add(14, 16, 5, "VERB", "ROOT", false);
  b.add_sentence(0, 5);
  b.add_sentence(5, 6);
  b.add_entity(0, 1, "PERSON");
  b.add_entity(3, 4, "GPE");
  b.add_entity(5, 6, "ORG");
  return b.build();
}

std::string written(const Document& d) {
  std::ostringstream out;
  write_conllu(out, "a b", d);
  return out.str();
}

}  // namespace

TEST_CASE("CoNLL-U keeps every part of a document", "[nlp]") {
  const std::string first = written(sample());
  CHECK(first.find("3\t\\t\t\\t\tSPACE\tX\t_\t2\tdep\t_\tSpaceAfter=No|TokenRange=7:8\n") != std::string::npos);
  std::istringstream in(first);
  std::string id;
  const Document read = read_conllu(in, &id);
  CHECK(id == "a b");
  CHECK(written(read) == first);
  CHECK(read.text() == "Ana saw\tRio.  Go");
  REQUIRE(read.entities().size() == 3);
  CHECK(read.entities()[1].begin == 3);
  CHECK(read.entities()[2].end == 6);
  CHECK(read.tokens()[5].sentence == 1);
  CHECK(read.tokens()[5].head == 5);
}

TEST_CASE("broken CoNLL-U is refused with its line", "[nlp]") {
  const auto message = [](const std::string& text) -> std::string {
    std::istringstream in(text);
    try {
      read_conllu(in);
    } catch (const std::runtime_error& e) {
      return e.what();
    }
    return "";
  };
  const std::string good = "1\tAna\tAna\tPROPN\tNNP\t_\t0\tROOT\t_\tTokenRange=0:3\n";
  CHECK(message(good).empty());
  CHECK(message(good + "1\tb\n").find("line 2: expected 10 columns") != std::string::npos);
  CHECK(message("1\tAna\tAna\tPROPN\tNNP\t_\t0\tROOT\t_\t_\n").find("line 1: TokenRange is missing") != std::string::npos);
  CHECK(message(good + "2\tb\tb\tX\tX\t_\t9\tdep\t_\tTokenRange=4:5\n").find("outside its sentence") != std::string::npos);
  CHECK(message(good + "2\tb\tb\tX\tX\t_\t1\tdep\t_\tTokenRange=1:2\n").find("backwards") != std::string::npos);
  CHECK(message("# newdoc id = a\n# newdoc id = b\n").find("second document") != std::string::npos);
}
