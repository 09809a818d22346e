#include "cli/inputs.h"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/teller.h"

namespace factbox::cli {
namespace {

namespace fs = std::filesystem;

class InputsOfACommand : public ::testing::Test {
 protected:
  void SetUp() override {
    file_ = fs::temp_directory_path() /
            (std::string{"factbox_inputs_"} +
             ::testing::UnitTest::GetInstance()->current_test_info()->name() + ".jsonl");
    std::ofstream{file_} << R"({"id":"1","outlet":"The Bell","published":"2026-01-01","text":"a"})"
                            "\n"
                            R"({"id":"2","outlet":"Wire","published":"2026-01-02","text":"b"})"
                            "\n"
                            R"({"id":"3","outlet":"Wire","published":"soon\u001b[2J","text":"c"})"
                            "\n";
  }
  void TearDown() override { fs::remove(file_); }

  /// The ids read with these arguments after the path; messages_ holds what was said.
  std::string ids(std::vector<std::string> arguments) {
    CLI::App app;
    InputOptions options;
    bind_paths(app, options);
    bind_narrowing(app, options);
    arguments.push_back(file_.string());
    std::ranges::reverse(arguments);  // as CLI11 wants them
    app.parse(arguments);
    std::ostringstream messages;
    Teller teller{messages};
    const auto taken = read_inputs(options, {}, teller);
    if (!taken) {
      messages_ = taken.error().what;
      return "";
    }
    const desk::TakenIn& inputs = *taken;
    messages_ = messages.str();
    troubled_ = inputs.troubled;
    std::string ids;
    for (const auto& report : inputs.reports) {
      ids += report->id;
    }
    return ids;
  }

  fs::path file_;
  std::string messages_;
  bool troubled_ = false;
};

TEST_F(InputsOfACommand, AreReadInOrder) {
  EXPECT_EQ(ids({}), "123");
  EXPECT_FALSE(troubled_);
}

TEST_F(InputsOfACommand, DoubtsAreSaidAndHarmless) {
  EXPECT_EQ(ids({}), "123");
  EXPECT_NE(messages_.find("report 3: published: \"soon?[2J\" is no time"), std::string::npos)
      << messages_;
}

TEST_F(InputsOfACommand, AreNarrowed) {
  EXPECT_EQ(ids({"--outlet", "Wire"}), "23");
  EXPECT_EQ(ids({"--outlet", "Wire", "--outlet", "The Bell"}), "123");
  EXPECT_EQ(ids({"--not-outlet", "Wire"}), "1");
  EXPECT_EQ(ids({"--since", "2026-01-02"}), "2");
  EXPECT_NE(messages_.find("1 undated report left out"), std::string::npos) << messages_;
}

TEST_F(InputsOfACommand, AnOutletThatNobodyKnowsIsToldWithThoseAlike) {
  EXPECT_EQ(ids({"--not-outlet", "Wyre"}), "");
  EXPECT_NE(messages_.find("called “Wyre”; did you mean “Wire”?"), std::string::npos) << messages_;
}

TEST_F(InputsOfACommand, AMomentThatIsNoneIsWrongUsage) {
  EXPECT_EQ(ids({"--since", "soon"}), "");
  EXPECT_NE(messages_.find("--since: “soon” is no time"), std::string::npos) << messages_;
}

TEST_F(InputsOfACommand, BrokenLinesAreTold) {
  std::ofstream{file_, std::ios::app} << "{\n";
  EXPECT_EQ(ids({"--jobs", "3"}), "123");
  EXPECT_TRUE(troubled_);
  EXPECT_NE(messages_.find(file_.string() + ":4: byte "), std::string::npos) << messages_;
}

TEST_F(InputsOfACommand, AFileThatIsMissingIsTold) {
  fs::remove(file_);
  EXPECT_EQ(ids({}), "");
  EXPECT_TRUE(troubled_);
  EXPECT_NE(messages_.find("there is no such file"), std::string::npos);
}

}  // namespace
}  // namespace factbox::cli
