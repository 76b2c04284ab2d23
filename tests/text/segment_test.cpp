#include <catch2/catch.hpp>
#include <string>

#include "entente/article.hpp"

using entente::Article;
using entente::BlockKind;

namespace {

Article segmented(const std::string& text, const std::string& title = "") {
  Article article;
  article.text = text;
  article.title = title;
  entente::segment(article);
  return article;
}

/// The blocks, one a line, each behind its kind's first letter.
std::vector<std::string> blocks(const Article& article) {
  std::vector<std::string> out;
  for (const auto& block : article.blocks) {
    const char letter = "HbDBf"[static_cast<int>(block.kind)];
    out.push_back(std::string{letter, ' '} + article.text.substr(block.begin, block.end - block.begin));
  }
  return out;
}
std::vector<std::string> blocks(const std::string& text, const std::string& title = "") {
  return blocks(segmented(text, title));
}
using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a wire report: headline, dateline, text, sign-off", "[text]") {
  CHECK(blocks("Peru, Chile agree on fishing grounds\n\nLIMA, March 9 (EFE).- Peru and Chile agreed on Tuesday to "
               "share the fishing grounds.\n\n"
               "The accord, brokered by Uruguay, ends a dispute of nine years. EFE\n") ==
        Strings{"H Peru, Chile agree on fishing grounds", "D LIMA, March 9 (EFE).-",
                "b Peru and Chile agreed on Tuesday to share the fishing grounds.",
                "b The accord, brokered by Uruguay, ends a dispute of nine years.", "f EFE"});
}

TEST_CASE("a page: site name, menu, byline, caption, related links and footer are kept out", "[text]") {
  const Article article = segmented(
      "The River Post\nHome | World | Sport | Subscribe\n\nPeru and Chile agree on shared fishing grounds\n\nAna "
      "Ruiz\nTuesday, March 9th 2021 - 11:05 UTC\n"
      "3 comments\n\nThe ministers shake hands in Lima. (Photo: Agencia X)\n\nPeru and Chile agreed on Tuesday to "
      "share the fishing grounds.\n\n"
      "Related stories\n\nFerry service to end in May\n\nWhy do the boats stay in port?\n\nUruguay, which brokered the "
      "accord, welcomed its signing.\n\n"
      "A cautious welcome\n\nFishermen in both countries gave it a cautious welcome.\n\nExplore "
      "more\nFishing\nPeru\n\nLeave a Reply\n"
      "I do not believe a word of what the ministers say here.");
  CHECK(blocks(article) == Strings{"f The River Post",
                                   "f Home | World | Sport | Subscribe",
                                   "H Peru and Chile agree on shared fishing grounds",
                                   "B Ana Ruiz",
                                   "D Tuesday, March 9th 2021 - 11:05 UTC",
                                   "f 3 comments",
                                   "b The ministers shake hands in Lima.",
                                   "f (Photo: Agencia X)",
                                   "b Peru and Chile agreed on Tuesday to share the fishing grounds.",
                                   "f Related stories",
                                   "f Ferry service to end in May",
                                   "f Why do the boats stay in port?",
                                   "b Uruguay, which brokered the accord, welcomed its signing.",
                                   "H A cautious welcome",
                                   "b Fishermen in both countries gave it a cautious welcome.",
                                   "f Explore more",
                                   "f Fishing",
                                   "f Peru",
                                   "f Leave a Reply",
                                   "f I do not believe a word of what the ministers say here."});
  CHECK(article.date == "2021-03-09");
}

TEST_CASE("a caption keeps its sentence, not its label and credit", "[text]") {
  CHECK(blocks("Photo: Soldiers guard the entrance of the central bank in Lima. (Jo Marsh / Agencia X)\n\nPeru and "
               "Chile agreed on Tuesday to share the grounds.")[1] ==
        "b Soldiers guard the entrance of the central bank in Lima.");
  CHECK(blocks("Peru and Chile agreed on Tuesday to share the grounds.\n\nPhoto: Agencia X/Jo Marsh\n\nUruguay, which "
               "had brokered the accord, was pleased.")[1] == "f Photo: Agencia X/Jo Marsh");
}

TEST_CASE("a press release: letterhead, number and date, contacts", "[text]") {
  const Article article = segmented(
      "Ministry of Foreign Affairs\nPress Release No. 41\nLima, March 9, 2021\n\nPeru thanks Uruguay for its good "
      "offices\n\n"
      "The Government of Peru thanks Uruguay for its good offices in the matter of the fishing grounds.\n\n"
      "Press office: press@example.org, Tel. +51 1 555 0100");
  CHECK(blocks(article)[0] == "f Ministry of Foreign Affairs");
  CHECK(blocks(article)[2] == "D Lima, March 9, 2021");
  CHECK(blocks(article)[3] == "H Peru thanks Uruguay for its good offices");
  CHECK(blocks(article).back() == "f Press office: press@example.org, Tel. +51 1 555 0100");
  CHECK(article.date == "2021-03-09");
}

TEST_CASE("markdown marks are kept out of the text, links leave their words", "[text]") {
  const Article article = segmented(
      "# *Peru and Chile agree on fishing grounds*\n\n---\n\nThe [accord](https://example.org/a_(1)) was signed in "
      "Lima, "
      "see <https://example.org>.\n\n> \"It is done,\" the host said of it.\n\n**The River Post**");
  CHECK(blocks(article)[0] == "f # *");
  CHECK(blocks(article)[1] == "H Peru and Chile agree on fishing grounds");
  CHECK(blocks(article).back() == "f **The River Post**");
  const std::string parsed = entente::text_for_parsing(article);
  CHECK(parsed.size() == article.text.size());
  CHECK(parsed.find("example.org>") == std::string::npos);
  CHECK(parsed.find(" accord ") != std::string::npos);
}

TEST_CASE("a title known from elsewhere is found, however short", "[text]") {
  CHECK(blocks("Accord\n\nAna Ruiz\n\nPeru and Chile agreed on Tuesday to share the grounds.", "Accord") ==
        Strings{"H Accord", "B Ana Ruiz", "b Peru and Chile agreed on Tuesday to share the grounds."});
  CHECK(blocks("Bridge opens after nine years | The River Post\n\nThe presidents opened the bridge on Tuesday.")[1] ==
        "f | The River Post");
}

TEST_CASE("single sentences and fragments are text", "[text]") {
  CHECK(blocks("Mexico chairs CELAC.") == Strings{"b Mexico chairs CELAC."});
  CHECK(blocks("Mexico chairs CELAC") == Strings{"H Mexico chairs CELAC"});
  CHECK(blocks("") == Strings{});
  CHECK(blocks(" \n ") == Strings{});
}

TEST_CASE("an article's date is kept where it is known", "[text]") {
  Article article;
  article.text = "Tuesday, March 9, 2021\n\nPeru and Chile agreed to share the fishing grounds.";
  article.date = "2020-01-01";
  entente::segment(article);
  CHECK(article.date == "2020-01-01");
}

TEST_CASE("long paragraphs are cut between words, every byte of text stays", "[text]") {
  std::string words;
  for (int i = 0; i < 100000; ++i) words += "word" + std::to_string(i) + " ";
  words += "é";
  const Article article = segmented(words);
  std::size_t total = 0;
  for (const auto& block : article.blocks) {
    CHECK(block.end - block.begin <= 10000);
    CHECK(block.kind == BlockKind::body);
    total += block.end - block.begin;
  }
  CHECK(total + article.blocks.size() - 1 == words.size());
  const Article solid = segmented("a" + std::string(30001, 'x') + std::string("éééé"));
  CHECK(solid.blocks.size() == 4);
}
