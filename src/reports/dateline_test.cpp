#include "reports/dateline.h"

#include <gtest/gtest.h>

#include <string>

namespace factbox::reports {
namespace {

std::string read(std::string_view text) {
  static const Outlets outlets = Outlets::load("data/en/outlets.tsv").value();
  static const DateWords dates = DateWords::load("data/en/dates.tsv").value();
  const Dateline found = find_dateline(text, outlets, dates);
  return found.place + "|" + found.agency + (found.date.empty() ? "" : "|" + found.date);
}

TEST(Dateline, SaysWhereAndWhoseCopy) {
  EXPECT_EQ(read("MUSCAT (Reuters) - The talks go on."), "MUSCAT|Reuters");
  EXPECT_EQ(read("MUSCAT, March 3 (Reuters) — The talks go on."), "MUSCAT|Reuters");
  EXPECT_EQ(read("TEHRAN, Iran (AP) — The talks go on."), "TEHRAN, Iran|Associated Press");
  EXPECT_EQ(read("Muscat (AFP) – The talks go on."), "Muscat|Agence France-Presse");
  EXPECT_EQ(read("TEHRAN, Mar. 03 (MNA) – The talks go on."), "TEHRAN|Mehr News Agency");
  EXPECT_EQ(read("LONDON/MUSCAT - The talks go on."), "LONDON/MUSCAT|");
  EXPECT_EQ(read("RIYADH: The talks go on."), "RIYADH|");
  EXPECT_EQ(read("MUSCAT, Oman, March 3, 2026 (Reuters) - The talks go on."),
            "MUSCAT, Oman|Reuters|2026-03-03");
  EXPECT_EQ(read("(Reuters) - The talks go on."), "|Reuters");
}

TEST(Dateline, ProseHasNone) {
  EXPECT_EQ(read("The talks - long awaited - go on."), "|");
  EXPECT_EQ(read("Muscat: the talks go on."), "|");
  EXPECT_EQ(read("US - Iran talks go on."), "|");
  EXPECT_EQ(read("NATO (founded in 1949) - and others"), "|");
  EXPECT_EQ(read(""), "|");
  EXPECT_EQ(read("- "), "|");
}

TEST(Dateline, ACreditAtTheEndSaysWhoseCopy) {
  EXPECT_EQ(read("The talks go on.\n\n(AFP)"), "|Agence France-Presse");
  EXPECT_EQ(read("The talks go on.\n\nSource: Reuters"), "|Reuters");
  EXPECT_EQ(read("The talks go on.\n\n— dpa"), "|dpa");
  EXPECT_EQ(read("The talks go on. (Reuters)"), "|Reuters");
  EXPECT_EQ(read("The talks go on.\n\nBBC"), "|");
}

}  // namespace
}  // namespace factbox::reports
