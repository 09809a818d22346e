#include "reports/double_encoding.h"

#include <gtest/gtest.h>

namespace factbox::reports {
namespace {

TEST(DoubleEncoding, IsPutRightWhereItIsCertain) {
  const PutRight right =
      put_right_double_encoding("The cafÃ© in MÃ¡lno â€“ shut â€“ isnâ€™t for sale.");
  EXPECT_EQ(right.text, "The café in Málno – shut – isn’t for sale.");
  EXPECT_EQ(right.places, 5U);
  EXPECT_EQ(put_right_double_encoding("â€œIt isnâ€™t,â€ he said of the cafÃ©.").text,
            "“It isn’t,” he said of the café.");
}

TEST(DoubleEncoding, WhatIsRightOrNotCertainStaysAsItIs) {
  EXPECT_EQ(put_right_double_encoding("The café in Málno – shut – isn’t for sale.").places, 0U);
  EXPECT_EQ(put_right_double_encoding("\"Ã©\" is what a café’s sign – in Málno – shows.").places,
            0U);
  EXPECT_EQ(put_right_double_encoding("One Ã© alone").places, 0U);
  EXPECT_EQ(put_right_double_encoding("").places, 0U);
}

}  // namespace
}  // namespace factbox::reports
