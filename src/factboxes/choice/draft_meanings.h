/// \file
/// What drafts mean, to tell those that say the same in other words.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "base/executor.h"
#include "factboxes/choice/draft.h"
#include "factboxes/workbench.h"
#include "readers/minilm/meaning.h"

namespace factbox::factboxes {

/// Reads a draft's meaning when it is first asked for, and keeps it: that costs more than all else
/// about a draft. What can be read at once goes to the executor. Refers to what it is made with.
class DraftMeanings {
 public:
  DraftMeanings(const Workbench& bench, const std::vector<Draft>& drafts,
                const readers::MeaningReader& reader, const Executor& executor);

  /// Reads two drafts' meanings at once: one that is wanted and one that will likely be.
  void read_both(std::size_t wanted, std::size_t likely);

  /// How much two drafts, by their indexes, mean the same: up to 1.
  [[nodiscard]] double likeness(std::size_t a, std::size_t b) {
    return readers::likeness(of(a), of(b));
  }

  /// How much a draft means what the titles of the story's reports mean, taken together: up to 1.
  /// 1 where no report has a title.
  [[nodiscard]] double about(std::size_t index);

 private:
  const readers::Meaning& of(std::size_t index);
  void read_titles(const Workbench& bench);

  const std::vector<Draft>& drafts_;
  const readers::MeaningReader& reader_;
  const Executor& executor_;
  std::vector<std::optional<readers::Meaning>> meanings_;
  readers::Meaning titles_;  ///< their mean, of length one; empty where there are none
  std::array<readers::MeaningReader::Space, 2> spaces_;  ///< of what is read at once
};

}  // namespace factbox::factboxes
