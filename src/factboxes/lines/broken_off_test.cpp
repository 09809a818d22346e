#include "factboxes/lines/broken_off.h"

#include <gtest/gtest.h>

#include "factboxes/one_report_test.h"

namespace factbox::factboxes {
namespace {

/// What is wrong with some words of a text, shown by themselves.
std::string shown_alone(const std::string& text, const std::string& words) {
  const OneReport one("", text);
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  Shown shown;
  shown.hull = {begin, begin + static_cast<std::uint32_t>(words.size())};
  shown.kept = {shown.hull};
  return std::string{
      what_breaks_off(one.reports[0].of(Field::text), shown, english_of_tests().style)};
}

TEST(BrokenOff, NotAWholeClause) {
  const std::string text = "The harbour board closed the northern pier of Oster on Tuesday.";
  EXPECT_EQ(shown_alone(text, text), "");
  EXPECT_EQ(shown_alone(text, "The harbour board closed the northern pier of Oster"), "");
}

TEST(BrokenOff, ItsFirstWordNeedsTheOneBefore) {
  const std::string text = "The board closed the northern pier of Oster.";
  EXPECT_EQ(shown_alone(text, "board closed the northern pier of Oster"), "it breaks off");
}

TEST(BrokenOff, ItsLastWordNeedsTheOneBehind) {
  const std::string text = "A storm has breached walls of the northern pier.";
  EXPECT_EQ(shown_alone(text, "A storm has breached"), "it breaks off");
  EXPECT_EQ(shown_alone(text, "A storm has breached walls"), "");
}

}  // namespace
}  // namespace factbox::factboxes
