#include "factboxes/edits.h"

#include <gtest/gtest.h>

namespace factbox::factboxes {
namespace {

Line line(std::string id, std::string text) {
  Line made;
  made.id = std::move(id);
  made.text = std::move(text);
  return made;
}

/// A page as the program made it: two lines under one heading, the first of which leads.
Factbox made_page() {
  Factbox page;
  page.title = "FACTBOX: piers of Oster";
  page.sections.resize(1);
  page.sections[0].id = "s1";
  page.sections[0].heading = "Harbour";
  page.sections[0].lines = {line("a", "The pier is shut."), line("b", "The quay is open.")};
  page.lead = page.sections[0].lines[0];
  note_words(page);
  return page;
}

TEST(Edits, NobodyEdited) {
  auto page = made_page();
  EXPECT_TRUE(settle_edits(page).empty());
  EXPECT_FALSE(page.lead->edited);
  EXPECT_FALSE(page.sections[0].edited);
  EXPECT_FALSE(page.sections[0].lines[0].edited);
  EXPECT_FALSE(edits_of(page).any());
}

TEST(Edits, AreCountedByWhatTheyAre) {
  auto page = made_page();
  page.sections[0].heading = "Port";
  page.sections[0].lines[1].text = "The quay is closed.";
  page.sections[0].lines.push_back(line("", "The gates are new."));
  settle_edits(page);
  EXPECT_TRUE(page.sections[0].edited);
  EXPECT_FALSE(page.sections[0].lines[0].edited);
  EXPECT_TRUE(page.sections[0].lines[1].edited);
  EXPECT_TRUE(page.sections[0].lines[2].edited);
  const auto edits = edits_of(page);
  EXPECT_TRUE(edits.any());
  EXPECT_FALSE(edits.title);
  EXPECT_EQ(edits.headings, 1U);
  EXPECT_EQ(edits.changed, 1U);
  EXPECT_EQ(edits.added, 1U);
  EXPECT_EQ(edits.taken_out, 0U);
}

/// Who changes a line in one place has changed it in the other.
TEST(Edits, TheLeadHasTheWordsBelow) {
  auto page = made_page();
  page.sections[0].lines[0].text = "The pier is open.";
  EXPECT_TRUE(settle_edits(page).empty());
  EXPECT_EQ(page.lead->text, "The pier is open.");

  page = made_page();
  page.lead->text = "The pier is open.";
  EXPECT_TRUE(settle_edits(page).empty());
  EXPECT_EQ(page.sections[0].lines[0].text, "The pier is open.");

  page = made_page();
  page.lead->text = "The pier is open.";
  page.sections[0].lines[0].text = "The pier is gone.";
  EXPECT_EQ(settle_edits(page).size(), 1U) << "which one is meant?";
  EXPECT_EQ(page.sections[0].lines[0].text, "The pier is open.");
}

}  // namespace
}  // namespace factbox::factboxes
