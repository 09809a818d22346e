#include "language/words/letter_pattern.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "language/package_file.h"
#include "language/words/affix_pattern.h"
#include "language/words/letter_pattern_reader.h"
#include "language/words/pattern.h"

namespace factbox::language {
namespace {

std::string found(std::string_view python, std::string_view subject, std::size_t from = 0) {
  const auto pattern = read_letter_pattern(python);
  if (!pattern) {
    return "unread";
  }
  const auto match = pattern->search(subject, from);
  return match ? std::string{subject.substr(match->begin, match->end - match->begin)} : "none";
}

TEST(LetterPattern, TakesTheLeftmostThenTheFirst) {
  EXPECT_EQ(found("b|abc|a", "xabc"), "abc");
  EXPECT_EQ(found("a|abc", "xabc"), "a");
  EXPECT_EQ(found("(?:km|k)m?", "kmm"), "kmm");
  EXPECT_EQ(found("b|a", "abab", 1), "b");
  EXPECT_EQ(found("^a|^b", "cab"), "none");
}

TEST(LetterPattern, LooksAround) {
  EXPECT_EQ(found("(?<=[0-9])km$", "5km"), "km");
  EXPECT_EQ(found("(?<=[0-9])km$", "5km"), "km");
  EXPECT_EQ(found("(?<=°[FC])\\.$", "°C."), ".");
  EXPECT_EQ(found("(?<=°[FC])\\.$", "C."), "none");
  EXPECT_EQ(found("^\\+(?![0-9])", "+5"), "none");
  EXPECT_EQ(found("^\\+(?![0-9])", "+"), "+");
  EXPECT_EQ(found("(?<!a|b)c", "acbcdc"), "c");
  EXPECT_EQ(read_letter_pattern("(?<!a|b)c")->search("acbcdc")->begin, 5U);
  EXPECT_EQ(found("(?<=a|é)c", "bcéc"), "c");
}

TEST(LetterPattern, KnowsClassesAndRuns) {
  EXPECT_EQ(found(R"([\u00A6\U0001F000-\U0001F02B])", "a\U0001F001b"), "\U0001F001");
  EXPECT_EQ(found("[]a-]", "x-"), "-");
  EXPECT_EQ(found("[^a-z]", "ab漢"), "漢");
  EXPECT_EQ(found(R"(\.\.+)", "a...b"), "...");
  EXPECT_EQ(found(R"(\.\.+\.c)", "....c"), "....c");
  EXPECT_EQ(found(R"(\.\.+$)", "..a...\n"), "...");
}

TEST(LetterPattern, LeavesOthersToTheLibrary) {
  for (const std::string pattern :
       {"a*",   "(ab)+",   "a{2}",  "a+?",      "a?+",   R"(\w)",        R"([\d])", ".",
        "a|",   "",        "$",     "(?P<n>a)", "(?i)a", "(a",           "a)",      "[a",
        R"(\)", R"(\u12)", "[z-a]", "(?<=a+)b", "*a",    R"(\U00110000)"}) {
    EXPECT_FALSE(read_letter_pattern(pattern).has_value()) << pattern;
  }
  EXPECT_FALSE(read_letter_pattern(std::string(100'000, '(')).has_value());
  std::string doubling;
  for (int i = 0; i < 64; ++i) {
    doubling += "(?:a|b)";
  }
  EXPECT_FALSE(read_letter_pattern(doubling).has_value());
}

/// Holds a pattern to what PCRE2 finds, in words made of `pieces`.
void expect_same_as_library(std::string_view python, const std::vector<std::string>& pieces,
                            int rounds) {
  const auto fast = read_letter_pattern(python);
  ASSERT_TRUE(fast.has_value());
  const auto slow = Pattern::compile(python);
  ASSERT_TRUE(slow.has_value()) << slow.error().what;
  PatternMemory memory;
  std::mt19937 random{11};
  std::uniform_int_distribution<std::size_t> piece{0, pieces.size() - 1};
  std::uniform_int_distribution<int> length{0, 6};
  for (int round = 0; round < rounds; ++round) {
    std::string word;
    for (int i = length(random); i >= 0; --i) {
      word += pieces[piece(random)];
    }
    for (std::size_t from = 0; from <= word.size();) {
      const auto ours = fast->search(word, from);
      const auto theirs = slow->search(word, memory, from);
      ASSERT_EQ(ours.has_value(), theirs.has_value()) << word << " from " << from;
      if (!ours) {
        break;
      }
      ASSERT_EQ(ours->begin, theirs->begin) << word << " from " << from;
      ASSERT_EQ(ours->end, theirs->end) << word << " from " << from;
      from = ours->end;
    }
  }
}

const std::vector<std::string> kPieces{
    "a",  "b",  "Z",   "5",   "0",  ".",          "..",  "-", "--", "—", "'", "'s",
    "’S", "km", "km²", "m/s", "°C", "$",          "US$", "€", "(",  ")", ",", "…",
    "+",  "*",  "é",   "É",   "漢", "\U0001F600", "ж",   "Ж", ":",  "="};

TEST(LetterPattern, FindsWhatTheLibraryFinds) {
  for (
      const std::string pattern :
      {R"(^\(|^\.\.+|^…|^'|^US\$|^\$|^\+(?![0-9]))",
       R"(\)$|…$|'s$|’S$|\.\.+$|(?<=[0-9])\+$|(?<=°[FfCc])\.$|(?<=[0-9])(?:km|km²|m|US\$|m/s)$)",
       R"(\.\.+|…|(?<=[0-9])[+\-\*^](?=[0-9-])|(?<=[a-zé])(-|–|—|--|---)(?=[a-zA-Z])|[^a-z5]z?)"}) {
    expect_same_as_library(pattern, kPieces, 20'000);
  }
}

TEST(LetterPattern, IsEnoughForThePackage) {
  const std::filesystem::path folder = "models/en_core_web_sm-3.8.0";
  if (!std::filesystem::exists(folder)) {
    GTEST_SKIP() << "no model in " << folder << ": run ./setup";
  }
  const auto file = Package::open(folder, {}).value().unpack("tokenizer");
  ASSERT_TRUE(file.has_value()) << file.error().what;
  for (const std::string key : {"prefix_search", "suffix_search", "infix_finditer"}) {
    const auto python = file->root().find(key)->text().value();
    EXPECT_TRUE(AffixPattern::compile(python)->is_fast()) << key;
    expect_same_as_library(python, kPieces, 20'000);
  }
}

}  // namespace
}  // namespace factbox::language
