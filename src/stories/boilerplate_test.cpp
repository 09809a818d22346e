#include "stories/boilerplate.h"

#include <gtest/gtest.h>

#include <string>

namespace factbox::stories {
namespace {

std::string telling(const Boilerplate& printed, const std::string& outlet,
                    const std::string& text) {
  return folded_words(printed.telling(outlet, split_words(text)));
}

TEST(Boilerplate, AFooterTellsNothingOnceItWasPrintedThrice) {
  const std::string footer = " Sign up for our morning letter today.";
  Boilerplate printed;
  for (const char* news : {"A ferry sank.", "The mayor left.", "Snow fell on Brenna."}) {
    EXPECT_NE(telling(printed, "Daily Star", news + footer).find("letter"), std::string::npos);
    printed.remember("Daily Star", split_words(news + footer));
  }
  EXPECT_EQ(telling(printed, "Daily Star", "The bridge at Lorvik is closed." + footer),
            "the bridge at lorvik is closed");
  EXPECT_NE(telling(printed, "Kyodo", "The bridge is closed." + footer).find("letter"),
            std::string::npos)
      << "another outlet may tell it as news";
}

TEST(Boilerplate, OfATemplateOnlyNamesAndFiguresTell) {
  Boilerplate printed;
  printed.remember("Seismos",
                   split_words("A quake of magnitude 4.1 was felt near Lorvik at 08:30."));
  const std::string other = "A quake of magnitude 5.2 was felt near Brenna at 11:40.";
  EXPECT_EQ(telling(printed, "Seismos", other), "5.2 brenna 11 40");
  EXPECT_EQ(folded_words(printed.without_footers("Seismos", split_words(other))),
            folded_words(split_words(other)));
}

TEST(Boilerplate, WhatIsAllBoilerplateIsKept) {
  Boilerplate printed;
  const std::string text = "All trains run on time today.";
  for (int i = 0; i < 4; ++i) {
    printed.remember("Rail", split_words(text));
  }
  EXPECT_EQ(telling(printed, "Rail", text), "all trains run on time today");
  EXPECT_EQ(telling(printed, "", text), "all trains run on time today");
}

}  // namespace
}  // namespace factbox::stories
