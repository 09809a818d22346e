#include "stories/corrections.h"

#include <gtest/gtest.h>

namespace factbox::stories {
namespace {

bool corrects(std::string title, std::string text = "The port has 34 cranes.") {
  static const Lexicon lexicon = Lexicon::load("data/en").value();
  reports::Report report;
  report.title = std::move(title);
  report.text = std::move(text);
  return is_correction(report, lexicon);
}

TEST(Corrections, CallThemselvesSo) {
  EXPECT_TRUE(corrects("CORRECTED: Ports to share cranes"));
  EXPECT_TRUE(corrects("Correction - Ports to share cranes"));
  EXPECT_TRUE(corrects("CORRECTED\u2014Ports to share cranes") ||
              corrects("CORRECTED \u2014 Ports to share cranes"));
  EXPECT_TRUE(corrects("Ports to share cranes", "(Corrects number of cranes) The port has 34."));
}

TEST(Corrections, AreNotWhatSpeaksOfThem) {
  EXPECT_FALSE(corrects("Corrections and clarifications"));
  EXPECT_FALSE(corrects("Correction of the river bed to begin in May"));
  EXPECT_FALSE(corrects("Ports to share cranes", "The harbor office corrects its figures."));
  EXPECT_FALSE(corrects("", ""));
  EXPECT_FALSE(corrects("Ports to share cranes", "("));
}

}  // namespace
}  // namespace factbox::stories
