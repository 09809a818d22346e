#include "language/words/lemmatizer.h"

#include <gtest/gtest.h>

#include <map>
#include <msgpack.hpp>
#include <string>
#include <vector>

#include "language/package_file.h"
#include "language/words/string_ids.h"

namespace factbox::language {
namespace {

template <class Value>
using ByClass = std::map<std::uint64_t, Value>;
using Words = std::vector<std::string>;

struct Tables {
  ByClass<std::vector<Words>> rules{
      {string_id("noun"), {{"s", ""}, {"ies", "y"}, {"men", "man"}}},
      {string_id("verb"), {{"s", ""}, {"ed", "e"}, {"ed", ""}}},
      {string_id("adv"), {{"", ""}}},
  };
  ByClass<std::map<std::string, Words>> exceptions{
      {string_id("noun"), {{"mice", {"mouse"}}, {"axes", {"axis", "axe"}}}},
  };
  ByClass<Words> index{
      {string_id("noun"), {"talk", "axe", "story", "spokesman"}},
      {string_id("verb"), {"vote", "halt"}},
      {string_id("adj"), {}},
  };
};

PackedFile packed(const Tables& tables) {
  msgpack::sbuffer bytes;
  msgpack::packer packer(bytes);
  packer.pack_map(3);
  packer.pack("lemma_rules");
  packer.pack(tables.rules);
  packer.pack("lemma_exc");
  packer.pack(tables.exceptions);
  packer.pack("lemma_index");
  packer.pack(tables.index);
  return PackedFile::unpack("lemmatizer/lookups/lookups.bin", {bytes.data(), bytes.size()}).value();
}

class Lemmas : public testing::Test {
 protected:
  std::string lemma(std::string_view word, std::string_view pos, std::string_view morph = "") {
    return std::string{lemmatizer_.lemma(lexicon_.index_of(word), labels_.add(pos),
                                         labels_.add(morph), lexicon_, labels_, memory_)};
  }

  Lemmatizer lemmatizer_ = Lemmatizer::read(packed({}), BaseForms::english).value();
  Labels labels_;
  Lexicon lexicon_{
      Norms::read(PackedFile::unpack("norms", "\x81\xablexeme_norm\x80").value()).value(),
      {.max_words = 3}};
  LemmaMemory memory_;
};

TEST_F(Lemmas, FollowRules) {
  EXPECT_EQ(lemma("Talks", "NOUN", "Number=Plur"), "talk");
  EXPECT_EQ(lemma("stories", "NOUN"), "story");  // "storie" is no word
  EXPECT_EQ(lemma("spokesmen", "NOUN"), "spokesman");
  EXPECT_EQ(lemma("halted", "VERB"), "halt");  // "halte" is none
  EXPECT_EQ(lemma("voted", "VERB"), "vote");   // "vot" is none
}

TEST_F(Lemmas, GuessWhereNoWordIsKnown) {
  EXPECT_EQ(lemma("tweeted", "VERB"), "tweete");  // the first rule's
  EXPECT_EQ(lemma("F-16s", "NOUN"), "f-16");      // not all letters: taken as it comes
  EXPECT_EQ(lemma("S", "NOUN"), "S");             // nothing is left: as it stands
  EXPECT_EQ(lemma("Sheep", "NOUN"), "Sheep");
}

TEST_F(Lemmas, KnowExceptions) {
  EXPECT_EQ(lemma("Mice", "NOUN"), "mouse");
  EXPECT_EQ(lemma("axes", "NOUN"), "axis");  // rules give "axe", and the exception goes before
}

TEST_F(Lemmas, LeaveBaseForms) {
  EXPECT_EQ(lemma("Mice", "NOUN", "Number=Sing"), "mice");
  EXPECT_EQ(lemma("Voted", "VERB", "VerbForm=Inf"), "voted");
  EXPECT_EQ(lemma("halts", "VERB", "Tense=Pres|VerbForm=Fin"), "halts");
  EXPECT_EQ(lemma("halts", "VERB", "Number=Sing|Tense=Pres|VerbForm=Fin"), "halt");
  EXPECT_EQ(lemma("Talks", "ADV", "Degree=Pos"), "talks");
  const auto plain = Lemmatizer::read(packed({}), BaseForms::none).value();
  LemmaMemory memory;
  EXPECT_EQ(plain.lemma(lexicon_.index_of("Mice"), labels_.add("NOUN"), labels_.add("Number=Sing"),
                        lexicon_, labels_, memory),
            "mouse");
}

TEST_F(Lemmas, LowerWhatHasNoTable) {
  EXPECT_EQ(lemma("The", "DET"), "the");
  EXPECT_EQ(lemma("Better", "ADJ"), "better");  // a table, but an empty one
  EXPECT_EQ(lemma("ODD", ""), "odd");
  EXPECT_EQ(lemma("\n", "SPACE"), "\n");
  EXPECT_EQ(lemma("Tehran", "PROPN", "Number=Sing"), "Tehran");
}

TEST_F(Lemmas, RememberNothingThatChangesResults) {
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(lemma("talks", "NOUN"), "talk");
    EXPECT_EQ(lemma("talks", "VERB"), "talk");
    EXPECT_EQ(lemma("Mice", "NOUN"), "mouse");
    EXPECT_EQ(lemma("voted", "VERB"), "vote");
    lexicon_.make_room();  // numbers are given anew, to other words
    EXPECT_EQ(lemma("stories", "NOUN"), "story");
  }
}

TEST(Lemmatizer, RefusesAlienFiles) {
  const auto refusal = [](const std::string& bytes) {
    const auto file = PackedFile::unpack("lemmatizer/lookups/lookups.bin", bytes);
    const auto lemmatizer = Lemmatizer::read(file.value(), BaseForms::english);
    EXPECT_FALSE(lemmatizer.has_value());
    return lemmatizer.has_value() ? "" : lemmatizer.error().what;
  };
  EXPECT_NE(refusal("\x90").find("lemma_rules"), std::string::npos);
  EXPECT_NE(refusal("\x81\xablemma_rules\x81\x01\x91\x91\xa1s").find("lookups.bin"),
            std::string::npos);
  EXPECT_NE(refusal("\x82\xablemma_rules\x80\xa9lemma_exc\x81\xa1x\x80").find("lemma_exc"),
            std::string::npos);
}

}  // namespace
}  // namespace factbox::language
