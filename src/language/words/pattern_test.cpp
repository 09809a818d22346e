#include "language/words/pattern.h"

#include <gtest/gtest.h>

#include <string>

#include "language/words/pattern_syntax.h"

namespace factbox::language {
namespace {

Pattern compiled(std::string_view python) {
  auto pattern = Pattern::compile(python);
  EXPECT_TRUE(pattern.has_value()) << pattern.error().what;
  return *std::move(pattern);
}

std::string found(std::string_view python, std::string_view subject, std::size_t from = 0) {
  PatternMemory memory;
  const auto match = compiled(python).search(subject, memory, from);
  return match ? std::string{subject.substr(match->begin, match->end - match->begin)} : "none";
}

TEST(Pattern, ReadsPythonsSyntax) {
  EXPECT_EQ(found(R"([\u00A6\U0001F000-\U0001F02B]+)", "a\u00A6\U0001F001b"), "\u00A6\U0001F001");
  EXPECT_EQ(found(R"((?u)^\w+)", "été!"), "été");
  EXPECT_EQ(found(R"((?iu)É)", "é"), "é");
  EXPECT_EQ(found(R"([[:a]+)", "x[:a"), "[:a");
  EXPECT_EQ(found(R"([]x]+)", "a]x"), "]x");
  EXPECT_EQ(found(R"([^]x]+)", "]xab"), "ab");
  EXPECT_EQ(found(R"(\'\"\-)", "'\"-"), "'\"-");
  EXPECT_EQ(found(R"(a\Z)", "a\n"), "none");
  EXPECT_EQ(found(R"(a$)", "a\n"), "a");
}

TEST(Pattern, KnowsPythonsWhiteSpace) {
  EXPECT_EQ(found(R"(\S+)", "\x1c\u3000word\u0085"), "word");
  EXPECT_EQ(found(R"([\sx]+)", "a\x1fx\u2028"), "\x1fx\u2028");
  EXPECT_EQ(found(R"(\S)", "\u180e"), "\u180e");
}

TEST(Pattern, LooksBehindTheStart) {
  EXPECT_EQ(found(R"((?<=[0-9])km$)", "5km", 1), "km");
  EXPECT_EQ(found(R"((?<=[0-9])km$)", "km"), "none");
}

TEST(Pattern, MatchesAtTheStartOnly) {
  PatternMemory memory;
  EXPECT_TRUE(compiled("ab").matches_start("abc", memory));
  EXPECT_FALSE(compiled("bc").matches_start("abc", memory));
}

TEST(Pattern, RefusesWhatIsNone) {
  const auto broken = Pattern::compile("(a");
  ASSERT_FALSE(broken.has_value());
  EXPECT_EQ(broken.error().kind, ErrorKind::unsupported);
  EXPECT_NE(broken.error().what.find("byte 2"), std::string::npos) << broken.error().what;
}

TEST(PatternSyntax, SpeedsUpTheUserOfAnAddress) {
  EXPECT_EQ(to_perl_syntax(R"(^(?:\S+(?::\S*)?@)?x)"), to_perl_syntax(R"(^(?:\S+@)?x)"));
}

TEST(PatternSyntax, PartsAlternatives) {
  EXPECT_EQ(alternatives_of(R"(a|(b|c)|[d|]|\||e)"),
            (std::vector<std::string_view>{"a", "(b|c)", "[d|]", R"(\|)", "e"}));
}

TEST(PatternSyntax, MeasuresWidths) {
  EXPECT_EQ(width_of(R"(,$|'s$|(?<=[0-9a-z\u00DF])(?:km²|m|µg)$)")->letters, 4U);
  EXPECT_FALSE(width_of(R"(,$)")->has_runs);
  EXPECT_TRUE(width_of(R"(,$|\.\.+$)")->has_runs);
  EXPECT_FALSE(width_of(R"(,$|ab+$)").has_value());
  EXPECT_FALSE(width_of(R"((?:ab)*$)").has_value());
  EXPECT_FALSE(width_of(R"([ab]{3}$)").has_value());
  EXPECT_FALSE(width_of("a)b").has_value());
  EXPECT_FALSE(width_of("(?P<name>a)").has_value());
  EXPECT_FALSE(width_of(std::string(100'000, '(')).has_value());
}

}  // namespace
}  // namespace factbox::language
