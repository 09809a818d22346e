#include "language/pipeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

namespace factbox::language {
namespace {

using nlohmann::json;

const std::filesystem::path kPackage = "models/en_core_web_sm-3.8.0";
const std::filesystem::path kFixture = "tests/fixtures/language";

std::shared_ptr<const Pipeline> english() {
  static const auto pipeline = load_pipeline(kPackage, "data/en/model.sha256").value();
  return pipeline;
}

Analysis analysed(Reader& reader, std::string text, const AnalyseOptions& options = {}) {
  return reader.analyse(std::make_shared<const std::string>(std::move(text)), options);
}

std::vector<json> lines_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<json> lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(json::parse(line));
  }
  return lines;
}

/// An analysis in the fixture's form.
json as_json(const Analysis& analysis) {
  json tokens = json::array();
  for (std::uint32_t i = 0; i < analysis.size(); ++i) {
    const ByteRange range = analysis.range(i);
    tokens.push_back({range.begin, range.end, analysis.tag(i), analysis.pos(i), analysis.morph(i),
                      analysis.lemma(i), analysis.head(i), analysis.label(i),
                      analysis.starts_sentence(i) ? 1 : 0});
  }
  json entities = json::array();
  for (const EntitySpan& entity : analysis.entities()) {
    const ByteRange range = analysis.bytes(entity.tokens);
    entities.push_back({range.begin, range.end, entity.type});
  }
  return {{"tokens", tokens}, {"entities", entities}};
}

TEST(Pipeline, SaysWhatTheOriginalSays) {
  const auto texts = lines_of(kFixture / "texts.jsonl");
  const auto answers = lines_of(kFixture / "answers.jsonl");
  ASSERT_GT(texts.size(), 100U);
  ASSERT_EQ(texts.size(), answers.size());
  Reader reader(english());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const json found = as_json(analysed(reader, texts[i]["text"]));
    EXPECT_EQ(found["entities"], answers[i]["entities"]) << texts[i];
    ASSERT_EQ(found["tokens"].size(), answers[i]["tokens"].size()) << texts[i];
    for (std::size_t token = 0; token < found["tokens"].size(); ++token) {
      EXPECT_EQ(found["tokens"][token], answers[i]["tokens"][token]) << texts[i]["id"];
    }
  }
}

TEST(Pipeline, SaysTheSameWhateverWasReadBefore) {
  const auto texts = lines_of(kFixture / "texts.jsonl");
  Reader used(english());
  const AnalyseOptions options{.keep_vectors = true};
  for (const json& text : texts) {
    static_cast<void>(analysed(used, text["text"]));
  }
  for (std::size_t i = texts.size(); i-- > 0;) {
    Reader fresh(english());
    const Analysis first = analysed(fresh, texts[i]["text"], options);
    const Analysis again = analysed(used, texts[i]["text"], options);
    ASSERT_EQ(as_json(first), as_json(again));
    for (std::uint32_t token = 0; token < first.size(); ++token) {
      const auto a = first.vector(token);
      const auto b = again.vector(token);
      ASSERT_EQ(a.size(), 96U);
      ASSERT_TRUE(std::equal(a.begin(), a.end(), b.begin(), b.end())) << texts[i]["id"] << token;
    }
  }
}

TEST(Pipeline, KeepsNoVectorsUnlessAsked) {
  Reader reader(english());
  const Analysis analysis = analysed(reader, "The ferry left.");
  ASSERT_EQ(analysis.size(), 4U);
  EXPECT_TRUE(analysis.vector(0).empty());
}

TEST(Pipeline, FindsTokensAndSentencesByPlace) {
  Reader reader(english());
  const Analysis analysis = analysed(reader, "The ferry left.  Nobody waved.");
  ASSERT_EQ(analysis.sentences().size(), 2U);
  EXPECT_EQ(analysis.sentence_of(0), 0U);
  EXPECT_EQ(analysis.sentence_of(analysis.size() - 1), 1U);
  EXPECT_EQ(analysis.word(analysis.token_at(4)), "ferry");
  EXPECT_EQ(analysis.word(analysis.token_at(8)), "ferry");
  EXPECT_EQ(analysis.word(analysis.token_at(9)), "left");  // a blank belongs to what follows it
  EXPECT_EQ(analysis.token_at(30), analysis.size());
  EXPECT_EQ(analysis.bytes(analysis.sentences()[1]).in(analysis.text()), "Nobody waved.");
  EXPECT_EQ(analysis.bytes({2, 2}).size(), 0U);
}

TEST(Pipeline, ReadsLongTextsUpToTheLimitsAndSaysSo) {
  Reader reader(english());
  const Analysis by_bytes = analysed(reader, "One line.\nAnother line.", {.max_text_bytes = 15});
  EXPECT_EQ(by_bytes.word(by_bytes.size() - 1), ".");
  ASSERT_EQ(by_bytes.doubts().size(), 1U);
  EXPECT_NE(by_bytes.doubts()[0].find("9 bytes of 23"), std::string::npos) << by_bytes.doubts()[0];
  const Analysis by_words = analysed(reader, "One two three", {.max_text_bytes = 9});
  EXPECT_EQ(by_words.word(by_words.size() - 1), "two");
  const Analysis in_a_letter = analysed(reader, "\u00e9\u00e9\u00e9", {.max_text_bytes = 3});
  EXPECT_EQ(in_a_letter.word(0), "\u00e9");
  const Analysis by_tokens = analysed(reader, "One two three", {.max_tokens = 2});
  EXPECT_EQ(by_tokens.size(), 2U);
  EXPECT_EQ(by_tokens.doubts().size(), 1U);
  EXPECT_TRUE(analysed(reader, "One two three").doubts().empty());
}

/// Texts that a careless engine takes forever for, or crashes over.
TEST(Pipeline, TakesHostileTexts) {
  Reader reader(english());
  const auto many = [](const std::string& piece, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      text += piece;
    }
    return text;
  };
  for (const std::string& text :
       {many("a", 1'000'000), many("!", 3'000), many("that he said ", 700), many("(", 2'000),
        many("\n \n", 1'000), many("the ", 2'000), many("No, and so on, which ", 300)}) {
    const Analysis analysis = analysed(reader, text);
    ASSERT_GT(analysis.size(), 0U);
    EXPECT_EQ(analysis.range(analysis.size() - 1).end, text.size() - (text.back() == ' ' ? 1 : 0));
  }
}

/// A package of the real one's files, but for one.
class AlteredPackage : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              (std::string("altered_package_") +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::copy(kPackage, folder_, std::filesystem::copy_options::recursive);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  static std::string bytes_of(const std::string& name) {
    std::ifstream file(kPackage / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  /// The error of loading the package with another file under `name`.
  [[nodiscard]] std::string error_with(const std::string& name, const std::string& bytes) const {
    std::filesystem::remove(folder_ / name);
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    const auto loaded = load_pipeline(folder_);
    EXPECT_FALSE(loaded.has_value()) << name;
    return loaded ? "" : loaded.error().what;
  }

  std::filesystem::path folder_;
};

TEST_F(AlteredPackage, IsRefusedWithTheFilesName) {
  for (const std::string name :
       {"tokenizer", "vocab/lookups.bin", "tok2vec/model", "tagger/model", "tagger/cfg",
        "parser/model", "parser/moves", "ner/model", "ner/moves", "attribute_ruler/patterns",
        "lemmatizer/lookups/lookups.bin"}) {
    SetUp();
    const std::string bytes = bytes_of(name);
    EXPECT_NE(error_with(name, bytes.substr(0, bytes.size() / 2)).find(name), std::string::npos);
    EXPECT_NE(error_with(name, "").find(name), std::string::npos);
    std::filesystem::remove(folder_ / name);
    const auto missing = load_pipeline(folder_);
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(missing.error().kind, ErrorKind::unavailable);
    EXPECT_NE(missing.error().what.find(name), std::string::npos) << missing.error().what;
  }
}

TEST_F(AlteredPackage, IsRefusedWithOtherShapes) {
  // A network of another kind; names of another number; windows that see another number of words.
  EXPECT_NE(error_with("tagger/model", bytes_of("parser/model")).find("softmax"),
            std::string::npos);
  SetUp();
  EXPECT_NE(error_with("parser/moves", bytes_of("ner/moves")).find("parser/"), std::string::npos);
  SetUp();
  std::string moves = bytes_of("ner/moves");
  const std::string label = R"("LAW":1624,)";
  moves.erase(moves.rfind(label), label.size());
  EXPECT_FALSE(error_with("ner/moves", moves).empty());
  SetUp();
  std::string tags = bytes_of("tagger/cfg");
  tags.insert(tags.find("\"labels\":[") + 10, "\"NEW\",");
  const std::string why = error_with("tagger/cfg", tags);
  EXPECT_NE(why.find("tagger/model"), std::string::npos) << why;
  EXPECT_NE(why.find("(51, 96)"), std::string::npos) << why;
  EXPECT_NE(why.find("(50, 96)"), std::string::npos) << why;
}

TEST_F(AlteredPackage, IsRefusedWithAnotherHash) {
  std::string cfg = bytes_of("tagger/cfg") + " ";
  std::filesystem::remove(folder_ / "tagger/cfg");
  std::ofstream(folder_ / "tagger/cfg") << cfg;
  EXPECT_TRUE(load_pipeline(folder_).has_value());
  const auto loaded = load_pipeline(folder_, "data/en/model.sha256");
  ASSERT_FALSE(loaded.has_value());
  EXPECT_NE(loaded.error().what.find("tagger/cfg"), std::string::npos);
  EXPECT_NE(loaded.error().what.find("sha256"), std::string::npos);
}

}  // namespace
}  // namespace factbox::language
