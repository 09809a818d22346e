/// \file
/// Which running stories have a word: where a report may belong, found without asking all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stories/report_vector.h"

namespace factbox::stories {

class StoryWords {
 public:
  /// Notes that a story has the words. `stories_last` tells by story which report came to it last:
  /// where too many have a word, it leads to those that were last in the news.
  void remember(std::span<const TermNumber> words, std::uint32_t story,
                std::span<const std::uint32_t> stories_last);

  /// The stories that share most of the report's strongest words, at most 24. One that joined
  /// another is found as that: `heirs` tells it by story, each itself if it joined none.
  [[nodiscard]] std::vector<std::uint32_t> sharing(const ReportVector& report,
                                                   std::span<const std::uint32_t> heirs);

  /// Forgets the stories; `gone` tells by story.
  void forget(const std::vector<bool>& gone);

  /// All that it remembers, on its way to bytes or back (walk_numbers.h).
  template <class Way, class Self>
  static void walk(Way& way, Self& self) {
    way.list(self.stories_with_, [&](auto& stories) { walk_wholes(way, stories); });
  }
  /// Whether it leads to no story but the first `stories`.
  [[nodiscard]] bool leads_within(std::size_t stories) const;

 private:
  std::vector<std::vector<std::uint32_t>> stories_with_;  ///< by word
  std::vector<float> shared_;                             ///< by story; scratch of sharing()
};

}  // namespace factbox::stories
