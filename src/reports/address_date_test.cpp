#include "reports/address_date.h"

#include <gtest/gtest.h>

namespace factbox::reports {
namespace {

std::string date(std::string_view url) {
  static const DateWords words = DateWords::load("data/en/dates.tsv").value();
  return date_in_address(url, words).value_or("none");
}

TEST(DateInAddress, IsReadInItsUsualForms) {
  EXPECT_EQ(date("https://harbourwire.example/world/2031/oct/07/storm"), "2031-10-07");
  EXPECT_EQ(date("https://harbourwire.example/2031/10/07/storm.html"), "2031-10-07");
  EXPECT_EQ(date("https://harbourwire.example/2031/10/7"), "2031-10-07");
  EXPECT_EQ(date("https://harbourwire.example/storm-2031-10-07.html"), "2031-10-07");
  EXPECT_EQ(date("https://harbourwire.example/20311007-storm"), "2031-10-07");
  EXPECT_EQ(date("https://harbourwire.example/news/20311007123000/storm"), "2031-10-07");
  EXPECT_EQ(date("http://harbourwire.example/2031/October/07/storm"), "2031-10-07");
  EXPECT_EQ(date("https://harbourwire.example/2031/10/storm"), "2031-10");
}

TEST(DateInAddress, IsNoneWhereNothingSaysSo) {
  for (const auto* url :
       {"", "https://harbourwire.example", "https://harbourwire.example/storm",
        "https://harbourwire.example/2031/storm", "https://harbourwire.example/2031/13/07/storm",
        "https://harbourwire.example/storm-2031-02-30",
        "https://harbourwire.example/article-2031100712", "https://harbourwire.example/18311007",
        "https://harbourwire.example/a?date=2031-10-07", "https://2031.example/10/07",
        "https://harbourwire.example/season-2031-10-goals"}) {
    EXPECT_EQ(date(url), "none") << url;
  }
}

TEST(DateInAddress, IsNoneWhereTwoDiffer) {
  EXPECT_EQ(date("https://harbourwire.example/2031/10/07/storm-of-20311005"), "none");
  EXPECT_EQ(date("https://harbourwire.example/2031/10/07/storm-20311007"), "2031-10-07");
}

}  // namespace
}  // namespace factbox::reports
