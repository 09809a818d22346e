#include "factboxes/checks/marks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "texts/marks.h"

// The check's reader of quotation marks and the compiler's, held against each other and against
// what the text was made from.
namespace factbox::factboxes::checks {
namespace {

struct Style {
  std::string_view open;
  std::string_view close;
  int family;
};

constexpr std::array<Style, 11> kStyles{{{"“", "”", 0},
                                         {"„", "“", 0},
                                         {"„", "”", 0},
                                         {"\"", "\"", 1},
                                         {"‘", "’", 2},
                                         {"«", "»", 3},
                                         {"‹", "›", 3},
                                         {"「", "」", 4},
                                         {"‚", "‘", 2},
                                         {"'", "'", 5},
                                         {"``", "''", 5}}};
constexpr std::array<std::string_view, 12> kWords{"the",    "pier",      "Ödvik’s", "don’t",
                                                  "closed", "yesterday", "Ruiz",    "said",
                                                  "1,200",  "isn't",     "été",     "part"};

/// Text with quotations that are known.
class Composer {
 public:
  explicit Composer(std::uint32_t seed) : random_(seed) {}

  void compose() {
    for (auto paragraphs = pick(3) + 1; paragraphs > 0; --paragraphs) {
      if (!text_.empty()) {
        text_ += "\n\n";
      }
      for (auto sentences = pick(3) + 1; sentences > 0; --sentences) {
        words();
        if (pick(2) == 0) {
          space();
          quotation({});
        }
        space();
        words();
        text_ += sentences > 1 ? ". " : ".";
      }
    }
    std::ranges::sort(inside_);
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<ByteRange>& inside() const { return inside_; }

 private:
  std::uint32_t pick(std::uint32_t below) { return static_cast<std::uint32_t>(random_() % below); }

  void space() {
    if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') {
      text_ += ' ';
    }
  }

  void words() {
    for (auto count = pick(4) + 1; count > 0; --count) {
      text_ += kWords.at(pick(kWords.size()));
      text_ += count > 1 ? " " : "";
    }
  }

  void quotation(std::vector<int> around) {
    const Style style = kStyles.at(pick(kStyles.size()));
    if (std::ranges::find(around, style.family) != around.end()) {
      words();
      return;
    }
    around.push_back(style.family);
    text_ += style.open;
    const auto begin = static_cast<std::uint32_t>(text_.size());
    if (around.size() < 3 && pick(4) == 0) {
      quotation(around);
      text_ += ", ";
    }
    words();
    if (around.size() < 3 && pick(3) == 0) {
      text_ += ' ';
      quotation(around);
    } else if (pick(2) == 0) {
      text_ += pick(2) == 0 ? "," : ".";
    }
    inside_.push_back({begin, static_cast<std::uint32_t>(text_.size())});
    text_ += style.close;
  }

  std::mt19937 random_;
  std::string text_;
  std::vector<ByteRange> inside_;
};

std::vector<ByteRange> by_the_check(std::string_view text) {
  std::vector<ByteRange> found;
  for (const Quoted& one : quoted_in(text)) {
    found.push_back(one.inside);
  }
  std::ranges::sort(found);
  return found;
}

std::vector<ByteRange> by_the_compiler(std::string_view text) {
  std::vector<ByteRange> found;
  for (const texts::Quotation& one : texts::find_quotations(text)) {
    found.push_back(one.inside);
  }
  std::ranges::sort(found);
  return found;
}

TEST(QuotedIn, SeesWhatTheCompilerSees) {
  constexpr std::uint32_t kTexts = 5'000;
  for (std::uint32_t seed = 1; seed <= kTexts; ++seed) {
    Composer composer{seed};
    composer.compose();
    ASSERT_EQ(by_the_check(composer.text()), composer.inside()) << seed << ": " << composer.text();
    ASSERT_EQ(by_the_compiler(composer.text()), composer.inside())
        << seed << ": " << composer.text();
  }
}

/// Marks in any order: what the one takes for a quotation with both its marks and none inside, the
/// other sees too.
TEST(QuotedIn, NeverLosesItsPlaceInMarksWithoutSense) {
  std::mt19937 random{7};
  constexpr int kTexts = 5'000;
  for (int turn = 0; turn < kTexts; ++turn) {
    std::string text;
    for (auto length = random() % 30; length > 0; --length) {
      const Style style = kStyles.at(random() % kStyles.size());
      const std::array<std::string_view, 7> parts{style.open, style.close, " ",   "word",
                                                  "s",        ". A",       "\n\n"};
      text += parts.at(random() % parts.size());
    }
    for (const Quoted& one : quoted_in(text)) {
      ASSERT_TRUE(one.whole.covers(one.inside) && one.whole.end <= text.size()) << text;
    }
    for (const Quoted& one : outermost(quoted_in(text))) {
      ASSERT_FALSE(one.inside.empty());
    }
    for (const texts::Quotation& one : texts::find_quotations(text)) {
      ASSERT_TRUE(one.whole.covers(one.inside) && one.whole.end <= text.size()) << text;
    }
  }
}

/// A mark without its end ends with its paragraph: a blank line, or, in a text without any, a line
/// that ends as a sentence does.
TEST(QuotedIn, EndsWithItsParagraph) {
  const auto ends_at = [](std::string_view text) {
    const auto found = quoted_in(text);
    return found.empty() ? std::string_view{} : found[0].inside.in(text);
  };
  EXPECT_EQ(ends_at("He said “no.\n \nThe pier” is shut.\n\nIt rains."), "no.");
  EXPECT_EQ(ends_at("He said “no.\nThe pier” is shut.\n\nIt rains."), "no.\nThe pier");
  EXPECT_EQ(ends_at("He said “no.\nThe pier” is shut."), "no.");
  EXPECT_EQ(ends_at("He said “no\nto the pier” again."), "no\nto the pier");
  EXPECT_EQ(ends_at("He said “no. 3\nto the pier” again."), "no. 3\nto the pier");
}

TEST(QuotedIn, TellsApostrophes) {
  const std::string text = "‘The players’ union left yesterday,’ she said of the ’90s.";
  EXPECT_EQ(by_the_check(text).size(), 1U);
  EXPECT_EQ(by_the_check(text), by_the_compiler(text));
  EXPECT_TRUE(by_the_check("The players' union and the '90s.").empty());
}

TEST(QuotedIn, SaysWhichMarkIsMissing) {
  const auto open = quoted_in("He said “no.");
  ASSERT_EQ(open.size(), 1U);
  EXPECT_FALSE(open[0].closed);
  const auto close = quoted_in("No,” he said.");
  ASSERT_EQ(close.size(), 1U);
  EXPECT_FALSE(close[0].opened);
}

}  // namespace
}  // namespace factbox::factboxes::checks
