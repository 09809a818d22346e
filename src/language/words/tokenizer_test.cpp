#include "language/words/tokenizer.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <msgpack.hpp>
#include <string>
#include <utility>
#include <vector>

#include "language/package_file.h"
#include "language/words/string_ids.h"

namespace factbox::language {
namespace {

using PieceMap = std::map<std::uint64_t, std::string>;  // 65: letters, 67: norm

/// What a package's `tokenizer` file holds.
struct Rules {
  std::string prefix = R"(^\(|^\"|^\.\.+|^:)";
  std::string suffix = R"(\)$|\"$|,$|\.\.+$|:$|'s$|(?<=[0-9])km$|(?<=[a-z0-9])\.$)";
  std::string infix = R"(\.\.+|(?<=[a-z])-(?=[a-z])|(?<=[a-z]),(?=[a-z]))";
  std::string url = R"((?u)^(?:\S+(?::\S*)?@)?(?:[a-z0-9]+\.)+(?:[a-z]{2,63})(?:[/?#]\S*)?$)";
  std::string token_match;  ///< nil where it is empty
  std::map<std::string, std::vector<PieceMap>> exceptions{
      {"can't", {{{65, "ca"}, {67, "can"}}, {{65, "n't"}, {67, "not"}}}},
      {"Sept.", {{{65, "Sept."}, {67, "september"}}}},
      {":)", {{{65, ":)"}}}},
      {"a.m.", {{{65, "a.m."}}}},
      {" ", {{{65, " "}}}},
  };
};

std::string packed(const Rules& rules) {
  msgpack::sbuffer bytes;
  msgpack::packer packer(bytes);
  packer.pack_map(6);
  const auto entry = [&](const std::string& key, const auto& value) {
    packer.pack(key);
    packer.pack(value);
  };
  entry("prefix_search", rules.prefix);
  entry("suffix_search", rules.suffix);
  entry("infix_finditer", rules.infix);
  entry("url_match", rules.url);
  if (rules.token_match.empty()) {
    entry("token_match", msgpack::type::nil_t{});
  } else {
    entry("token_match", rules.token_match);
  }
  entry("exceptions", rules.exceptions);
  return {bytes.data(), bytes.size()};
}

Result<Tokenizer> made(const Rules& rules) {
  return Tokenizer::read(PackedFile::unpack("tokenizer", packed(rules)).value());
}

std::shared_ptr<const Norms> no_norms() {
  const auto file = PackedFile::unpack("vocab/lookups.bin", "\x81\xablexeme_norm\x80");
  return Norms::read(file.value()).value();
}

class Cut : public testing::Test {
 protected:
  /// The tokens, parted by "|"; one that a space follows has "_" behind it.
  std::string cut(std::string_view text) {
    lexicon_.make_room();
    tokenizer_.cut(text, lexicon_, memory_, tokens_);
    std::string shown;
    for (const Token& token : tokens_) {
      if (!shown.empty()) {
        shown += '|';
      }
      shown += token.range.in(text);
      if (token.space_follows) {
        shown += '_';
      }
    }
    return shown;
  }

  Tokenizer tokenizer_ = made(Rules{}).value();
  Lexicon lexicon_{no_norms(), {.max_words = 50}};
  TokenizerMemory memory_;
  std::vector<Token> tokens_;
};

TEST_F(Cut, PartsWordsAtWhiteSpace) {
  EXPECT_EQ(cut(""), "");
  EXPECT_EQ(cut("two words"), "two_|words");
  EXPECT_EQ(cut("two  words"), "two_| |words");
  EXPECT_EQ(cut(" two\nwords "), " |two|\n|words_");
  EXPECT_EQ(cut("a \n b"), "a_|\n |b");
  EXPECT_EQ(cut("a\u00a0b\u3000 c"), "a|\u00a0|b|\u3000 |c");
  EXPECT_EQ(cut("a\u200bb\u201cc"), "a\u200bb\u201cc");
}

TEST_F(Cut, StripsAffixes) {
  EXPECT_EQ(cut("(\"5km\"), he"), "(|\"|5|km|\"|)|,_|he");
  EXPECT_EQ(cut("the mayor's."), "the_|mayor|'s|.");
  EXPECT_EQ(cut("((("), "(|(|(");
  EXPECT_EQ(cut("....then....."), "....|then|.....");
}

TEST_F(Cut, LooksForSuffixesInWhatThePrefixLeaves) {
  EXPECT_EQ(cut("(.)"), "(|.|)");
  EXPECT_EQ(cut("(km"), "(|km");
}

TEST_F(Cut, CutsAtInfixes) {
  EXPECT_EQ(cut("well-known,old..new"), "well|-|known|,|old|..|new");
  EXPECT_EQ(cut("-known"), "-known");
  EXPECT_EQ(cut("5-6"), "5-6");
}

TEST_F(Cut, LeavesAddressesWhole) {
  EXPECT_EQ(cut("(see news.example.com/a-b,c)"), "(|see_|news.example.com/a-b,c|)");
  EXPECT_EQ(cut("me:too@well-known.example"), "me:too@well|-|known.example");
  EXPECT_EQ(cut("me:too@known.example"), "me:too@known.example");
}

TEST_F(Cut, KnowsExceptionsAtEachStep) {
  EXPECT_EQ(cut("can't (can't) can't,"), "ca|n't_|(|ca|n't|)_|ca|n't|,");
  EXPECT_EQ(cut("(Sept. Sept.) 5a.m."), "(|Sept._|Sept.|)_|5a.m|.");
}

TEST_F(Cut, GivesExceptionsTheirNorms) {
  (void)cut("can't");
  ASSERT_EQ(tokens_.size(), 2U);
  EXPECT_EQ(lexicon_[tokens_[0].lexeme].norm, string_id("can"));
  (void)cut("ca");
  EXPECT_EQ(lexicon_[tokens_[0].lexeme].norm, string_id("ca"));
}

TEST_F(Cut, FindsExceptionsAcrossPieces) {
  EXPECT_EQ(cut("well:)"), "well|:)");
  EXPECT_EQ(cut("well::):) so"), "well|:|:)|:)_|so");
  EXPECT_EQ(cut("(: )"), "(|:_|)");  // a space between is no part of the exception
}

TEST_F(Cut, SaysWhereTokensStand) {
  (void)cut("«é» can't");
  ASSERT_EQ(tokens_.size(), 3U);
  EXPECT_EQ(tokens_[0].range, (ByteRange{0, 6}));
  EXPECT_EQ(tokens_[1].range, (ByteRange{7, 9}));
  EXPECT_EQ(tokens_[2].range, (ByteRange{9, 12}));
}

TEST_F(Cut, RemembersNothingThatChangesResults) {
  const std::string text = "(can't) well:) well-known.... can't, 5km.";
  const std::string first = cut(text);
  EXPECT_EQ(cut(text), first);
  for (int i = 0; i < 100; ++i) {
    (void)cut("word" + std::to_string(i));  // the lexicon forgets
  }
  EXPECT_GT(lexicon_.generation(), 1U);
  EXPECT_EQ(cut(text), first);
  for (const Token& token : tokens_) {
    EXPECT_EQ(lexicon_.word(token.lexeme), token.range.in(text));
  }
  memory_ = TokenizerMemory{1};
  EXPECT_EQ(cut(text), first);
  EXPECT_EQ(cut(text), first);
}

/// Long enough for what isn't linear to be felt as minutes.
constexpr std::size_t kHuge = 1'000'000;

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    text += piece;
  }
  return text;
}

TEST_F(Cut, TakesLinearTimeForHostileChunks) {
  for (const std::string piece : {"a", "(", ")", "():", "..", ".", "a-", "a:", "@", "a:@", "a.",
                                  "é", "can't", ":)", "'s", "\"", "5km"}) {
    const std::string text = repeated(piece, kHuge);
    tokenizer_.cut(text, lexicon_, memory_, tokens_);
    lexicon_.make_room();
    std::size_t covered = 0;
    for (const Token& token : tokens_) {
      covered += token.range.size();
    }
    EXPECT_EQ(covered, text.size()) << piece;
  }
}

TEST_F(Cut, StripsLongRunsAsShortOnes) {
  EXPECT_EQ(cut("a" + std::string(1'000, '.')), "a|" + std::string(1'000, '.'));
  (void)cut("a" + std::string(10'000, ')'));
  EXPECT_EQ(tokens_.size(), 10'001U);
}

TEST(Tokenizer, TakesTokenMatchFromThePackage) {
  Rules french;
  french.token_match = R"((?iu)^grand-(?:m|p)ères?$|^avant-hier$)";
  const auto tokenizer = made(french);
  ASSERT_TRUE(tokenizer.has_value()) << tokenizer.error().what;
  Lexicon lexicon{no_norms()};
  TokenizerMemory memory;
  std::vector<Token> tokens;
  tokenizer->cut("(Grand-MÈre well-known avant-hier", lexicon, memory, tokens);
  EXPECT_EQ(tokens.size(), 6U);  // "(", "Grand-Mère", "well", "-", "known", "avant-hier"
}

TEST(Tokenizer, RefusesAlienFiles) {
  const auto refusal = [](const std::string& bytes) {
    const auto tokenizer = Tokenizer::read(PackedFile::unpack("tokenizer", bytes).value());
    EXPECT_FALSE(tokenizer.has_value());
    return tokenizer.has_value() ? "" : tokenizer.error().what;
  };
  EXPECT_NE(refusal("\x90").find("exceptions"), std::string::npos);
  EXPECT_NE(refusal("\x81\xaa"
                    "exceptions\x80")
                .find("prefix_search"),
            std::string::npos);
  Rules broken;
  broken.infix = "(?<=a+)b";
  const auto unsupported = refusal(packed(broken));
  EXPECT_NE(unsupported.find("tokenizer"), std::string::npos) << unsupported;
  EXPECT_NE(unsupported.find("infix_finditer"), std::string::npos) << unsupported;
  Rules wrong;
  wrong.exceptions["don't"] = {{{65, "do"}}, {{65, "not"}}};
  EXPECT_NE(refusal(packed(wrong)).find("don't"), std::string::npos);
  wrong.exceptions["don't"] = {{{65, "do\xff"}}};
  EXPECT_NE(refusal(packed(wrong)).find("don't"), std::string::npos);
}

}  // namespace
}  // namespace factbox::language
