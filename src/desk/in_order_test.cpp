#include "desk/in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace factbox::desk {
namespace {

TEST(InOrder, GivesResultsInTheirOrderOnAnyNumberOfThreads) {
  for (const unsigned jobs : {0U, 1U, 2U, 7U}) {
    for (const std::size_t count : {0U, 1U, 3U, 500U}) {
      std::vector<std::size_t> taken;
      in_order(
          count, jobs,
          [] {
            return [](std::size_t index) {
              if (index % 50 == 0) {
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
              }
              return index * 2;
            };
          },
          [&](std::size_t answer) { taken.push_back(answer); });
      ASSERT_EQ(taken.size(), count);
      for (std::size_t i = 0; i < count; ++i) {
        EXPECT_EQ(taken[i], 2 * i);
      }
    }
  }
}

TEST(InOrder, ThrowsWhatAWorkerThrows) {
  const auto run = [](unsigned jobs) {
    in_order(
        100, jobs,
        [] {
          return [](std::size_t index) {
            if (index == 31) {
              throw std::runtime_error("31");
            }
            return index;
          };
        },
        [](std::size_t) {});
  };
  EXPECT_THROW(run(1), std::runtime_error);
  EXPECT_THROW(run(4), std::runtime_error);
}

TEST(InOrder, MakesAWorkerForEachThread) {
  std::atomic<int> made{0};
  in_order(
      64, 3,
      [&] {
        ++made;
        return [](std::size_t index) { return index; };
      },
      [](std::size_t) {});
  EXPECT_EQ(made, 3);
}

}  // namespace
}  // namespace factbox::desk
