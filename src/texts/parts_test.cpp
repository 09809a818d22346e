#include "texts/parts.h"

#include <gtest/gtest.h>

#include <string>

namespace factbox::texts {
namespace {

std::string behind_dateline(const std::string& text) {
  return text.substr(dateline_length(text));
}

TEST(Parts, ADatelineEndsBehindItsDash) {
  EXPECT_EQ(behind_dateline("LISPORT (Harbour Wire) - The ferry sank."), "The ferry sank.");
  EXPECT_EQ(behind_dateline("LISPORT, Borland, May 3 – The ferry sank."), "The ferry sank.");
  EXPECT_EQ(behind_dateline("LISPORT –Two ferries sank."), "Two ferries sank.");
  EXPECT_EQ(behind_dateline("RIVERTON, Va. (Corvus) - The ferry sank."), "The ferry sank.");
  EXPECT_EQ(behind_dateline("ÅSTAD- The ferry sank."), "The ferry sank.");
  EXPECT_EQ(behind_dateline("Port Amsel, Caldria (Corvus) - The ferry sank."), "The ferry sank.");
  EXPECT_EQ(behind_dateline("(Corvus) -- The ferry sank."), "The ferry sank.");
}

TEST(Parts, WhatOnlyBeginsLikeADatelineStays) {
  for (const std::string text :
       {"The ferry sank - again.", "NATO met. The pier - a new one - was shut.", "IT", "",
        "GERO Lund led the anti- smoking campaign.", "Amsel - The ferry sank.",
        "Port of Amsel, in Caldria - The ferry sank."}) {
    EXPECT_EQ(dateline_length(text), 0U) << text;
  }
}

TEST(Parts, ADayMayStandInFront) {
  EXPECT_EQ(behind_dateline("20 July 2031 – The council met."), "The council met.");
  EXPECT_EQ(behind_dateline("5 May 2031  A treaty was signed."), "A treaty was signed.");
  EXPECT_EQ(dateline_length("20 July 2031, The council met."), 0U);
  EXPECT_EQ(dateline_length("20 July 2031 was a Sunday."), 0U);
  EXPECT_EQ(dateline_length("200 July 2031 – The council met."), 0U);
}

TEST(Parts, WideSpacesPartAHeading) {
  EXPECT_EQ(heading_length("Ferry sinks   The ferry sank off the coast."), 14U);
  EXPECT_EQ(heading_length("Ferry sinks   the ferry sank."), 0U);
  EXPECT_EQ(heading_length("The ferry sank."), 0U);
}

TEST(Parts, InitialsCloseAReport) {
  const auto initials = [](const std::string& text) {
    const ByteRange all{0, static_cast<std::uint32_t>(text.size())};
    return std::string{credit_initials(text, all).in(text)};
  };
  EXPECT_EQ(initials("They signed the deal. NA/PA"), "NA/PA");
  EXPECT_EQ(initials("They signed “the deal.” MH"), "MH");
  EXPECT_EQ(initials("They signed the deal with NATO"), "");
  EXPECT_EQ(initials("They signed the deal."), "");
}

}  // namespace
}  // namespace factbox::texts
