#include "readers/network/network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "language/pipeline.h"
#include "readers/minilm/segments.h"

namespace factbox::readers {
namespace {

using Json = nlohmann::json;

constexpr double kNear = 1e-3;

/// The engine and the network, loaded once for all tests here.
class TrainedNetwork : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto pipeline = language::load_pipeline("models/en_core_web_sm-3.8.0");
    ASSERT_TRUE(pipeline) << pipeline.error().what;
    reader = std::make_unique<language::Reader>(*pipeline);
    auto loaded = Network::load(kWeights);
    ASSERT_TRUE(loaded) << loaded.error().what;
    network = std::make_unique<Network>(std::move(*loaded));
  }
  static void TearDownTestSuite() {
    reader.reset();
    network.reset();
  }
  static language::Analysis analyse(std::string text) {
    return reader->analyse(std::make_shared<const std::string>(std::move(text)),
                           {.keep_vectors = true});
  }
  static constexpr const char* kWeights = "data/en/statements.safetensors";
  inline static std::unique_ptr<language::Reader> reader;
  inline static std::unique_ptr<Network> network;
};

void expect_likelihoods(const Json& expected, const std::vector<Likelihoods>& found,
                        const std::string& what) {
  ASSERT_EQ(expected.size(), found.size()) << what;
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (std::size_t k = 0; k < found[i].size(); ++k) {
      ASSERT_NEAR(expected[i][k].get<double>(), found[i][k], kNear)
          << what << ", token " << i << ", likelihood " << k;
    }
  }
}

std::string text_of(const language::Analysis& words,
                    const std::vector<language::TokenRange>& ranges) {
  std::string text;
  for (const language::TokenRange range : ranges) {
    text.append(text.empty() ? "" : " | ").append(words.bytes(range).in(words.text()));
  }
  return text;
}

void expect_asked(const Json& wanted, const Answers::Asked& asked, const std::string& what) {
  EXPECT_EQ(wanted["cue"][0].get<std::uint32_t>(), asked.cue.first) << what;
  EXPECT_EQ(wanted["cue"][1].get<std::uint32_t>(), asked.cue.past) << what;
  EXPECT_EQ(wanted["first"].get<std::uint32_t>(), asked.window.first) << what;
  expect_likelihoods(wanted["parts"], asked.parts, what);
}

/// Holds the network's answers to a fixture's; returns how many cues those ask about.
std::size_t expect_answers(const Json& fixture, language::Reader& reader, const Network& network) {
  std::size_t cues = 0;
  Workspace workspace;
  for (const Json& expected : fixture) {
    const auto words =
        reader.analyse(std::make_shared<const std::string>(expected["text"].get<std::string>()),
                       {.keep_vectors = true});
    const std::string what{words.text().substr(0, 30)};
    const Answers answers = network.ask(words, workspace);
    expect_likelihoods(expected["cues"], answers.cues, what + ": cues");
    const Json& asked = expected["asked"];
    EXPECT_EQ(asked.size(), answers.asked.size()) << what;
    for (std::size_t i = 0; i < std::min(answers.asked.size(), asked.size()); ++i, ++cues) {
      expect_asked(asked[i], answers.asked[i], what + ": cue " + std::to_string(i));
    }
  }
  return cues;
}

Json fixture_of(const char* path) {
  std::ifstream file(path);
  return Json::parse(file, nullptr, false);
}

/// What scripts/train_statements/make_fixture.py got from spaCy and the same weights in JAX.
TEST_F(TrainedNetwork, AnswersAsWhereItWasTrained) {
  const Json fixture = fixture_of("tests/fixtures/statements/network.json");
  ASSERT_TRUE(fixture.is_array()) << "no fixture";
  EXPECT_GE(expect_answers(fixture, *reader, *network), 15U)
      << "a fixture that asks nothing tests nothing";
}

constexpr const char* kMinilm = "models/all-minilm-l6-v2-0.1.0";
constexpr const char* kMinilmSums = "data/en/minilm.sha256";

/// What the large network needs beside its file; skips the test where it wasn't fetched.
class TrainedLargeNetwork : public TrainedNetwork {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kMinilm)) {
      GTEST_SKIP() << kMinilm << " is missing; run ./setup";
    }
    auto loaded = PublishedMinilm::load(kMinilm, kMinilmSums);
    ASSERT_TRUE(loaded) << loaded.error().what;
    published = std::move(*loaded);
  }
  PublishedMinilm published;
};

TEST_F(TrainedLargeNetwork, AnswersAsWhereItWasTrained) {
  const auto large =
      Network::load_large("data/en/statements_large.safetensors", std::move(published));
  ASSERT_TRUE(large) << large.error().what;
  const Json fixture = fixture_of("tests/fixtures/statements/large_network.json");
  ASSERT_TRUE(fixture.is_array()) << "no fixture";
  EXPECT_GE(expect_answers(fixture, *reader, *large), 15U);
}

TEST_F(TrainedLargeNetwork, CutsWordsAsWhereItWasTrained) {
  const auto words = WordPieces::read(published.vocabulary, "vocab.txt");
  ASSERT_TRUE(words) << words.error().what;
  for (const Json& expected : fixture_of("tests/fixtures/statements/large_network.json")) {
    const auto analysis = analyse(expected["text"].get<std::string>());
    TextPieces text;
    text.assign(analysis, *words);
    EXPECT_EQ(expected["pieces"].get<std::vector<Piece>>(), text.pieces);
    EXPECT_EQ(expected["first_pieces"].get<std::vector<std::uint32_t>>(), text.begins);
  }
}

TEST_F(TrainedNetwork, TellsWhoSaidWhat) {
  const auto words = analyse("The bridge will open in May, Mayor Ruth Adler said on Monday.");
  Workspace workspace;
  const auto proposals = network->propose(words, workspace);
  ASSERT_EQ(proposals.size(), 1U);
  EXPECT_EQ(words.bytes(proposals[0].cue).in(words.text()).substr(0, 4), "said");
  EXPECT_EQ(text_of(words, proposals[0].source), "Mayor Ruth Adler");
  EXPECT_EQ(text_of(words, proposals[0].content), "The bridge will open in May");
  EXPECT_GT(proposals[0].confidence, 0.5);
  EXPECT_LE(proposals[0].confidence, 1.0);
}

TEST_F(TrainedNetwork, HasNothingToSayOfNothing) {
  Workspace workspace;
  EXPECT_TRUE(network->propose(analyse(""), workspace).empty());
  EXPECT_TRUE(network->ask(analyse(""), workspace).cues.empty());
  EXPECT_EQ(network->ask(analyse("Yes"), workspace).cues.size(), 1U);
}

/// A text is read in blocks, each with the context that can matter: a sentence reads the same
/// wherever it stands among them.
TEST_F(TrainedNetwork, ReadsLongTextsAsShortOnes) {
  std::string text;
  const std::string paragraph = "The lake froze in December, Ines Falk told the station.\n\n";
  for (int i = 0; i < 150; ++i) {
    text += paragraph;
  }
  const auto words = analyse(text);
  Workspace workspace;
  const auto proposals = network->propose(words, workspace);
  ASSERT_EQ(proposals.size(), 150U);
  for (std::size_t i = 20; i + 20 < proposals.size(); ++i) {
    EXPECT_EQ(text_of(words, proposals[i].content), text_of(words, proposals[20].content)) << i;
    EXPECT_EQ(text_of(words, proposals[i].source), text_of(words, proposals[20].source)) << i;
    EXPECT_NEAR(proposals[i].confidence, proposals[20].confidence, kNear) << i;
  }
}

TEST_F(TrainedNetwork, AnswersTheSameWhateverItReadBefore) {
  const auto words = analyse("\"It is over,\" the union said, while the firm denied it.");
  Workspace fresh;
  Workspace used;
  (void)network->propose(analyse(std::string(3000, 'x') + " said, \"no\" and left. He said no."),
                         used);
  const Answers first = network->ask(words, fresh);
  const Answers second = network->ask(words, used);
  EXPECT_EQ(first.cues, second.cues);
  ASSERT_EQ(first.asked.size(), second.asked.size());
  for (std::size_t i = 0; i < first.asked.size(); ++i) {
    EXPECT_EQ(first.asked[i].parts, second.asked[i].parts);
  }
}

TEST_F(TrainedNetwork, AsksNoMoreCuesThanATextCanHold) {
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += "He said. ";
  }
  const auto words = analyse(text);
  Workspace workspace;
  EXPECT_LE(network->ask(words, workspace).asked.size(), 16 + words.size() / 8);
}

}  // namespace
}  // namespace factbox::readers
