#include "language/words/lexicon.h"

#include <gtest/gtest.h>

#include <memory>
#include <msgpack.hpp>
#include <string>
#include <utility>

#include "language/package_file.h"
#include "language/words/string_ids.h"

namespace factbox::language {
namespace {

Result<PackedFile> norms_file() {
  std::map<std::string, std::map<std::uint64_t, std::string>> tables;
  tables["lexeme_norm"][string_id("favourite")] = "favorite";
  msgpack::sbuffer bytes;
  msgpack::pack(bytes, tables);
  return PackedFile::unpack("vocab/lookups.bin", {bytes.data(), bytes.size()});
}

std::shared_ptr<const Norms> norms() {
  const auto file = norms_file();
  return Norms::read(file.value()).value();
}

TEST(Lexicon, DescribesWords) {
  Lexicon lexicon{norms()};
  const Lexeme& word = lexicon[lexicon.index_of("Tehran")];
  EXPECT_EQ(word.norm, string_id("tehran"));
  EXPECT_EQ(word.prefix, string_id("T"));
  EXPECT_EQ(word.suffix, string_id("ran"));
  EXPECT_EQ(word.shape, string_id("Xxxxx"));
  EXPECT_FALSE(word.is_space);
  EXPECT_TRUE(lexicon[lexicon.index_of("\n\u3000")].is_space);
}

TEST(Lexicon, CountsLettersNotBytes) {
  Lexicon lexicon{norms()};
  const Lexeme& word = lexicon[lexicon.index_of("Émigré")];
  EXPECT_EQ(word.prefix, string_id("É"));
  EXPECT_EQ(word.suffix, string_id("gré"));
}

TEST(Lexicon, TakesTheFirstNormThereIs) {
  Lexicon lexicon{norms()};
  EXPECT_EQ(lexicon[lexicon.index_of("ca", "can")].norm, string_id("can"));
  EXPECT_EQ(lexicon[lexicon.index_of("favourite")].norm, string_id("favorite"));
  EXPECT_EQ(lexicon[lexicon.index_of("Favourite")].norm, string_id("favourite"));
  EXPECT_EQ(lexicon[lexicon.index_of("US$")].norm, string_id("$"));
}

TEST(Lexicon, NumbersWordsByLettersAndOwnNorm) {
  Lexicon lexicon{norms()};
  const auto plain = lexicon.index_of("ca");
  const auto special = lexicon.index_of("ca", "can");
  EXPECT_NE(plain, special);
  EXPECT_EQ(lexicon.index_of("ca"), plain);
  EXPECT_EQ(lexicon.index_of("ca", "can"), special);
  EXPECT_EQ(lexicon.word(special), "ca");
  EXPECT_EQ(lexicon.size(), 2U);
}

TEST(Lexicon, Lowers) {
  Lexicon lexicon{norms()};
  const auto upper = lexicon.index_of("U.N.");
  const auto lower = lexicon.index_of("council");
  const auto other = lexicon.index_of("İran", "iran");
  EXPECT_EQ(lexicon.lower(upper), "u.n.");
  EXPECT_EQ(lexicon.lower(lower), "council");
  EXPECT_EQ(lexicon.lower(other), "i\u0307ran");
  EXPECT_EQ(lexicon.word(other), "İran");
}

TEST(Lexicon, ForgetsOnlyWhenFullAndAsked) {
  Lexicon lexicon{norms(), {.max_words = 2}};
  (void)lexicon.index_of("one");
  (void)lexicon.index_of("two");
  lexicon.make_room();
  EXPECT_EQ(lexicon.generation(), 1U);
  const auto third = lexicon.index_of("Three");
  EXPECT_EQ(lexicon.word(third), "Three");
  lexicon.make_room();
  EXPECT_EQ(lexicon.generation(), 2U);
  EXPECT_EQ(lexicon.size(), 0U);
  EXPECT_EQ(lexicon.index_of("Three"), 0U);
}

TEST(Lexicon, ForgetsWordsThatAreTooLong) {
  Lexicon lexicon{norms(), {.max_bytes = 1'000}};
  (void)lexicon.index_of(std::string(2'000, 'a'));
  lexicon.make_room();
  EXPECT_EQ(lexicon.size(), 0U);
}

TEST(Lexicon, ShapesWords) {
  EXPECT_EQ(word_shape("C2"), "Xd");
  EXPECT_EQ(word_shape("aaaaaaa"), "xxxx");
  EXPECT_EQ(word_shape("1,000,000km"), "d,ddd,dddxx");
  EXPECT_EQ(word_shape("......"), "....");
  EXPECT_EQ(word_shape("Жукова—²"), "Xxxxx—d");
  EXPECT_EQ(word_shape(std::string(99, 'x')), "xxxx");
  EXPECT_EQ(word_shape(std::string(100, 'x')), "LONG");
}

TEST(Norms, RefuseAlienFiles) {
  const std::string alien = "\x81\xabother_table\x80";
  const auto file = PackedFile::unpack("vocab/lookups.bin", alien);
  const auto none = Norms::read(file.value());
  ASSERT_FALSE(none.has_value());
  EXPECT_NE(none.error().what.find("vocab/lookups.bin"), std::string::npos);
  const std::string list = "\x81\xablexeme_norm\x81\xa1x\xa1y";
  EXPECT_FALSE(Norms::read(PackedFile::unpack("vocab/lookups.bin", list).value()).has_value());
}

}  // namespace
}  // namespace factbox::language
