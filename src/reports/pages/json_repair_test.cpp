#include "reports/pages/json_repair.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>

namespace factbox::reports::pages {
namespace {

using nlohmann::json;

json repaired(std::string_view words) {
  return json::parse(repaired_json(words), nullptr, false);
}

TEST(JsonRepair, WhatEditorsLeaveIsTakenAway) {
  EXPECT_EQ(repaired(R"({"a": [1, 2,], })"), json::parse(R"([{"a": [1, 2]}])"));
  EXPECT_EQ(repaired("<![CDATA[ {\"a\": 1} ]]>"), json::parse(R"([{"a": 1}])"));
  EXPECT_EQ(repaired("<!-- {\"a\": 1} -->;"), json::parse(R"([{"a": 1}])"));
  EXPECT_EQ(repaired("// ours\n{\"a\": \"http://b\"} /* end */"),
            json::parse(R"([{"a": "http://b"}])"));
  EXPECT_EQ(repaired("{\"a\": 1}\n{\"b\": 2},"), json::parse(R"([{"a": 1}, {"b": 2}])"));
}

TEST(JsonRepair, StringsAreClosedAndEscaped) {
  EXPECT_EQ(repaired(R"({"a": "it\'s \x \u00e9"})"), json::parse(R"([{"a": "it's x é"}])"));
  EXPECT_EQ(repaired(R"({"a": "the "old" boat", "b": 1})"),
            json::parse(R"([{"a": "the \"old\" boat", "b": 1}])"));
  EXPECT_EQ(repaired("{\"a\": \"one\ntwo\tthree"), json::parse(R"([{"a": "one\ntwo three"}])"));
}

TEST(JsonRepair, TakesAnything) {
  constexpr std::string_view kParts[] = {"{",  "}", "[", "]",     "\"",   "\\",  ",", ":", "/*",
                                         "//", "a", "1", "\\u12", "<!--", "]]>", " ", "\n"};
  std::minstd_rand random{5};
  for (int round = 0; round < 20'000; ++round) {
    std::string words;
    for (std::size_t i = random() % 30; i > 0; --i) {
      words += kParts[random() % std::size(kParts)];
    }
    const std::string once = repaired_json(words);
    EXPECT_LE(once.size(), 2 * words.size() + 40) << words;
  }
}

}  // namespace
}  // namespace factbox::reports::pages
