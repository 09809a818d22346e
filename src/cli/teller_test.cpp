#include "cli/teller.h"

#include <gtest/gtest.h>

#include <sstream>

namespace factbox::cli {
namespace {

using std::chrono::milliseconds;

TEST(ProgressTold, SaysWhatIsLeftOnceThatCanBeTold) {
  EXPECT_EQ(progress_told("loading models", 0, 0, milliseconds{0}), "loading models …");
  EXPECT_EQ(progress_told("reading", 1, 4, milliseconds{900}), "reading: 1 of 4");
  EXPECT_EQ(progress_told("reading", 1, 4, milliseconds{3000}), "reading: 1 of 4, 9 s left");
  EXPECT_EQ(progress_told("reading", 1, 101, milliseconds{3000}), "reading: 1 of 101, 6 min left");
}

TEST(Telling, ShowsNoProgressWhereNobodySitsAtATerminal) {
  std::ostringstream messages;
  Teller teller{messages};
  teller.progress("reading", 0, 2);
  teller.note("done");
  EXPECT_EQ(messages.str(), "factbox: done\n");
}

TEST(Telling, WhatComesFromOutsideReachesNoTerminalRaw) {
  std::ostringstream messages;
  Teller teller{messages};
  teller.note("a\033[31m\u009b2J\u202e\x9b\xc3z é");
  teller.trouble({"\033]0;x\a", 2, 5, {ErrorKind::malformed, "\r\033[K"}});
  desk::StoryShown story;
  story.title = "\033[2J";
  teller.picked(story, {});
  EXPECT_EQ(messages.str().find('\033'), std::string::npos);
  EXPECT_EQ(messages.str().find("factbox: a?[31m?2J???z é\nfactbox: ?]0;x?:2: byte 5: ??[K\n"), 0U);
}

TEST(Telling, OverwritesItsLineAndTakesItAway) {
  std::ostringstream messages;
  {
    Teller teller{messages, true};
    teller.progress("reading", 0, 2);
    teller.progress("reading", 1, 2);  // so soon that nobody could read it
    teller.note("a word");
    teller.progress("joining", 0, 0);
  }
  EXPECT_EQ(messages.str(),
            "\r\033[Kfactbox: reading: 0 of 2\r\033[Kfactbox: a word\n"
            "\r\033[Kfactbox: joining …\r\033[K");
}

}  // namespace
}  // namespace factbox::cli
