// What the network makes of files: a tiny one, that the fuzzer begins with, and that one spoilt.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "readers/network/network.h"

namespace factbox::readers {
namespace {

std::string tiny_network() {
  std::ifstream file("fuzz/corpus/statements_network/tiny", std::ios::binary);
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// With the first `from` made into `to`, of the same length.
std::string spoilt(std::string_view from, std::string_view to) {
  std::string bytes = tiny_network();
  const std::size_t at = bytes.find(from);
  if (from.size() != to.size() || at == std::string::npos) {
    return "nothing to spoil";
  }
  return bytes.replace(at, from.size(), to);
}

std::string refusal(std::string bytes) {
  const auto network = Network::read(std::move(bytes), "tiny");
  return network ? "taken" : network.error().what;
}

TEST(NetworkFile, TakesWhatFits) {
  EXPECT_EQ(refusal(tiny_network()), "taken");
}

TEST(NetworkFile, SaysWhatIsMissing) {
  const auto missing = Network::load("data/en/no_such_file");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::unavailable);
  EXPECT_EQ(missing.error().what,
            "data/en/no_such_file: cannot be read; it comes with this program, and "
            "scripts/train_statements.sh trains it anew");
}

TEST(NetworkFile, TheLargeOneIsAnotherKind) {
  const auto large = Network::read_large(tiny_network(), "tiny", {});
  ASSERT_FALSE(large);
  EXPECT_NE(large.error().what.find("large statements network 1"), std::string::npos);
}

TEST(NetworkFile, MinilmIsHeldToItsHashes) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "minilm_of_network_file_test";
  std::filesystem::remove_all(folder);
  const auto refusal_of_folder = [&] {
    const auto published = PublishedMinilm::load(folder, "data/en/minilm.sha256");
    return published ? "taken" : published.error().what;
  };
  EXPECT_NE(refusal_of_folder().find("run ./setup"), std::string::npos) << refusal_of_folder();
  std::filesystem::create_directories(folder);
  EXPECT_NE(refusal_of_folder().find("model.safetensors is missing"), std::string::npos);
  EXPECT_NE(refusal_of_folder().find("run ./setup"), std::string::npos);
  std::ofstream(folder / "model.safetensors") << "cut short";
  EXPECT_NE(refusal_of_folder().find("run ./setup"), std::string::npos);
  EXPECT_NE(refusal_of_folder().find("sha256"), std::string::npos) << refusal_of_folder();
  std::filesystem::remove_all(folder);
}

TEST(NetworkFile, SaysWhatDoesntFit) {
  const std::pair<std::string, std::string_view> cases[] = {
      {spoilt("statements network 1", "statements network 2"), "don't call it"},
      {spoilt("\\\"tags\\\"", "\\\"togs\\\""), "note \"tags\""},
      {spoilt("\\\"threshold\\\": 0.1", "\\\"threshold\\\": -.1"), "don't call it"},
      {spoilt("\\\"threshold\\\": 0.1", "\\\"threshold\\\": 9.1"), "note \"threshold\""},
      {spoilt("dilations\\\": [1]", "dilations\\\": [0]"), "note \"encoder_dilations\""},
      {spoilt("[\\\"NN\\\"]", "[\\\"\\\",1]"), "note \"tags\""},
      {spoilt("[\\\"nsubj\\\"]", "[\\\"\\\",\\\"\\\"]"), "embedding.label"},
      {spoilt("\"head.0.gain\"", "\"head.0.gone\""), "no tensor \"head.0.gain\""},
      {spoilt("\"input.weight\"", "\"input.height\""), "no tensor \"input.weight\""},
      {spoilt("\"shape\":[40,16]", "\"shape\":[16,40]"), "has the shape [16, 40]"},
  };
  for (const auto& [bytes, why] : cases) {
    EXPECT_NE(refusal(bytes).find(why), std::string::npos)
        << "expected: " << why << "\nfound: " << refusal(bytes);
  }
}

}  // namespace
}  // namespace factbox::readers
