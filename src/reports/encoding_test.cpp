#include "reports/encoding.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace factbox::reports {
namespace {

TEST(Decode, Utf8IsTakenAsItIs) {
  EXPECT_EQ(decode("caf\xc3\xa9", "").text, "caf\xc3\xa9");
  EXPECT_EQ(decode("caf\xc3\xa9", "UTF-8").doubt, "");
  EXPECT_EQ(decode("\xef\xbb\xbf"
                   "a",
                   "")
                .text,
            "a");
  EXPECT_EQ(decode("", "").text, "");
}

TEST(Decode, ByteOrderMarksTell) {
  EXPECT_EQ(decode(std::string{"\xff\xfeh\0i\0", 6}, "utf-8").text, "hi");
  EXPECT_EQ(decode(std::string{"\xfe\xff\0h\0i", 6}, "").text, "hi");
  EXPECT_EQ(decode(std::string{"\xff\xfe\0\0h\0\0\0", 8}, "").text, "h");
}

TEST(Decode, TheDeclaredCharsetIsBelievedUnlessTheBytesAreUtf8) {
  EXPECT_EQ(decode("caf\xe9 \x93ok\x94", "ISO-8859-1").text, "caf\xc3\xa9 \u201cok\u201d");
  EXPECT_EQ(decode("caf\xe9", "iso-8859-1").doubt, "");
  EXPECT_EQ(decode("\xcf\xf0\xe8", "windows-1251").text, "При");
  EXPECT_EQ(decode("caf\xc3\xa9", "windows-1251").text, "caf\xc3\xa9");
  EXPECT_NE(decode("caf\xc3\xa9", "windows-1251").doubt, "");
  EXPECT_EQ(decode("cafe", "windows-1251").doubt, "");
}

TEST(Decode, AFewBrokenPlacesAreMarked) {
  const Decoded got = decode("\xc3\xa9\xc3\xa9\xc3\xa9 \xff \xc3\xa9", "utf-8");
  EXPECT_EQ(got.text, "ééé \xef\xbf\xbd é");
  EXPECT_EQ(got.doubt, "encoding: 1 place is no UTF-8 and marked \xef\xbf\xbd");
}

TEST(Decode, UndeclaredBytesAreGuessedWithADoubt) {
  std::string bytes;
  for (int i = 0; i < 20; ++i) {
    bytes +=
        "Les n\xe9gociations sont \xe0 l'arr\xeat, a d\xe9"
        "clar\xe9 le ministre. ";
  }
  const Decoded got = decode(bytes, "");
  EXPECT_NE(got.text.find("négociations"), std::string::npos);
  EXPECT_NE(got.doubt, "");
  EXPECT_NE(decode(bytes, "no-such-charset").text.find("négociations"), std::string::npos);
}

TEST(Decode, AnyBytesBecomeUtf8) {
  std::minstd_rand random{3};
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& c : bytes) {
      c = static_cast<char>(random() % 3 == 0 ? random() % 128 : random() % 256);
    }
    for (const char* declared : {"", "utf-8", "windows-1252", "shift_jis", "utf-16", "utf-7"}) {
      ASSERT_EQ(find_bad_utf8(decode(bytes, declared).text), std::string::npos);
    }
    ASSERT_EQ(find_bad_utf8(tidy_words(bytes)), std::string::npos);
  }
}

TEST(DeclaredCharset, IsFoundInAnyForm) {
  EXPECT_EQ(declared_charset("<meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(declared_charset("<META CHARSET = 'ISO-8859-1'>"), "iso-8859-1");
  EXPECT_EQ(
      declared_charset("<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">"),
      "koi8-r");
  EXPECT_EQ(declared_charset("<?xml version=\"1.0\" encoding=\"windows-1251\"?><html>"),
            "windows-1251");
  EXPECT_EQ(declared_charset("<html><p>no word of it"), "");
  EXPECT_EQ(declared_charset("<meta charset"), "");
  EXPECT_EQ(declared_charset("<meta charset="), "");
  EXPECT_EQ(declared_charset("<meta charset content=\"text/html; charset=utf-8\">"), "utf-8");
}

TEST(BadUtf8, IsFoundWhereItBegins) {
  EXPECT_EQ(find_bad_utf8("abc"), std::string::npos);
  EXPECT_EQ(find_bad_utf8("ab\xc3"), 2U);
  EXPECT_EQ(find_bad_utf8("a\xed\xa0\x80"), 1U);
  EXPECT_EQ(find_bad_utf8("\xc3\xa9\x80"), 2U);
  EXPECT_EQ(find_bad_utf8("\xf4\x90\x80\x80"), 0U);
}

TEST(TidyWords, LeavesWhatReadersSee) {
  EXPECT_EQ(tidy_words("  a \n\t b\u00a0c\u2003 "), "a b c");
  EXPECT_EQ(tidy_words("e\u0301"), "é");
  EXPECT_EQ(tidy_words("a\u200bb\u202ec\x01"
                       "d\u00ad\ufeff"),
            "abcd");
  EXPECT_EQ(tidy_words("می\u200cشود"), "می\u200cشود");
  EXPECT_EQ(tidy_words(" \n "), "");
}

}  // namespace
}  // namespace factbox::reports
