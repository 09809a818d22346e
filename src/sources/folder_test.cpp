#include "sources/folder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace factbox::sources {
namespace {

namespace fs = std::filesystem;

class Folder : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "factbox_folder_XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    root_ = name;
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& name) {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream{root_ / name} << "words\n";
  }

  /// The files found, by their place in the folder.
  [[nodiscard]] std::string names(const FoundFiles& found) const {
    std::string shown;
    for (const FoundFile& file : found.files) {
      shown += fs::path{file.path}.lexically_relative(root_).string() + " ";
    }
    return shown;
  }

  fs::path root_;
};

TEST_F(Folder, IsWalkedInTheOrderOfNames) {
  for (const char* name : {"b.txt", "a/z.html", "a/b/c.txt", "c.jsonl", "a/a.txt"}) {
    write(name);
  }
  const FoundFiles found = find_files({root_.string()});
  EXPECT_EQ(names(found), "a/a.txt a/b/c.txt a/z.html b.txt c.jsonl ");
  EXPECT_TRUE(found.troubles.empty());
}

TEST_F(Folder, LeavesOutHiddenFilesAndNotesAboutItself) {
  for (const char* name : {".git/config", ".hidden.txt", "README.md", "LICENSE", "outlets.tsv",
                           "page_files/x.css", "page_files/x.png", "a.txt"}) {
    write(name);
  }
  EXPECT_EQ(names(find_files({root_.string()})), "a.txt ");
  EXPECT_EQ(names(find_files({(root_ / "README.md").string()})), "README.md ");
}

TEST_F(Folder, ALinkThatLeadsBackIsToldOnce) {
  write("a/b.txt");
  fs::create_directory_symlink("..", root_ / "a/back");
  const FoundFiles found = find_files({root_.string()});
  EXPECT_EQ(names(found), "a/b.txt ");
  ASSERT_EQ(found.troubles.size(), 1U);
  EXPECT_EQ(found.troubles[0].file, (root_ / "a/back").string());
  EXPECT_EQ(found.troubles[0].error.kind, ErrorKind::conflict);
}

TEST_F(Folder, LinksToFilesAreFollowedAndDeadOnesTold) {
  write("a.txt");
  fs::create_symlink("a.txt", root_ / "b.txt");
  fs::create_symlink("nowhere", root_ / "c.txt");
  fs::create_symlink("d.txt", root_ / "d.txt");
  const FoundFiles found = find_files({root_.string()});
  EXPECT_EQ(names(found), "a.txt b.txt ");
  ASSERT_EQ(found.troubles.size(), 2U);
  EXPECT_EQ(found.troubles[0].error.kind, ErrorKind::not_found);
}

TEST_F(Folder, WhatMayNotBeReadIsTold) {
  if (::geteuid() == 0) {
    GTEST_SKIP() << "root may read all";
  }
  write("a.txt");
  write("shut/b.txt");
  fs::permissions(root_ / "shut", fs::perms::none);
  const FoundFiles found = find_files({root_.string()});
  fs::permissions(root_ / "shut", fs::perms::owner_all);
  EXPECT_EQ(names(found), "a.txt ");
  ASSERT_EQ(found.troubles.size(), 1U);
  EXPECT_NE(found.troubles[0].error.what.find("no permission"), std::string::npos);
}

TEST_F(Folder, PipesInAFolderAreLeftAlone) {
  write("a.txt");
  ASSERT_EQ(::mkfifo((root_ / "pipe").c_str(), 0600), 0);
  const FoundFiles found = find_files({root_.string()});
  EXPECT_EQ(names(found), "a.txt ");
  ASSERT_EQ(found.troubles.size(), 1U);
  EXPECT_EQ(found.troubles[0].error.kind, ErrorKind::unsupported);
}

TEST_F(Folder, ManyFoldersDeepCostsNoStack) {
  fs::path deep = root_;
  for (int i = 0; i < 200; ++i) {
    deep /= "d";
  }
  fs::create_directories(deep);
  std::ofstream{deep / "a.txt"} << "words\n";
  EXPECT_EQ(find_files({root_.string()}).files.size(), 1U);
}

TEST_F(Folder, AFileThatIsNotThereFailsWhenOpened) {
  const auto missing = open_delivery({(root_ / "none.txt").string(), Came::named}, {});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::not_found);
  const auto folder = open_delivery({root_.string(), Came::named}, {});
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().kind, ErrorKind::io);
}

TEST(Trouble, ShowsNoControlCharacters) {
  EXPECT_EQ(shown({"a\x1b[31m.txt", 2, 7, {ErrorKind::malformed, "bad\nword"}}),
            "a?[31m.txt:2: byte 7: bad?word");
  EXPECT_EQ(shown({"a.gz", 0, 7, {ErrorKind::malformed, "bad"}}), "a.gz: byte 7: bad");
}

TEST(Delivery, LooksAheadWithoutTaking) {
  Delivery delivery{"x", Came::from_memory, stream_of("abcdef")};
  EXPECT_EQ(delivery.look_ahead(3), "abc");
  std::string two(2, ' ');
  EXPECT_EQ(delivery.take(two), 2U);
  EXPECT_EQ(two, "ab");
  EXPECT_EQ(delivery.look_ahead(100), "cdef");
  EXPECT_EQ(delivery.offset(), 2U);
  EXPECT_EQ(delivery.take_all(10), "cdef");
  EXPECT_EQ(delivery.offset(), 6U);
  EXPECT_EQ(delivery.look_ahead(1), "");
}

TEST(Delivery, LooksAheadToALinesEnd) {
  Delivery delivery{"x", Came::from_memory, stream_of("ab\ncd\nef")};
  EXPECT_EQ(delivery.look_ahead_a_line(100), "ab\n");
  EXPECT_EQ(delivery.look_ahead_a_line(2), "ab");
  std::array<char, 3> taken{};
  EXPECT_EQ(delivery.take(taken), 3U);
  EXPECT_EQ(delivery.look_ahead_a_line(100), "cd\n");
  EXPECT_EQ(delivery.look_ahead(100), "cd\nef");
}

TEST(Delivery, GivesNoMoreThanTheLimit) {
  Delivery delivery{"x", Came::from_memory, stream_of(std::string(100'000, 'a'))};
  EXPECT_FALSE(delivery.take_all(99'999));
  Delivery fits{"x", Came::from_memory, stream_of(std::string(100'000, 'a'))};
  EXPECT_EQ(fits.take_all(100'000)->size(), 100'000U);
}

}  // namespace
}  // namespace factbox::sources
