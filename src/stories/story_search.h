/// \file
/// Finding a running story by words.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "reports/report.h"
#include "stories/lexicon.h"
#include "stories/story_stream.h"

namespace factbox::stories {

/// A story that has some of the words looked for.
struct FoundStory {
  std::uint32_t story = 0;  ///< index among the stories
  double score = 0;
  double holds = 0;  ///< the share of the words that it holds
};

struct StorySearch {
  std::optional<std::uint32_t> taken;  ///< index of the story meant; none: nothing found
  std::vector<FoundStory> nearest;     ///< the best first, at most five
  /// What the words mean of the story taken and of the days around it: indexes of reports, sorted.
  std::vector<std::uint32_t> reports;
};

/// Finds the story that `words` mean: an id that exists wins; else the stories are ranked by the
/// words of their titles and reports (BM25; a story counts by its ten best reports), and the best
/// is taken if it holds two thirds of the words: has them in a title, or in the text of one report
/// in five. Of two that have the words alike, the one that runs still counts for up to a quarter
/// more. Words match by stem, names by any of their forms. `reports` are those that the stories
/// number. Ties go to the story that began first. Cost: one reading of all reports.
///
/// A page is made of `reports`: those of the story taken that speak of what was asked for (their
/// own BM25 is near that of the best), those of its kin (stories that have the words too, ran
/// within days of it and are alike to it as stories), and of others those of the same days that
/// hold every word as well. So one crisis that was told as many events is one page, what goes on
/// where a story ends is on it, and of a crisis of two months comes the part that was meant. By an
/// id the whole story is meant.
[[nodiscard]] StorySearch find_story(std::string_view words, std::span<const RunningStory> stories,
                                     std::span<const reports::ReportPtr> reports,
                                     const std::shared_ptr<const Lexicon>& lexicon);

}  // namespace factbox::stories
