#include "reports/formats/transfer_coding.h"

#include <gtest/gtest.h>

namespace factbox::reports::formats {
namespace {

TEST(TransferCoding, Base64) {
  EXPECT_EQ(from_base64("RmVycmllcyBzYWls"), "Ferries sail");
  EXPECT_EQ(from_base64("Rm Vy\r\ncg=="), "Ferr");
  EXPECT_EQ(from_base64("R"), "");
}

TEST(TransferCoding, QuotedPrintable) {
  EXPECT_EQ(from_quoted_printable("caf=C3=A9 =\r\nopen=\nnow"), "café opennow");
  EXPECT_EQ(from_quoted_printable("1 = 1=3D=G1="), "1 = 1==G1=");
}

}  // namespace
}  // namespace factbox::reports::formats
