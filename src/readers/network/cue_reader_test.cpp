#include "readers/network/cue_reader.h"

#include <gtest/gtest.h>

namespace factbox::readers {
namespace {

TEST(CueReader, AWindowEndsWhereTheTextDoes) {
  EXPECT_EQ(window_of(0, 1), (language::TokenRange{0, 1}));
  EXPECT_EQ(window_of(64, 1000), (language::TokenRange{0, 160}));
  EXPECT_EQ(window_of(65, 1000), (language::TokenRange{1, 161}));
  EXPECT_EQ(window_of(990, 1000), (language::TokenRange{926, 1000}));
}

TEST(CueReader, DistancesWiden) {
  EXPECT_EQ(distance_step(50, 50), 20U);
  EXPECT_EQ(distance_step(50, 49), 1U);
  EXPECT_EQ(distance_step(50, 58), 28U);
  EXPECT_EQ(distance_step(50, 59), 29U);
  EXPECT_EQ(distance_step(50, 61), 29U);
  EXPECT_EQ(distance_step(50, 62), 30U);
  EXPECT_EQ(distance_step(50, 20), 13U);
  EXPECT_EQ(distance_step(64, 1), 14U);
  EXPECT_EQ(distance_step(64, 0), 15U);
  EXPECT_EQ(distance_step(0, 95), 35U);
}

}  // namespace
}  // namespace factbox::readers
