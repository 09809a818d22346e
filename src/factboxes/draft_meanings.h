/// \file
/// What drafts mean, to tell those that say the same in other words.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "factboxes/draft.h"
#include "factboxes/gather.h"
#include "statements/minilm/meaning.h"

namespace factbox::factboxes {

/// Reads a draft's meaning when it is first asked for, and keeps it: that costs more than all else
/// about a draft. Refers to what it is made with.
class DraftMeanings {
 public:
  DraftMeanings(const Desk& desk, const std::vector<Draft>& drafts,
                const statements::MeaningReader& reader);

  /// Reads two drafts' meanings at once, on two threads: one that is wanted and one that will
  /// likely be.
  void read_both(std::size_t wanted, std::size_t likely);

  /// How much two drafts, by their indexes, mean the same: up to 1.
  [[nodiscard]] double likeness(std::size_t a, std::size_t b) {
    return statements::likeness(of(a), of(b));
  }

  /// How much a draft means what the titles of the story's reports mean, taken together: up to 1.
  /// 1 where no report has a title.
  [[nodiscard]] double about(std::size_t index);

 private:
  const statements::Meaning& of(std::size_t index);
  void read_titles(const Desk& desk);

  const std::vector<Draft>& drafts_;
  const statements::MeaningReader& reader_;
  std::vector<std::optional<statements::Meaning>> meanings_;
  statements::Meaning titles_;  ///< their mean, of length one; empty where there are none
  statements::MeaningReader::Space space_, other_space_;
};

}  // namespace factbox::factboxes
