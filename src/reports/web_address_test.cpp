#include "reports/web_address.h"

#include <gtest/gtest.h>

namespace factbox::reports {
namespace {

TEST(WebAddress, ResolvesAsTheStandardSays) {
  const std::string base = "https://bell.example/b/c/d?q";
  EXPECT_EQ(resolved_address(base, "g"), "https://bell.example/b/c/g");
  EXPECT_EQ(resolved_address(base, "./g"), "https://bell.example/b/c/g");
  EXPECT_EQ(resolved_address(base, "g/"), "https://bell.example/b/c/g/");
  EXPECT_EQ(resolved_address(base, "/g"), "https://bell.example/g");
  EXPECT_EQ(resolved_address(base, "//g"), "https://g");
  EXPECT_EQ(resolved_address(base, "?y"), "https://bell.example/b/c/d?y");
  EXPECT_EQ(resolved_address(base, "g?y#s"), "https://bell.example/b/c/g?y#s");
  EXPECT_EQ(resolved_address(base, "#s"), "https://bell.example/b/c/d?q#s");
  EXPECT_EQ(resolved_address(base, ".."), "https://bell.example/b/");
  EXPECT_EQ(resolved_address(base, "../../../g"), "https://bell.example/g");
  EXPECT_EQ(resolved_address(base, "http://a/b"), "http://a/b");
  EXPECT_EQ(resolved_address("https://bell.example", "g"), "https://bell.example/g");
  EXPECT_EQ(resolved_address("", "/g"), "/g");
}

TEST(WebAddress, KnowsTheWebs) {
  EXPECT_TRUE(is_web_address("HTTPS://bell.example"));
  EXPECT_FALSE(is_web_address("https://"));
  EXPECT_FALSE(is_web_address("ftp://bell.example"));
}

}  // namespace
}  // namespace factbox::reports
