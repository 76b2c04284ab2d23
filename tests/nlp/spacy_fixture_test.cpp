#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <sstream>

#include "entente/nlp.hpp"
#include "nlp/model.hpp"
#include "support/source_dir.hpp"

using namespace entente::nlp;

namespace {

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

// tests/nlp/spacy.conllu holds what spaCy 3.8 says of the example articles; after changing those, write it anew:
//   scripts/conformance --save tests/nlp/spacy.conllu examples/*.txt
TEST_CASE("the example articles are analysed as spaCy does", "[nlp]") {
  const std::filesystem::path root = entente::test::source_dir();
  const Pipeline pipeline = Pipeline::load(model_dir());
  const std::string expected = read(root / "tests/nlp/spacy.conllu"), mark = "# newdoc id = ";
  std::size_t documents = 0, tokens = 0;
  for (std::size_t begin = expected.find(mark); begin != std::string::npos; ++documents) {
    const std::size_t end = std::min(expected.find(mark, begin + 1), expected.size());
    std::istringstream answer(expected.substr(begin, end - begin));
    const std::string id = answer.str().substr(mark.size(), answer.str().find('\n') - mark.size());
    std::ostringstream written;
    const Document document = pipeline.parse(read(root / "examples" / (id + ".txt")));
    write_conllu(written, id, document);
    tokens += document.tokens().size();
    std::istringstream ours(written.str());
    std::string our_line, their_line;
    for (std::size_t line = 1; std::getline(answer, their_line); ++line) {
      std::getline(ours, our_line);
      INFO("document " << id << ", line " << line);
      REQUIRE(our_line == their_line);
    }
    CHECK_FALSE(std::getline(ours, our_line));
    begin = end == expected.size() ? std::string::npos : end;
  }
  CHECK(documents == 10);
  CHECK(tokens > 3000);
}
