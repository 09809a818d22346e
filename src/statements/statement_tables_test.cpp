#include "statements/statement_tables.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace factbox::statements {
namespace {

/// A folder with the tree's tables, one of which a test writes anew.
class TablesFolder {
 public:
  TablesFolder() : path_(std::filesystem::temp_directory_path() / name()) {
    std::filesystem::create_directories(path_);
    for (const char* file : {"cues.tsv", "source_nouns.tsv", "hedges.tsv", "statement_lists.tsv"}) {
      std::filesystem::copy_file(std::filesystem::path{"data/en"} / file, path_ / file,
                                 std::filesystem::copy_options::overwrite_existing);
    }
  }
  ~TablesFolder() { std::filesystem::remove_all(path_); }
  TablesFolder(const TablesFolder&) = delete;
  TablesFolder& operator=(const TablesFolder&) = delete;
  TablesFolder(TablesFolder&&) = delete;
  TablesFolder& operator=(TablesFolder&&) = delete;

  void write(const char* file, const char* words) const { std::ofstream{path_ / file} << words; }
  [[nodiscard]] Result<StatementTables> load() const {
    return StatementTables::load(path_, std::make_shared<const reports::Outlets>());
  }

 private:
  static std::string name() {
    return std::string{"statement_tables_test_"} +
           testing::UnitTest::GetInstance()->current_test_info()->name();
  }
  std::filesystem::path path_;
};

TEST(StatementTables, KnowTheTreesWords) {
  const TablesFolder folder;
  const auto tables = folder.load();
  ASSERT_TRUE(tables) << tables.error().what;
  ASSERT_FALSE(tables->cues("say").empty());
  EXPECT_TRUE(tables->cues("say").front().takes(Frame::clause));
  EXPECT_TRUE(tables->cues("say").front().neutral);
  EXPECT_TRUE(tables->cues("tell").front().takes(Frame::told));
  EXPECT_EQ(tables->cues("point").front().particle, "out");
  EXPECT_TRUE(tables->cues("harbour").empty());
  ASSERT_NE(tables->source_noun("spokesman"), nullptr);
  EXPECT_EQ(tables->source_noun("spokesman")->kind, SourceClass::person);
  EXPECT_EQ(tables->source_noun("source")->indefinite, Anonymity::unnamed);
  EXPECT_TRUE(tables->is_masthead("times"));
  ASSERT_NE(tables->hedge("reportedly"), nullptr);
  EXPECT_TRUE(tables->hedge("reportedly")->hearsay);
}

TEST(StatementTables, SayWhichRowCannotBeRead) {
  const TablesFolder folder;
  const char* header = "lemma\tpos\tact\tframes\tmood\tneutral\ttrust\n";
  for (const char* row : {"say\tverb\tsung\tclause", "say\tverb\tsaid\tpoem", "say\tverb\tsaid\t",
                          "say\tverb\tsaid\tclause\tgloomy", "say\tverb\tsaid\tclause\t\t\t2"}) {
    folder.write("cues.tsv", (std::string{header} + row + '\n').c_str());
    const auto tables = folder.load();
    ASSERT_FALSE(tables) << row;
    EXPECT_EQ(tables.error().kind, ErrorKind::malformed);
    EXPECT_NE(tables.error().what.find("line 2"), std::string::npos) << tables.error().what;
  }
}

TEST(StatementTables, SayWhatIsMissing) {
  const auto tables =
      StatementTables::load("no/such/folder", std::make_shared<const reports::Outlets>());
  ASSERT_FALSE(tables);
  EXPECT_EQ(tables.error().kind, ErrorKind::unavailable);
}

}  // namespace
}  // namespace factbox::statements
