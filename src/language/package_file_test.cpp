#include "language/package_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/sha256.h"

namespace factbox::language {
namespace {

using std::string_literals::operator""s;

// {"names": ["a", bytes "b"], 7: true, "none": nil}
const std::string kSmall = "\x83\xa5names\x92\xa1"s + "a\xc4\x01" + "b\x07\xc3\xa4none\xc0";

class PackageFolder : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("package_"s + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_ / "tagger");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::filesystem::path folder_;
};

TEST(PackedFile, GivesListsMapsAndTexts) {
  const auto file = PackedFile::unpack("small", kSmall);
  ASSERT_TRUE(file.has_value()) << file.error().what;
  const auto root = file->root();
  ASSERT_EQ(root.size(), 3U);
  const auto names = root.find("names");
  ASSERT_TRUE(names.has_value());
  ASSERT_TRUE(names->is_list());
  EXPECT_EQ(names->at(0).text(), "a");
  EXPECT_EQ(names->at(1).text(), "b");
  EXPECT_EQ(root.find(7)->boolean(), true);
  EXPECT_TRUE(root.find("none")->is_nil());
  EXPECT_EQ(root.key(1).unsigned_number(), 7U);
  EXPECT_FALSE(root.find("name").has_value());
  EXPECT_FALSE(names->find("a").has_value());
  EXPECT_FALSE(root.text().has_value());
}

TEST(PackedFile, RefusesEveryTruncation) {
  for (std::size_t size = 0; size < kSmall.size(); ++size) {
    const auto file = PackedFile::unpack("small", kSmall.substr(0, size));
    ASSERT_FALSE(file.has_value()) << size;
    EXPECT_EQ(file.error().kind, ErrorKind::malformed);
    EXPECT_NE(file.error().what.find("file small"), std::string::npos) << file.error().what;
    EXPECT_NE(file.error().what.find("./setup"), std::string::npos);
  }
}

TEST(PackedFile, RefusesWhatFollowsAndWhatNestsTooDeep) {
  EXPECT_FALSE(PackedFile::unpack("small", kSmall + "x").has_value());
  EXPECT_FALSE(PackedFile::unpack("deep", std::string(100'000, '\x91') + "\xc0").has_value());
  EXPECT_FALSE(PackedFile::unpack("wide", "\xdd\xff\xff\xff\xff").has_value());
}

TEST_F(PackageFolder, HoldsFilesToTheirHashes) {
  write("tagger/cfg", kSmall);
  write("sums", "# two files\n" + sha256_hex(kSmall) + "  tagger/cfg\n" + sha256_hex("other") +
                    "  tagger/model\n");
  write("tagger/model", kSmall);
  write("tagger/unlisted", kSmall);
  const auto package = Package::open(folder_, folder_ / "sums");
  ASSERT_TRUE(package.has_value()) << package.error().what;
  EXPECT_EQ(package->read("tagger/cfg"), kSmall);
  const auto wrong = package->read("tagger/model");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().kind, ErrorKind::malformed);
  EXPECT_NE(wrong.error().what.find("tagger/model"), std::string::npos);
  EXPECT_NE(wrong.error().what.find(sha256_hex("other")), std::string::npos);
  EXPECT_FALSE(package->read("tagger/unlisted").has_value());
  const auto missing = package->unpack("parser/model");
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().kind, ErrorKind::unavailable);
  EXPECT_NE(missing.error().what.find("./setup"), std::string::npos);
}

TEST_F(PackageFolder, SaysWhatIsMissingOrMalformed) {
  EXPECT_EQ(Package::open(folder_ / "nowhere", {}).error().kind, ErrorKind::unavailable);
  EXPECT_EQ(Package::open(folder_, folder_ / "nothing").error().kind, ErrorKind::unavailable);
  write("sums", "abc  tagger/cfg\n");
  EXPECT_EQ(Package::open(folder_, folder_ / "sums").error().kind, ErrorKind::malformed);
  write("sums", std::string(64, 'a') + "\n");
  EXPECT_EQ(Package::open(folder_, folder_ / "sums").error().kind, ErrorKind::malformed);
}

TEST_F(PackageFolder, TakesFilesAsTheyAreWithoutAList) {
  write("tagger/cfg", kSmall);
  const auto package = Package::open(folder_, {});
  ASSERT_TRUE(package.has_value());
  EXPECT_TRUE(package->unpack("tagger/cfg").has_value());
}

}  // namespace
}  // namespace factbox::language
