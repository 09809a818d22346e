#include "readers/minilm/meaning.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace factbox::readers {
namespace {

const MeaningReader& reader() {
  static const auto loaded =
      MeaningReader::load("models/all-minilm-l6-v2-0.1.0", "data/en/minilm.sha256").value();
  return loaded;
}

TEST(MeaningReader, ReadsAsItsPublishersDo) {
  MeaningReader::Space space;
  const auto meaning =
      reader().read("The gates of the northern pier collapsed in the storm.", space);
  ASSERT_EQ(meaning.size(), kMinilmWidth);
  // Of the published weights with the mean over the pieces, computed apart in 32 bits.
  constexpr std::array<float, 6> kExpected{0.01510984F, 0.05185337F, 0.05756385F,
                                           0.04811284F, 0.03135563F, 0.00317295F};
  for (std::size_t i = 0; i < kExpected.size(); ++i) {
    EXPECT_NEAR(meaning[i], kExpected[i], 2e-5) << i;
  }
  EXPECT_NEAR(likeness(meaning, meaning), 1, 1e-5);
}

TEST(MeaningReader, TellsTheSameInOtherWords) {
  MeaningReader::Space space;
  const auto one = reader().read("The gates of the northern pier collapsed in the storm.", space);
  const auto same = reader().read("A storm brought down the north pier's gates.", space);
  const auto other = reader().read("The mayor sold eleven sheep.", space);
  EXPECT_GT(likeness(one, same), 0.7);
  EXPECT_LT(likeness(one, other), 0.2);
}

TEST(MeaningReader, SameWordsSameMeaningWhateverWasReadBefore) {
  MeaningReader::Space fresh;
  MeaningReader::Space used;
  (void)reader().read(std::string(100'000, 'x') + " " + std::string(5'000, '.'), used);
  (void)reader().read("", used);
  EXPECT_EQ(reader().read("The mayor sold eleven sheep.", fresh),
            reader().read("The mayor sold eleven sheep.", used));
}

TEST(MeaningReader, SaysWhatToRunWhereItsFilesAreMissing) {
  const auto missing = MeaningReader::load("models/none", "data/en/minilm.sha256");
  ASSERT_FALSE(missing.has_value());
  EXPECT_NE(missing.error().what.find("./setup"), std::string::npos) << missing.error().what;
}

}  // namespace
}  // namespace factbox::readers
