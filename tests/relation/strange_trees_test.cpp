#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <numeric>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "entente/extractor.hpp"
#include "relation/tree.hpp"
#include "support/source_dir.hpp"

using namespace entente;

namespace {

using Row = std::vector<std::string>;  // the columns of a CoNLL-U line
constexpr std::size_t kHead = 6, kDep = 7;

std::vector<std::vector<Row>> sentences(const std::filesystem::path& conllu) {
  std::ifstream in(conllu);
  REQUIRE(in);
  std::vector<std::vector<Row>> found(1);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# newdoc") && found.size() > 1) break;  // one document is enough
    if (line.empty()) found.emplace_back();
    if (line.empty() || line.front() == '#') continue;
    std::istringstream columns(line);
    Row row;
    for (std::string column; std::getline(columns, column, '\t');) row.push_back(column);
    found.back().push_back(row);
  }
  std::erase_if(found, [](const auto& sentence) { return sentence.empty(); });
  return found;
}

/// Gives a share of the tokens another head and another label, so that the sentence still is one tree.
void disturb(std::vector<Row>& sentence, const std::vector<std::string>& labels, std::mt19937& random) {
  const auto below = [&](std::size_t n) { return std::size_t{random()} % n; };
  const auto head = [&](std::size_t token) { return std::stoul(sentence[token][kHead]); };
  const auto is_above = [&](std::size_t ancestor, std::size_t token) {
    while (token != ancestor && head(token) != 0) token = head(token) - 1;
    return token == ancestor;
  };
  for (std::size_t token = 0; token < sentence.size(); ++token) {
    if (head(token) == 0 || below(3) != 0) continue;
    if (const std::size_t to = below(sentence.size()); !is_above(token, to)) sentence[token][kHead] = std::to_string(to + 1);
    sentence[token][kDep] = labels[below(labels.size())];
  }
}

std::string text_of(const std::vector<std::vector<Row>>& all) {
  std::string text = "# newdoc id = strange\n";
  std::size_t number = 0;
  for (const auto& sentence : all) {
    text += "# sent_id = " + std::to_string(++number) + "\n";
    for (const auto& row : sentence)
      for (std::size_t column = 0; column < row.size(); ++column) text += row[column] + (column + 1 < row.size() ? '\t' : '\n');
    text += '\n';
  }
  return text;
}

}  // namespace

// A participle taken for a past tense sends the search for its subject back to the noun it started from.
TEST_CASE("the search for a subject ends where it leads back to its start", "[relation]") {
  const Extractor extractor(test::source_dir() / "data");
  std::istringstream in(
      "# newdoc id = circle\n"
      "# sent_id = 1\n"
      "1\tAna\tAna\tPROPN\tNNP\t_\t2\tcompound\t_\tTokenRange=0:3\n"
      "2\tTorres\tTorres\tPROPN\tNNP\t_\t3\tnsubj\t_\tTokenRange=4:10\n"
      "3\tis\tbe\tAUX\tVBZ\t_\t0\tROOT\t_\tTokenRange=11:13\n"
      "4\ta\ta\tDET\tDT\t_\t5\tdet\t_\tTokenRange=14:15\n"
      "5\tmember\tmember\tNOUN\tNN\t_\t3\tattr\t_\tTokenRange=16:22\n"
      "6\tof\tof\tADP\tIN\t_\t5\tprep\t_\tTokenRange=23:25\n"
      "7\tthe\tthe\tDET\tDT\t_\t9\tdet\t_\tTokenRange=26:29|NER=B-ORG\n"
      "8\tNational\tNational\tPROPN\tNNP\t_\t9\tcompound\t_\tTokenRange=30:38|NER=I-ORG\n"
      "9\tCouncil\tCouncil\tPROPN\tNNP\t_\t6\tpobj\t_\tSpaceAfter=No|TokenRange=39:46|NER=I-ORG\n"
      "10\t,\t,\tPUNCT\t,\t_\t3\tpunct\t_\tTokenRange=46:47\n"
      "11\ta\ta\tDET\tDT\t_\t13\tdet\t_\tTokenRange=48:49\n"
      "12\tshadow\tshadow\tNOUN\tNN\t_\t13\tcompound\t_\tTokenRange=50:56\n"
      "13\tadministration\tadministration\tNOUN\tNN\t_\t3\tattr\t_\tTokenRange=57:71\n"
      "14\tset\tset\tVERB\tVBD\t_\t13\tacl\t_\tTokenRange=72:75\n"
      "15\tup\tup\tADP\tRP\t_\t14\tprt\t_\tTokenRange=76:78\n"
      "16\tby\tby\tADP\tIN\t_\t14\tagent\t_\tTokenRange=79:81\n"
      "17\tChile\tChile\tPROPN\tNNP\t_\t16\tpobj\t_\tSpaceAfter=No|TokenRange=82:87|NER=B-GPE\n"
      "18\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\tSpaceAfter=No|TokenRange=87:88\n"
      "\n");
  const nlp::Document document = nlp::read_conllu(in);
  Article article;
  article.id = "circle";
  article.text = document.text();
  segment(article);
  CHECK(extractor.extract(article, document).relations.size() >= 1);
}

// The parser is wrong now and then; whatever tree it gives, the extractor must come to an end, and with a sound record.
TEST_CASE("any dependency tree can be read", "[relation]") {
  const Extractor extractor(test::source_dir() / "data");
  const auto original = sentences(test::source_dir() / "tests/nlp/spacy.conllu");
  std::set<std::string> labels_seen;
  for (const auto& sentence : original)
    for (const auto& row : sentence)
      if (row[kDep] != "ROOT") labels_seen.insert(row[kDep]);
  const std::vector<std::string> labels(labels_seen.begin(), labels_seen.end());
  for (unsigned seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    auto strange = original;
    for (auto& sentence : strange) disturb(sentence, labels, random);
    std::istringstream in(text_of(strange));
    const nlp::Document document = nlp::read_conllu(in);
    // What one repair hangs below another's phrase must not go round in a circle.
    const relation::Tree tree(document, [](std::string_view) { return true; });
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
      std::uint32_t at = i, steps = 0;
      while (!tree.is_root(at) && ++steps <= tree.size()) at = tree.head(at);
      REQUIRE(tree.is_root(at));
    }
    Article article;
    article.id = "strange";
    article.text = document.text();
    segment(article);
    const Record record = extractor.extract(article, document);
    REQUIRE(!record.entities.empty());
    for (const auto& relation : record.relations) {
      REQUIRE(relation.source != relation.target);
      REQUIRE(relation.begin < relation.end);
      REQUIRE(relation.end <= article.text.size());
    }
  }
}
