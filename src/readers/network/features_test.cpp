#include "readers/network/features.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace factbox::readers {
namespace {

std::string states_of(const std::vector<std::string_view>& words) {
  QuoteStates states;
  std::string shown;
  for (const std::string_view word : words) {
    shown += "012345"[static_cast<std::size_t>(states.next(word))];
  }
  return shown;
}

TEST(Features, KnowsWhatStandsInQuotationMarks) {
  EXPECT_EQ(states_of({"He", "said", "“", "no", "”", "."}), "002130");
  EXPECT_EQ(states_of({"\"", "No", ",", "\"", "he", "said"}), "211200");
  EXPECT_EQ(states_of({"``", "No", "''", "«", "Non", "»", "„", "Nein"}), "21221321");
}

TEST(Features, ALineBreakClosesAQuotation) {
  EXPECT_EQ(states_of({"“", "One", "\n\n", "Two"}), "2140");
  EXPECT_EQ(states_of({"“", "One", "\n\n", "“", "two", "”"}), "214213");
}

TEST(Features, NumbersNamesFromOne) {
  const std::vector<std::string> names{"", "NN", "VBD"};
  const NameNumbers numbers{names};
  EXPECT_EQ(numbers.of(""), 1);
  EXPECT_EQ(numbers.of("VBD"), 3);
  EXPECT_EQ(numbers.of("XYZ"), 0);
  EXPECT_EQ(NameNumbers{}.of(""), 0);
}

}  // namespace
}  // namespace factbox::readers
