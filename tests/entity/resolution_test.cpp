// Who is denoted where: each text of resolution.json names phrases and the entities that they denote (none: an empty list).
#include <rapidjson/document.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "entente/extractor.hpp"
#include "entity/gazetteer.hpp"
#include "entity/mentions.hpp"
#include "nlp/model.hpp"
#include "support/source_dir.hpp"

using namespace entente;

namespace {

rapidjson::Document cases() {
  std::ifstream in(test::source_dir() / "tests" / "entity" / "resolution.json", std::ios::binary);
  REQUIRE(in);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

/// Byte where the `occurrence`th whole-word `phrase` of `text` begins.
std::size_t place(const std::string& text, const std::string& phrase, int occurrence) {
  const auto letter = [&](std::size_t i) { return i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) != 0 || static_cast<unsigned char>(text[i]) >= 0x80); };
  for (std::size_t at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at + 1))
    if ((at == 0 || !letter(at - 1)) && !letter(at + phrase.size()) && --occurrence == 0) return at;
  FAIL(phrase << " is not in the text");
  return 0;
}

/// Names of what the phrase denotes: of the widest mention with its head in it that ends with it, or else the widest with its head in it.
std::vector<std::string> denoted(const nlp::Document& document, const entity::Mentions& mentions, std::size_t begin, std::size_t end) {
  const entity::Mention* best = nullptr;
  bool best_ends = false;
  for (const auto& m : mentions.mentions) {
    const auto& head = document.tokens()[m.head];
    if (head.begin < begin || head.begin >= end) continue;
    const bool ends = document.tokens()[m.end - 1].end == end;
    if (best && (best_ends > ends || (best_ends == ends && m.end - m.begin <= best->end - best->begin))) continue;
    best = &m;
    best_ends = ends;
  }
  std::vector<std::string> names;
  if (best)
    for (const auto e : best->entities) names.push_back(mentions.entities[e].name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("names, pronouns, roles and descriptions denote who is meant", "[model][entity]") {
  const auto pipeline = nlp::Pipeline::load(model_dir());
  const auto gazetteer = entity::Gazetteer::load(test::source_dir() / "data" / "entities");
  const auto list = cases();
  for (const auto& item : list.GetArray()) {
    Article article;
    article.id = "case";
    article.text = item["text"].GetString();
    const std::string text = article.text;
    const auto document = parse(pipeline, article);
    const auto mentions = entity::resolve(article, document, gazetteer);
    for (const auto& expected : item["denotes"].GetArray()) {
      const std::string phrase = expected["phrase"].GetString();
      const int occurrence = expected.HasMember("occurrence") ? expected["occurrence"].GetInt() : 1;
      std::vector<std::string> wanted;
      for (const auto& name : expected["entities"].GetArray()) wanted.emplace_back(name.GetString());
      std::sort(wanted.begin(), wanted.end());
      const std::size_t begin = place(text, phrase, occurrence);
      INFO(item["mechanism"].GetString() << ": \"" << phrase << "\" in: " << text);
      CHECK(denoted(document, mentions, begin, begin + phrase.size()) == wanted);
    }
  }
}
