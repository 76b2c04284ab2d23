#include "text/lines.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "entente/article.hpp"

using entente::split_paragraphs;

namespace {
std::vector<std::string> paragraphs(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& p : split_paragraphs(text)) out.push_back(text.substr(p.begin, p.end - p.begin));
  return out;
}
std::vector<std::string> blocks(const std::string& text) {
  entente::Article article;
  article.text = text;
  entente::segment(article);
  std::vector<std::string> out;
  const std::string parsed = entente::text_for_parsing(article);
  CHECK(parsed.size() == text.size());
  for (const auto& b : article.blocks) out.push_back(parsed.substr(b.begin, b.end - b.begin));
  return out;
}
using Strings = std::vector<std::string>;
}  // namespace

TEST_CASE("lines of a text that is not wrapped are paragraphs", "[text]") {
  CHECK(paragraphs("") == Strings{});
  CHECK(paragraphs("\n \n\t\n") == Strings{});
  CHECK(paragraphs("  Ministers met in Lima.  \nThey signed an accord.\n\n\nNo date was set.") ==
        Strings{"Ministers met in Lima.", "They signed an accord.", "No date was set."});
}

TEST_CASE("lines wrapped at a fixed width are joined", "[text]") {
  const std::string wrapped =
      "The two foreign ministers agreed on Tuesday to reopen the border bridge\n"
      "that has been shut since the floods, and named a commission to settle\n"
      "what remains of the dispute over fishing rights.\n"
      "Traders on both banks cheered.\n\n"
      "A first convoy of lorries is due to cross within a fortnight, according\n"
      "to the customs service.\n";
  const auto found = paragraphs(wrapped);
  REQUIRE(found.size() == 3);
  CHECK(found[0].starts_with("The two foreign"));
  CHECK(found[0].ends_with("fishing rights."));
  CHECK(found[1] == "Traders on both banks cheered.");
  CHECK(found[2].ends_with("customs service."));
}

TEST_CASE("a list of short lines is not taken for wrapped text", "[text]") {
  CHECK(paragraphs("Home\nWorld\nPolitics\nBusiness\nSport").size() == 5);
}

TEST_CASE("a blank line in mid-sentence does not end the paragraph", "[text]") {
  CHECK(
      blocks("Both sides complained of the delay in the withdrawal of some units from\n\nthe contested valley in the "
             "north.\n\nTalks go on.") ==
      Strings{
          "Both sides complained of the delay in the withdrawal of some units from  the contested valley in the north.",
          "Talks go on."});
  CHECK(blocks("Accord reached in Lima\n\nthe ministers said on Monday that they had agreed.").size() == 2);
}
