#include "relation/arguments.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "entente/resources.hpp"
#include "relation/data_file.hpp"
#include "relation/lexicon.hpp"
#include "relation/tree.hpp"
#include "support/source_dir.hpp"

using namespace entente;
using namespace entente::relation;

namespace {

std::uint32_t token(const Tree& tree, std::string_view text) {
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (tree.text(i) == text) return i;
  FAIL("no token " << text);
  return 0;
}

// The argument phrases' head words in the first rank that has any, as the frames take them.
std::vector<std::string> heads(const Tree& tree, const ArgumentList& arguments) {
  std::vector<std::string> out;
  for (const auto& a : arguments)
    if (a.rank == arguments.front().rank) out.emplace_back(tree.text(a.token));
  return out;
}

struct Parsed {
  Parsed(const nlp::Pipeline& pipeline, const Lexicon& lexicon, const std::string& text)
      : document(pipeline.parse(text)), tree(document, [](std::string_view) { return false; }), arguments(tree, lexicon, mentions) {}
  nlp::Document document;
  Tree tree;
  entity::Mentions mentions;  // None: who is meant is tested elsewhere.
  Arguments arguments;
};

}  // namespace

TEST_CASE("predicates have the same arguments in every construction", "[relation][model]") {
  const auto pipeline = nlp::Pipeline::load(default_model_dir());
  const auto lexicon = Lexicon::load(test::source_dir() / "data" / "language" / "context.json");
  const DataFile file(test::source_dir() / "tests" / "relation" / "propositions.json");
  for (const auto& item : file.document.GetArray()) {
    const Parsed parsed(pipeline, lexicon, item["text"].GetString());
    const auto predicate = token(parsed.tree, item["at"].GetString());
    for (const auto& member : item.GetObject()) {
      const std::string function = member.name.GetString();
      if (function == "text" || function == "at") continue;
      std::vector<std::string> wanted;
      for (const auto& word : member.value.GetArray()) wanted.emplace_back(word.GetString());
      INFO(item["text"].GetString() << " " << function << " of " << item["at"].GetString());
      CHECK(heads(parsed.tree, parsed.arguments.find(predicate, parse_path(function))) == wanted);
    }
  }
}

TEST_CASE("a conjunct with a phrase of its own is coordinated with the noun, not with the name in its phrase", "[relation][model]") {
  const auto pipeline = nlp::Pipeline::load(default_model_dir());
  const auto lexicon = Lexicon::load(test::source_dir() / "data" / "language" / "context.json");
  const Parsed parsed(pipeline, lexicon, "Presidents Ali Musa of Chad and Omar Sall of Niger met in Lagos.");
  CHECK(parsed.tree.head(token(parsed.tree, "Sall")) == token(parsed.tree, "Musa"));
}

TEST_CASE("names joined by along with are coordinated, and a name between commas goes with the last of a list", "[relation][model]") {
  const auto pipeline = nlp::Pipeline::load(default_model_dir());
  const auto lexicon = Lexicon::load(test::source_dir() / "data" / "language" / "context.json");
  const Parsed along(pipeline, lexicon, "Nicaragua, along with Bolivia and Venezuela, backed Cuba.");
  CHECK(along.tree.head(token(along.tree, "Bolivia")) == token(along.tree, "Nicaragua"));
  CHECK(along.tree.dep(token(along.tree, "Bolivia")) == Dep::conj);
  const Parsed mate(pipeline, lexicon, "Kamala Harris and her running mate, Tim Walz, campaigned in Wisconsin.");
  CHECK(mate.tree.head(token(mate.tree, "Walz")) == token(mate.tree, "mate"));
}

TEST_CASE("what lasted until a date is over", "[relation][model]") {
  const auto pipeline = nlp::Pipeline::load(default_model_dir());
  const auto lexicon = Lexicon::load(test::source_dir() / "data" / "language" / "context.json");
  const Parsed until(pipeline, lexicon, "Mary Owusu led the party until 2010.");
  CHECK(until.arguments.is_over(token(until.tree, "led")));
  const Parsed term(pipeline, lexicon, "Mary Owusu was president of Ghana from 2001 to 2005.");
  CHECK(term.arguments.is_over(token(term.tree, "president")));
  const Parsed since(pipeline, lexicon, "Mary Owusu has led the party since 2010.");
  CHECK_FALSE(since.arguments.is_over(token(since.tree, "led")));
}
