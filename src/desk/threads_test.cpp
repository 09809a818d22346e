#include "desk/threads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <vector>

namespace factbox::desk {
namespace {

TEST(Threads, DoEachPieceOfWorkOnce) {
  for (const unsigned most : {0U, 1U, 2U, 7U}) {
    std::vector<std::atomic<int>> times(1000);
    Threads{most}.run(times.size(), [&](std::size_t index) { ++times[index]; });
    EXPECT_TRUE(std::ranges::all_of(times, [](const auto& each) { return each == 1; })) << most;
  }
}

TEST(Threads, DoNothingWhereThereIsNothing) {
  Threads{3}.run(0, [](std::size_t) { FAIL(); });
}

TEST(Threads, ThrowWhatWorkThrows) {
  const auto fails = [](std::size_t index) {
    if (index == 5) {
      throw std::runtime_error("the fifth");
    }
  };
  EXPECT_THROW(Threads{1}.run(100, fails), std::runtime_error);
  EXPECT_THROW(Threads{4}.run(100, fails), std::runtime_error);
}

}  // namespace
}  // namespace factbox::desk
