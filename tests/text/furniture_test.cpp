#include "text/furniture.hpp"

#include <catch2/catch.hpp>
#include <string>

using entente::furniture::Look;
using entente::furniture::look_of;

TEST_CASE("page furniture is known by its wording", "[text]") {
  for (const std::string line : {"Share on Facebook",
                                 "ADVERTISEMENT",
                                 "READ MORE: Why the ferry stopped",
                                 "Read also: Five things to know about the vote",
                                 "Required fields are marked *",
                                 "© 2021 The River Post. All rights reserved.",
                                 "We use cookies to improve your experience.",
                                 "Sign up for our weekly newsletter",
                                 "Get the news of the day in your inbox. Sign up here.",
                                 "Tags: Peru, Chile, fishing.",
                                 "Home > World > Americas",
                                 "News | Sport | Weather",
                                 "Share  Tweet  Email  Print  14 comments",
                                 "UK World Politics Media",
                                 "https://www.example.org/news/1234",
                                 "Tel.: +51 1 555 0100, press@example.org",
                                 "* * *",
                                 "---",
                                 "(ATTN: UPDATES with quotes in para 4)",
                                 "Photo: Getty Images",
                                 "Follow us on Twitter",
                                 "The post Bridge opens appeared first on The River Post.",
                                 "Press Release No. 41",
                                 "The views expressed in this article are the author's own.",
                                 "list of 3 items",
                                 "5 min read",
                                 "Source: agencies",
                                 "For further information, contact the press office.",
                                 "Have a news tip? Call us.",
                                 "Your email address will not be published."}) {
    INFO(line);
    CHECK(look_of(line) == Look::furniture);
  }
  CHECK(look_of("Related stories") == Look::related);
  CHECK(look_of("ALSO ON THE RIVER POST") == Look::related);
  CHECK(look_of("Leave a Reply") == Look::comments);
}

TEST_CASE("bylines and timestamps are told from furniture", "[text]") {
  for (const std::string line :
       {"By Ana Ruiz", "By ANA RUIZ AND TOM HALE", "by admin", "By the Foreign Desk | Updated March 9, 2021",
        "(Reporting by Ana Ruiz in Lima; Editing by Tom Hale)", "Additional reporting by Li Wei, Jo Marsh",
        "Written by Ana Ruiz", "By Our Staff Reporter", "By River Post Staff and News Agencies"}) {
    INFO(line);
    CHECK(look_of(line) == Look::byline);
  }
  for (const std::string line :
       {"Tuesday, March 9, 2021", "Published On 9 Mar 2021", "9 March 2021 - 11:05 UTC", "Lima, March 9, 2021"}) {
    INFO(line);
    CHECK(look_of(line) == Look::timestamp);
  }
}

TEST_CASE("sentences of an article are never furniture", "[text]") {
  for (const std::string sentence : {"Peru does not subscribe to the view that the treaty is dead.",
                                     "By signing up to the accord, Chile joins eleven other states.",
                                     "\"Follow us on this road,\" the minister told the delegates of the bloc.",
                                     "Sources close to the ministry said talks would resume.",
                                     "Reporting by the newspaper showed that the ministry had known of the deal.",
                                     "Related charges against the bank were dropped in May.",
                                     "Share prices fell after the ministry of finance announced the levy.",
                                     "By Tuesday the two armies had withdrawn from the valley.",
                                     "The company's privacy policy breaches the law, the regulator said.",
                                     "He asked the ministers to sign up to the plan.",
                                     "Comments by the president drew protests from Bolivia.",
                                     "Next, the ministers will travel to Quito for talks.",
                                     "Advertisement of the post is due in May, the commission said.",
                                     "The general's remarks do not necessarily reflect the government's view.",
                                     "Photographs of the meeting were published by the embassy.",
                                     "Watch officers of the navy saw the boat at dawn.",
                                     "The Post reported that the envoy had left.",
                                     "Copyright rules divide the two blocs, officials say.",
                                     "Open borders remain the aim of the union.",
                                     "Source countries must be heard, the commissioner said."}) {
    INFO(sentence);
    CHECK(look_of(sentence) == Look::prose);
  }
}

TEST_CASE("headlines are not furniture", "[text]") {
  for (const std::string line :
       {"Chile, Peru sign up to fishing accord", "Privacy watchdog fines bank", "Return to talks urged by ministers",
        "Copyright row splits union", "EU cookie law under fire", "By force of habit, rivals meet again",
        "Nuclear-powered ships to visit Lima", "Photo of envoys stirs anger", "Bridge opens after nine years",
        "TALKS FAIL IN QUITO", "What next for the union?"}) {
    INFO(line);
    const Look look = look_of(line);
    CHECK((look == Look::title || look == Look::prose));
  }
}
