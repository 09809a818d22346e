#include "readers/minilm/pair_reader.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>

namespace factbox::readers {
namespace {

constexpr const char* kFolder = "models/all-minilm-l6-v2-0.1.0";
constexpr const char* kSums = "data/en/minilm.sha256";

const PairReader& reader() {
  static const auto loaded = PairReader::load(kFolder, kSums, "data/en/pairs.safetensors").value();
  return loaded;
}

PairLikelihoods read(std::string_view first, std::string_view second) {
  PairReader::Space space;
  return reader().read(first, second, space);
}

std::array<double, 5> numbers(const PairLikelihoods& all) {
  return {all.same, all.entails, all.update, all.contradiction, all.different};
}

constexpr std::string_view kPier = "The gates of the northern pier collapsed in the storm.";

TEST(PairReader, ReadsAsItsTrainerDoes) {
  const auto seen = numbers(read(kPier, "A storm brought down the north pier's gates."));
  // By scripts/train_statements/train_pairs.py, in 32 bits.
  constexpr std::array<double, 5> kExpected{0.67064, 0.04529, 0.10406, 0.15358, 0.02643};
  double all = 0;
  for (std::size_t i = 0; i < kExpected.size(); ++i) {
    EXPECT_NEAR(seen[i], kExpected[i], 2e-3) << i;
    all += seen[i];
  }
  EXPECT_NEAR(all, 1, 1e-9);
}

TEST(PairReader, TellsOneMatterFromAnother) {
  EXPECT_LT(read(kPier, "A storm brought down the north pier's gates.").different, 0.5);
  EXPECT_GT(read(kPier, "The mayor sold eleven sheep.").different, 0.9);
}

TEST(PairReader, TheOrderOfTheTwoChangesLittle) {
  const auto one = read(kPier, "The gates of the pier of Oster held in the storm.");
  const auto other = read("The gates of the pier of Oster held in the storm.", kPier);
  EXPECT_LT(std::abs(one.different - other.different), 0.2);
}

TEST(PairReader, SameAnswerWhateverWasReadBefore) {
  PairReader::Space used;
  (void)reader().read(std::string(100'000, 'x') + " " + std::string(5'000, '.'), "", used);
  (void)reader().read("", "", used);
  EXPECT_EQ(numbers(reader().read(kPier, "The mayor sold eleven sheep.", used)),
            numbers(read(kPier, "The mayor sold eleven sheep.")));
}

TEST(PairReader, SaysWhatToRunWhereItsFilesAreMissing) {
  const auto trained = PairReader::load(kFolder, kSums, "data/en/none.safetensors");
  ASSERT_FALSE(trained.has_value());
  EXPECT_NE(trained.error().what.find("scripts/train_pairs.sh"), std::string::npos);
  const auto other = PairReader::load(kFolder, kSums, "data/en/statements.safetensors");
  ASSERT_FALSE(other.has_value());
  EXPECT_EQ(other.error().kind, ErrorKind::unsupported);
  const auto minilm = PairReader::load("models/none", kSums, "data/en/pairs.safetensors");
  ASSERT_FALSE(minilm.has_value());
  EXPECT_NE(minilm.error().what.find("./setup"), std::string::npos);
}

}  // namespace
}  // namespace factbox::readers
