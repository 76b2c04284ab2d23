#include "text/date.hpp"

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("full dates are read in the spellings of the press", "[text]") {
  for (const char* text : {"2020-02-05", "2020-02-05T10:00:00Z", "2020/02/05", "February 5, 2020",
                           "Feb. 5, 2020 11:05 UTC", "5 February 2020", "5th February, 2020",
                           "Wed, 05 Feb 2020 10:00:00 GMT", "Wednesday, February 5th 2020", "05-Feb-2020"})
    CHECK(iso_date(text) == "2020-02-05");
}

TEST_CASE("a date without year, or with day and month in doubt, gives no full date", "[text]") {
  for (const char* text : {"February 5", "5/2/2020", "12/4/17", "", "May", "Marching 5, 2020", "2020", "yesterday",
                           "32 May 2020", "Mayor 5"})
    CHECK_FALSE(iso_date(text).has_value());
  CHECK(scan_date("Dec 22 (EFE)")->length == 6);
  CHECK(scan_date("12/4/17, 8:42 PM")->length == 7);
  CHECK_FALSE(scan_date("2 Months later").has_value());
}

TEST_CASE("times of day are measured with their zone", "[text]") {
  CHECK(scan_time("11:05 UTC") == 9);
  CHECK(scan_time("6:42pm AEDT") == 11);
  CHECK(scan_time("5:48 p.m. by") == 9);
  CHECK(scan_time("11.42 BST\n") == 9);
  CHECK(scan_time("20:15 The") == 5);
  CHECK(scan_time("20 people") == 0);
  CHECK(scan_time("2 am") == 4);
}

TEST_CASE("a line of date and time alone is a timestamp", "[text]") {
  CHECK(read_timestamp("Sunday, August 6th 2017 - 11:05 UTC")->date == "2017-08-06");
  CHECK(read_timestamp("Published On 22 Nov 2024")->date == "2024-11-22");
  CHECK(read_timestamp("PUBLISHED: September 22, 2023 at 5:48 p.m. | UPDATED: September 23, 2023 at 9:01 a.m.")->date ==
        "2023-09-22");
  CHECK(read_timestamp("Fri 28 Apr 2023 11.42 BST")->date == "2023-04-28");
  CHECK(read_timestamp("Updated 3 hours ago").has_value());
  CHECK_FALSE(read_timestamp("12/4/17, 8:42 PM CET")->date.has_value());
  CHECK_FALSE(read_timestamp("5").has_value());
  CHECK_FALSE(read_timestamp("Published by the ministry on Friday").has_value());
  CHECK_FALSE(read_timestamp("Friday talks").has_value());
}
