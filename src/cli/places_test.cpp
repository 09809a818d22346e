#include "cli/places.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace factbox::cli {
namespace {

class PlacesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_ / "build/release");
    std::filesystem::create_directories(root_ / "models/en_core_web_sm-3.8.0");
    std::filesystem::create_directories(root_ / "data/en");
  }
  void TearDown() override { std::filesystem::remove_all(root_); }
  void touch(const char* name) const { std::ofstream(root_ / name) << "x"; }

  // One for each test, since they run side by side.
  std::filesystem::path root_ =
      std::filesystem::path(testing::TempDir()) /
      (std::string("places_test_") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(PlacesTest, AreFoundFromTheProgramUpwards) {
  touch("models/en_core_web_sm-3.8.0/tokenizer");
  touch("data/languages.tsv");
  const auto program = root_ / "build/release/factbox";
  const auto models = find_models("en_core_web_sm-3.8.0", program);
  ASSERT_TRUE(models.has_value()) << models.error().what;
  EXPECT_EQ(*models, root_ / "models");
  const auto data = find_data({}, program);
  ASSERT_TRUE(data.has_value()) << data.error().what;
  EXPECT_EQ(*data, root_ / "data");
}

TEST_F(PlacesTest, AreWhatTheUserSays) {
  PlaceOptions options;
  options.data = "some/data";
  options.minilm = "some/model";
  EXPECT_EQ(find_data(options, root_ / "build/release/factbox").value(), "some/data");
  EXPECT_EQ(find_minilm(options, root_ / "build/release/factbox").value(), "some/model");
}

TEST_F(PlacesTest, MinilmIsLookedForOnlyWhereItIsAsked) {
  const auto missing = find_minilm({}, root_ / "build/release/factbox");
  ASSERT_FALSE(missing.has_value());
  EXPECT_NE(missing.error().what.find("./setup"), std::string::npos);
  EXPECT_NE(missing.error().what.find("--minilm"), std::string::npos);
  std::filesystem::create_directories(root_ / "models/all-minilm-l6-v2-0.1.0");
  touch("models/all-minilm-l6-v2-0.1.0/vocab.txt");
  const auto found = find_minilm({}, root_ / "build/release/factbox");
  ASSERT_TRUE(found.has_value()) << found.error().what;
  EXPECT_EQ(*found, root_ / "models/all-minilm-l6-v2-0.1.0");
}

TEST_F(PlacesTest, AreUnavailableWhereNothingIs) {
  const auto models = find_models("en_core_web_sm-3.8.0", root_ / "build/release/factbox");
  ASSERT_FALSE(models.has_value());
  EXPECT_EQ(models.error().kind, ErrorKind::unavailable);
  EXPECT_NE(models.error().what.find("./setup"), std::string::npos);
  EXPECT_NE(models.error().what.find("--model"), std::string::npos);
}

}  // namespace
}  // namespace factbox::cli
