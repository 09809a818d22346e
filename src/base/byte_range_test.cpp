#include "base/byte_range.h"

#include <gtest/gtest.h>

namespace factbox {
namespace {

TEST(ByteRange, NamesTheWordsItCovers) {
  EXPECT_EQ((ByteRange{4, 9}.in("the talks resumed")), "talks");
}

TEST(ByteRange, TouchesOnlyWhatSharesAByte) {
  EXPECT_TRUE((ByteRange{4, 9}.touches({8, 12})));
  EXPECT_FALSE((ByteRange{4, 9}.touches({9, 12})));
}

}  // namespace
}  // namespace factbox
