#include "stories/copies.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace factbox::stories {
namespace {

using Words = std::vector<std::string>;

Shingles shingles_of(const Words& words) {
  std::string text;
  for (const std::string& word : words) {
    text += word + ' ';
  }
  return shingle(split_words(text));
}

Words random_words(std::mt19937& random, std::size_t count) {
  Words words;
  for (std::size_t i = 0; i < count; ++i) {
    words.push_back("w" + std::to_string(random() % 5000));
  }
  return words;
}

Words part(const Words& words, std::size_t from, std::size_t to) {
  return {words.begin() + static_cast<std::ptrdiff_t>(from),
          words.begin() + static_cast<std::ptrdiff_t>(std::min(to, words.size()))};
}

Words joined(Words first, const Words& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

class Copies : public ::testing::Test {
 protected:
  std::mt19937 random{11};
  Words dispatch = random_words(random, 300);
  WordingsInMemory past;
};

TEST_F(Copies, AreFoundWhenCutPaddedOrTouchedUp) {
  past.add(shingles_of(random_words(random, 300)));
  past.add(shingles_of(dispatch));
  Words touched = dispatch;
  for (std::size_t i = 0; i < touched.size(); i += 15) {
    touched[i] = "changed";
  }
  const std::vector<Words> copies = {
      dispatch,
      part(dispatch, 0, 60),
      part(dispatch, 40, 300),
      joined({"LONDON", "Agencies"}, dispatch),
      joined(random_words(random, 120), dispatch),
      joined(part(dispatch, 0, 120), joined(random_words(random, 30), part(dispatch, 160, 300))),
      touched,
  };
  for (const Words& copy : copies) {
    const auto found = find_copy(shingles_of(copy), past);
    ASSERT_TRUE(found) << copy.size();
    EXPECT_EQ(found->report, 1U);
  }
}

TEST_F(Copies, AnEarlierCutIsFoundByTheWhole) {
  past.add(shingles_of(part(dispatch, 0, 80)));
  ASSERT_TRUE(find_copy(shingles_of(dispatch), past));
}

TEST_F(Copies, SharedBackgroundAtTheEndIsNoCopy) {
  const Words background = random_words(random, 200);
  past.add(shingles_of(joined(random_words(random, 120), background)));
  EXPECT_FALSE(find_copy(shingles_of(joined(random_words(random, 120), background)), past));
}

TEST_F(Copies, AFewQuotedSentencesAreNoCopy) {
  past.add(shingles_of(dispatch));
  const Words quoting = joined(random_words(random, 150), part(dispatch, 100, 160));
  EXPECT_FALSE(find_copy(shingles_of(quoting), past));
}

TEST_F(Copies, OneMergedOfTwoGoesToTheOneThatGaveMore) {
  const Words other = random_words(random, 200);
  past.add(shingles_of(other));
  past.add(shingles_of(dispatch));
  const auto found = find_copy(shingles_of(joined(dispatch, other)), past);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->report, 1U);
}

TEST_F(Copies, ShortWordingsMustBeEqual) {
  past.add(shingles_of({"Talks", "resume", "in", "Muscat", "on", "Friday"}));
  EXPECT_TRUE(find_copy(shingles_of({"talks", "resume", "in", "muscat", "on", "friday"}), past));
  EXPECT_FALSE(find_copy(shingles_of({"talks", "resume", "in", "muscat", "on", "monday"}), past));
  past.add(shingles_of({"Breaking", "news"}));
  EXPECT_FALSE(find_copy(shingles_of({"Breaking", "news"}), past)) << "two words may be anybody's";
}

TEST_F(Copies, AHundredThousandEqualReportsCostLittleEach) {
  const Shingles equal = shingles_of(dispatch);
  for (int i = 0; i < 20000; ++i) {
    if (i > 0) {
      ASSERT_EQ(find_copy(equal, past)->report, 0U);
    }
    past.add(equal);
  }
  for (const std::uint32_t hash : equal.sketch) {
    EXPECT_LE(past.with_sketch(hash).size(), 48U);
  }
}

/// The slow twin: compares with every earlier report.
std::optional<ArrivalNumber> find_copy_slowly(const Shingles& wording,
                                              const std::vector<Shingles>& past) {
  std::optional<ArrivalNumber> best;
  std::uint32_t best_shared = 0;
  for (ArrivalNumber i = 0; i < past.size(); ++i) {
    if (past[i].whole == wording.whole && wording.words >= CopyOptions{}.equal_words) {
      return i;
    }
  }
  for (ArrivalNumber i = 0; i < past.size(); ++i) {
    const Overlap overlap = compare(wording, past[i]);
    if (!is_copy(wording, past[i], overlap) || overlap.shared <= best_shared) {
      continue;
    }
    best = i;
    best_shared = overlap.shared;
  }
  return best;
}

TEST_F(Copies, TheSketchFindsWhatComparingAllFinds) {
  std::vector<Words> texts;
  std::vector<Shingles> wordings;
  int copies = 0;
  for (int i = 0; i < 600; ++i) {
    Words words = random_words(random, 40 + random() % 200);
    if (i > 0 && random() % 2 == 0) {
      const Words& earlier = texts[random() % texts.size()];
      const std::size_t from = random() % (earlier.size() / 2);
      words =
          joined(part(earlier, from, from + 20 + random() % 200), part(words, 0, random() % 80));
      for (std::size_t k = 0; k < words.size(); k += 12 + random() % 30) {
        words[k] = "other";
      }
    }
    const Shingles wording = shingles_of(words);
    const auto slow = find_copy_slowly(wording, wordings);
    const auto fast = find_copy(wording, past);
    ASSERT_EQ(fast.has_value(), slow.has_value()) << "report " << i;
    if (slow) {
      EXPECT_EQ(fast->report, *slow);
      ++copies;
    }
    past.add(wording);
    wordings.push_back(wording);
    texts.push_back(std::move(words));
  }
  EXPECT_GT(copies, 100);
}

}  // namespace
}  // namespace factbox::stories
