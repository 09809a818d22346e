#include "cli/result_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace factbox::cli {
namespace {

namespace fs = std::filesystem;

/// A folder of the test's own, gone when it ends.
class ResultFile : public ::testing::Test {
 public:
  ResultFile(const ResultFile&) = delete;
  ResultFile& operator=(const ResultFile&) = delete;
  ResultFile(ResultFile&&) = delete;
  ResultFile& operator=(ResultFile&&) = delete;

 protected:
  ResultFile() : folder_(fs::temp_directory_path() / ("factbox-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
  }
  ~ResultFile() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const char* name) const { return (folder_ / name).string(); }
  [[nodiscard]] static std::string content(const std::string& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>(in), {}};
  }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_;
  std::ostringstream out_;
};

TEST_F(ResultFile, WritesToTheStreamWithoutAFile) {
  EXPECT_TRUE(write_result("page", "", out_));
  EXPECT_EQ(out_.str(), "page");
  out_.setstate(std::ios::badbit);
  EXPECT_EQ(write_result("page", "", out_).error().kind, ErrorKind::io);
}

TEST_F(ResultFile, PutsAFileInItsPlaceAndLeavesNothingBeside) {
  ASSERT_TRUE(write_result("old", path("page.txt"), out_));
  ASSERT_TRUE(write_result("new", path("page.txt"), out_));
  EXPECT_EQ(content(path("page.txt")), "new");
  EXPECT_EQ(files(), 1U);
}

TEST_F(ResultFile, LeavesWhatWasThereWhereItCannotWrite) {
  const auto missing = write_result("page", path("no/such/folder/page.txt"), out_);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::io);
  EXPECT_EQ(files(), 0U);
}

TEST_F(ResultFile, TakesNoDevicesPlace) {
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  // Opened for both, so that neither side waits for the other.
  std::fstream both{path("pipe"), std::ios::in | std::ios::out};
  EXPECT_TRUE(write_result("page", path("pipe"), out_));
  EXPECT_TRUE(fs::is_fifo(path("pipe")));
}

}  // namespace
}  // namespace factbox::cli
