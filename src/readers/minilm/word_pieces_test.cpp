#include "readers/minilm/word_pieces.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace factbox::readers {
namespace {

constexpr std::string_view kLines =
    "[UNK]\n[CLS]\n[SEP]\nferry\nfer\n##ry\n##s\nzurich\n’\ns\n大\n-\n$\n##1\nx\n##x";

std::vector<Piece> pieces_of(std::string_view word) {
  const auto words = WordPieces::read(kLines, "vocab.txt");
  EXPECT_TRUE(words) << words.error().what;
  std::vector<Piece> pieces;
  words->cut(word, pieces);
  return pieces;
}

using Pieces = std::vector<Piece>;

TEST(WordPieces, AreTheLongestFromTheLeft) {
  EXPECT_EQ(pieces_of("ferry"), (Pieces{3}));
  EXPECT_EQ(pieces_of("ferrys"), (Pieces{3, 6}));
  EXPECT_EQ(pieces_of("ferrt"), (Pieces{0}));
}

TEST(WordPieces, HaveNoCapitalsAccentsOrControlCharacters) {
  EXPECT_EQ(pieces_of("FERRY"), (Pieces{3}));
  EXPECT_EQ(pieces_of("Zürich"), (Pieces{7}));
  EXPECT_EQ(pieces_of("Zu\u0308rich"), (Pieces{7}));
  EXPECT_EQ(pieces_of("fer\u200dry\u00ad"), (Pieces{3}));
}

TEST(WordPieces, EndAtPunctuationAndSpace) {
  EXPECT_EQ(pieces_of("Zürich’s"), (Pieces{7, 8, 9}));
  EXPECT_EQ(pieces_of("$s-s"), (Pieces{12, 9, 11, 9}));
  EXPECT_EQ(pieces_of("s\u00a0s"), (Pieces{9, 9}));
  EXPECT_EQ(pieces_of("大大"), (Pieces{10, 10}));
}

TEST(WordPieces, SpaceIsASeparator) {
  EXPECT_EQ(pieces_of("\n\n"), (Pieces{2}));
  EXPECT_EQ(pieces_of(" \t"), (Pieces{2}));
}

TEST(WordPieces, WhatIsNothingOrTooLongIsUnknown) {
  EXPECT_EQ(pieces_of("\u200b"), (Pieces{0}));
  EXPECT_EQ(pieces_of(std::string(100, 'x')).size(), 100U);
  EXPECT_EQ(pieces_of(std::string(101, 'x')), (Pieces{0}));
}

TEST(WordPieces, NeedTheMarks) {
  const auto words = WordPieces::read("ferry\n[UNK]\n[CLS]", "vocab.txt");
  ASSERT_FALSE(words);
  EXPECT_EQ(words.error().kind, ErrorKind::malformed);
  EXPECT_EQ(words.error().what, "vocab.txt: it has no piece [SEP]; run ./setup to fetch it again");
}

}  // namespace
}  // namespace factbox::readers
