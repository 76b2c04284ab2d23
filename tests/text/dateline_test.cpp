#include "text/dateline.hpp"

#include <catch2/catch.hpp>
#include <string>

using entente::scan_dateline;

namespace {
/// What is left after the dateline; the whole text where there is none.
std::string after(const std::string& text, bool may_begin_story = true) {
  const auto dateline = scan_dateline(text, may_begin_story);
  return dateline ? text.substr(dateline->length) : text;
}
}  // namespace

TEST_CASE("a body whose acronym is an agency's too is no dateline", "[text]") {
  for (const std::string text : {"The Government of National Accord (GNA), recognised by the United Nations, met on Monday.",
                                 "The Movement for Action in Parliament (MAP) said it would vote against.",
                                 "The National Democratic Alliance (NDA) President spoke."})
    CHECK(after(text) == text);
  CHECK(after("THE HAGUE (AFP) - Judges met.") == "Judges met.");
}

TEST_CASE("datelines of many agencies are recognised", "[text]") {
  for (const std::string dateline : {"MINSK, March 3. /TASS/. ",
                                     "Madrid, Jan 12 (EFE).- ",
                                     "Moscow, Dec 22 (EFE) .- ",
                                     "BRASILIA, Brazil (AP) -- ",
                                     "VIENNA (AP) — ",
                                     "PARIS (Reuters) - ",
                                     "LAGOS/ACCRA, May 4 (Reuters) - ",
                                     "BEIJING, Aug. 3 (Xinhua) -- ",
                                     "SANYA, China, April 14 (Xinhua) -- ",
                                     "SEOUL, June 2 (Yonhap) -- ",
                                     "Tunis (AFP) – ",
                                     "New Delhi, Sep 27 (PTI) ",
                                     "GENEVA — ",
                                     "ANKARA – ",
                                     "Nairobi, Kenya - ",
                                     "ISLAMABAD: ",
                                     "QUITO -- ",
                                     "Pune, June 2, 2008 – ",
                                     "TOKYO, Sept 3 (Kyodo) _ ",
                                     "ABU DHABI, 5th February, 2020 (WAM) -- ",
                                     "NEW YORK, Feb. 5, 2020 /PRNewswire/ -- ",
                                     "(Reuters) - ",
                                     "WASHINGTON, D.C. (AP) -- ",
                                     "ST. JOHN'S, Antigua, May 3 (CMC) - ",
                                     "SANTIAGO DE CHILE, Nov 8 (Prensa Latina) ",
                                     "Geneva (5 February 2020) – ",
                                     "HAVANA, Cuba, Feb 5 (ACN) ",
                                     "London — "}) {
    INFO(dateline);
    CHECK(after(dateline + "The ministers met again on Monday.") == "The ministers met again on Monday.");
    CHECK(after(dateline + "\"We met,\" the minister said.") == "\"We met,\" the minister said.");
  }
}

TEST_CASE("a dateline with its year gives the date", "[text]") {
  CHECK(scan_dateline("Pune, June 2, 2008 – The firm said", true)->date == "2008-06-02");
  CHECK(scan_dateline("Friday, May 8, 2015 On Tuesday the council met.", true)->date == "2015-05-08");
  CHECK_FALSE(scan_dateline("MINSK, March 3. /TASS/. The president", true)->date.has_value());
}

TEST_CASE("sentences that look like datelines stay whole", "[text]") {
  for (const std::string sentence :
       {"Kenya – host of the talks – said it would stay neutral.", "Sergey Lavrov (Russia) and his guest met.",
        "NATO's chief met the press.", "Washington, meanwhile, sent an envoy.",
        "Paris and Rome - once rivals - now agree.", "UNASUR (Union of South American Nations) met.",
        "Brazil, Argentina and Uruguay signed the treaty.", "Asia-Pacific leaders met in Lima.",
        "On May 5, Peru and Chile agreed.", "President Boric (left) met his guest.",
        "Friday, May 8, 2015, was the day of the vote.", "The EU - and Britain - protested.", "May 5 was a holiday.",
        "Moscow, on February 5, rejected the plan."}) {
    INFO(sentence);
    CHECK(after(sentence) == sentence);
  }
  CHECK(after("Old Friends - The two ministers met.", false) == "Old Friends - The two ministers met.");
}
