#include "outputs/readable.h"

#include <gtest/gtest.h>

namespace factbox::outputs {
namespace {

TEST(Readable, LeavesOutControlsAndDirectionMarks) {
  EXPECT_EQ(readable("Talks\x1b[31m resume\a"), "Talks[31m resume");
  EXPECT_EQ(readable("a \u202Egnipmud\u202C b"), "a gnipmud b");
}

TEST(Readable, FoldsWhiteSpace) {
  EXPECT_EQ(readable("  two\n\n words\t"), "two words");
}

TEST(Readable, KeepsJoinersThatScriptsNeed) {
  EXPECT_EQ(readable("می\u200Cشود"), "می\u200Cشود");
}

TEST(Readable, DropsBrokenBytes) {
  EXPECT_EQ(readable("a\xff\xc3 b"), "a b");
}

TEST(Linkable, TakesWebAddressesAlone) {
  EXPECT_EQ(linkable("https://example.org/a?b=c"), "https://example.org/a?b=c");
  EXPECT_EQ(linkable("javascript:alert(1)"), "");
  EXPECT_EQ(linkable("https://example.org/\" onclick=\"x"), "");
}

}  // namespace
}  // namespace factbox::outputs
