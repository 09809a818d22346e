#include "language/words/unicode.h"

#include <gtest/gtest.h>

#include <string>

namespace factbox::language {
namespace {

TEST(Unicode, KnowsSpacesAsPythonDoes) {
  for (const char32_t space : {U' ', U'\t', U'\n', U'\x1c', U'\x1f', U'\x85', U'\xa0', U'\u1680',
                               U'\u2009', U'\u2028', U'\u2029', U'\u202f', U'\u3000'}) {
    EXPECT_TRUE(is_space(space)) << std::hex << static_cast<unsigned>(space);
  }
  for (const char32_t none : {U'\0', U'\x1b', U'a', U'\u180e', U'\u200b', U'\u200e', U'\ufeff'}) {
    EXPECT_FALSE(is_space(none)) << std::hex << static_cast<unsigned>(none);
  }
}

TEST(Unicode, KnowsLettersAndDigits) {
  EXPECT_TRUE(is_alpha(U'ж') && is_alpha(U'漢') && is_alpha(U'ª') && is_alpha(U'ʰ'));
  EXPECT_FALSE(is_alpha(U'\u0301') || is_alpha(U'Ⅷ') || is_alpha(U'5') || is_alpha(U'_'));
  EXPECT_TRUE(is_digit(U'5') && is_digit(U'٣') && is_digit(U'²') && is_digit(U'①'));
  EXPECT_FALSE(is_digit(U'½') || is_digit(U'Ⅷ') || is_digit(U'五'));
}

TEST(Unicode, HoldsTitleCaseForNoUpperCase) {
  EXPECT_TRUE(is_upper(U'Ж') && is_upper(U'Ⓐ') && is_upper(U'Ⅷ'));
  EXPECT_FALSE(is_upper(U'ǅ') || is_upper(U'ж') || is_upper(U'漢') || is_upper(0x10FFFF));
}

TEST(Unicode, JudgesWholeTexts) {
  EXPECT_TRUE(is_all_space(" \u3000\n") && is_all_alpha("Straße"));
  EXPECT_FALSE(is_all_space("") || is_all_alpha("") || is_all_space(" x") || is_all_alpha("a-b"));
}

TEST(Unicode, Lowers) {
  EXPECT_EQ(to_lower("Tehran U.S."), "tehran u.s.");
  EXPECT_EQ(to_lower("ÉCOLE ЖЁ ǅ Ⓐ"), "école жё ǆ ⓐ");
  EXPECT_EQ(to_lower("İZMİR"), "i̇zmi̇r");
  EXPECT_EQ(to_lower("\xF0\x9E\xA4\x80"), "\xF0\x9E\xA4\xA2");  // Adlam, past the basic plane
  EXPECT_EQ(to_lower("ẞ"), "ß");
  EXPECT_EQ(to_lower(""), "");
}

TEST(Unicode, EndsGreekWordsWithTheFinalSigma) {
  EXPECT_EQ(to_lower("ΟΔΟΣ"), "οδος");
  EXPECT_EQ(to_lower("ΣΑΣ ΣΑΣ"), "σας σας");
  EXPECT_EQ(to_lower("Σ"), "σ");
  EXPECT_EQ(to_lower("ΑΣ'"), "ας'");    // an apostrophe is passed over: nothing cased follows
  EXPECT_EQ(to_lower("ΑΣ'Α"), "ασ'α");  // here something does
  EXPECT_EQ(to_lower("Α'Σ"), "α'ς");
  EXPECT_EQ(to_lower("1Σ"), "1σ");
}

TEST(Unicode, TakesLinearTimeForSigmasAndMarks) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) {
    text += "Σ'";
  }
  EXPECT_EQ(to_lower(text).size(), text.size());
}

TEST(Unicode, FindsWhatIsNoUtf8) {
  const std::string good = "plain ASCII, é, 漢, \xF0\x9F\x98\x80, \xF4\x8F\xBF\xBF";
  EXPECT_EQ(first_invalid_byte(good), good.size());
  for (const std::string bad : {"\x80", "\xC0\xAF", "\xC3", "\xE0\x80\x80", "\xED\xA0\x80",
                                "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF8", "\xE2\x82"}) {
    EXPECT_EQ(first_invalid_byte("twelve bytes" + bad), 12U) << testing::PrintToString(bad);
    EXPECT_EQ(first_invalid_byte("twelve bytes" + bad + "more"), 12U);
  }
}

TEST(Unicode, StepsBackOverCodePoints) {
  const std::string text = "aé漢";
  EXPECT_EQ(code_point_before(text, 6), 3U);
  EXPECT_EQ(code_point_before(text, 3), 1U);
  EXPECT_EQ(code_point_before(text, 1), 0U);
  EXPECT_EQ(code_point_at(text, 3).value, U'漢');
}

}  // namespace
}  // namespace factbox::language
