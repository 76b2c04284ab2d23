#include "text/html.hpp"

#include <catch2/catch.hpp>

#include "text/date.hpp"

namespace {

entente::Article article_from_html(const std::string& page) { return entente::article_from_html(page, "a.html"); }

const std::string lead =
    "The presidents of the two republics opened the bridge on Tuesday, ending a dispute of nine years over its cost.";
const std::string second =
    "Their transport ministers, who had met four times since March, signed the protocol under a tent beside the river.";
const std::string third =
    "\"We have built more than a road,\" the host said, before the guests drove across in an old bus.";

std::string paragraphs(const std::string& more = "") {
  return "<p>" + lead + "</p>\n<p>" + second + "</p>" + more + "<p>" + third + "</p>";
}
const std::string text = lead + "\n\n" + second + "\n\n" + third;

}  // namespace

TEST_CASE("a page's main text is told from what surrounds it", "[text]") {
  const auto article = article_from_html(
      "<!DOCTYPE html><html lang='en-GB'><head><title>Bridge opens after nine years | The River Post</title>"
      "<meta property='og:site_name' content='The River Post'><link rel='canonical' "
      "href='https://www.example.org/bridge'>"
      "<meta property='article:published_time' content='2021-03-09T08:00:00Z'><style>p { color: red "
      "}</style></head><body>"
      "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
      "<div class='cookie-banner'><p>We use cookies to make this site work, and to learn how it is used by its many "
      "readers.</p></div>"
      "<div id='content'><h1>Bridge opens after nine years</h1><div class='story'>" +
      paragraphs("<figure><img src='a.jpg'><figcaption>The bridge seen from the south bank.</figcaption></figure>"
                 "<div class='related-links'><a href='/x'>Ferry service to end in May</a></div>") +
      "</div></div><div id='comments'><p>I never thought that I would live to see this, well done to everybody "
      "involved.</p></div>"
      "<footer><p>All rights reserved, and other things that are said at the end of every page of this "
      "site.</p></footer>"
      "<script>var x = 'The presidents of the two republics';</script></body></html>");
  CHECK(article.title == "Bridge opens after nine years");
  CHECK(article.source == "The River Post");
  CHECK(article.url == "https://www.example.org/bridge");
  CHECK(article.language == "en-GB");
  CHECK(entente::iso_date(article.date) == "2021-03-09");
  CHECK(article.text == "Bridge opens after nine years\n\n" + lead + "\n\n" + second +
                            "\n\nThe bridge seen from the south bank.\n\n" + third);
}

TEST_CASE("the text is found without any hint of the markup, and line breaks make paragraphs", "[text]") {
  CHECK(article_from_html("<table><tr><td><a href=/>Home</a> <a href=/n>News</a></td><td>" + lead + "<br><br>" +
                          second + "<br/><br/>" + third + "</td></tr></table>")
            .text == text);
  CHECK(article_from_html("<p>" + lead + "<p>" + second + "<p>" + third).text == text);
}

TEST_CASE("a class name that covers most of the prose does not cost it", "[text]") {
  CHECK(article_from_html("<body><div class='page has-sidebar comments'>" + paragraphs() + "</div></body>").text ==
        text);
}

TEST_CASE("metadata come from linked data and from the title element as well", "[text]") {
  const auto article = article_from_html(
      "<html><head><title>Bridge opens after nine years - The River Post</title><script "
      "type='application/ld+json'>{\"@graph\": ["
      "{\"@type\": \"NewsArticle\", \"datePublished\": \"2021-03-09\", \"publisher\": {\"name\": \"The River "
      "Post\"}}]}</script>"
      "<script type='application/ld+json'>{broken</script></head><body>" +
      paragraphs() + "</body></html>");
  CHECK(article.title == "Bridge opens after nine years");
  CHECK(article.date == "2021-03-09");
  CHECK(article.source == "The River Post");
  CHECK(article.text == "Bridge opens after nine years\n\n" + text);
}

TEST_CASE("entities, inline elements and declared encodings are decoded", "[text]") {
  CHECK(article_from_html(
            "<p>Peru&#39;s <b>foreign</b> minister met Mr&nbsp;<a href=x>Garc&iacute;a</a> in&shy;side.</p>")
            .text == "Peru's foreign minister met Mr García inside.");
  const std::string latin = "<html><head><meta charset=\"iso-8859-1\"></head><body><p>Jos\xe9 spoke.</p></body></html>";
  CHECK(entente::declares_other_encoding(latin));
  CHECK(article_from_html(latin).text == "José spoke.");
  CHECK_FALSE(entente::declares_other_encoding("<meta charset='UTF-8'>"));
}

TEST_CASE("broken pages are read as far as they go, too deep ones refused", "[text]") {
  CHECK(article_from_html("").text.empty());
  CHECK(article_from_html("<").text.size() <= 1);
  CHECK(article_from_html("<div><p>" + lead + "</span></div><p>" + second + "<p>" + third + "<a href=").text == text);
  std::string deep;
  for (int i = 0; i < 50000; ++i) deep += "<div>x";
  CHECK_THROWS_WITH(article_from_html(deep + paragraphs()), "a.html: HTML elements are nested too deeply");
}
