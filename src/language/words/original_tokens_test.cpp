// Holds the tokenizer to what spaCy said of odd texts. bench/compare_tokens_with_spacy.py wrote its
// answers down, and compares many more where spaCy is installed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "language/package_file.h"
#include "language/words/lexicon.h"
#include "language/words/string_ids.h"
#include "language/words/tokenizer.h"

namespace factbox::language {
namespace {

TEST(OriginalTokens, AreOursForOddTexts) {
  const std::filesystem::path folder = "models/en_core_web_sm-3.8.0";
  if (!std::filesystem::exists(folder)) {
    GTEST_SKIP() << "no model in " << folder << ": run ./setup";
  }
  const auto package = Package::open(folder, {});
  const auto rules = package->unpack("tokenizer");
  ASSERT_TRUE(rules.has_value()) << rules.error().what;
  const auto norms = package->unpack("vocab/lookups.bin");
  ASSERT_TRUE(norms.has_value()) << norms.error().what;
  const auto tokenizer = Tokenizer::read(*rules);
  ASSERT_TRUE(tokenizer.has_value()) << tokenizer.error().what;
  Lexicon lexicon{Norms::read(*norms).value()};
  TokenizerMemory memory;

  std::ifstream answers{"src/language/words/odd_texts.jsonl"};
  std::size_t texts = 0;
  for (std::string line; std::getline(answers, line); ++texts) {
    const auto answer = nlohmann::json::parse(line);
    const auto text = answer["text"].get<std::string>();
    std::vector<Token> tokens;
    tokenizer->cut(text, lexicon, memory, tokens);
    ASSERT_EQ(tokens.size(), answer["tokens"].size()) << text;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto& theirs = answer["tokens"][i];
      const Lexeme& word = lexicon[tokens[i].lexeme];
      EXPECT_EQ(tokens[i].range.begin, theirs[0].get<std::uint32_t>()) << text;
      EXPECT_EQ(tokens[i].range.end, theirs[1].get<std::uint32_t>()) << text;
      EXPECT_EQ(tokens[i].space_follows, theirs[2] == 1) << text;
      EXPECT_EQ(word.norm, string_id(theirs[3].get<std::string>())) << theirs;
      EXPECT_EQ(word.shape, string_id(theirs[4].get<std::string>())) << theirs;
    }
  }
  EXPECT_GE(texts, 200U);
}

}  // namespace
}  // namespace factbox::language
