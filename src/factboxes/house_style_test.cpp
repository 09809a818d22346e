#include "factboxes/house_style.h"

#include <gtest/gtest.h>

namespace factbox::factboxes {
namespace {

TEST(HouseStyle, NamesAMissingFile) {
  const auto read = load_house_style("no/such/folder");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, ErrorKind::unavailable);
}

}  // namespace
}  // namespace factbox::factboxes
