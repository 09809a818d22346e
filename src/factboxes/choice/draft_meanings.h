/// \file
/// What drafts mean, to tell those that say the same in other words.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "factboxes/choice/draft.h"
#include "readers/minilm/meaning.h"

namespace factbox::factboxes {

/// Reads a draft's meaning when it is first asked for, and keeps it: that costs more than all else
/// about a draft. Refers to what it is made with.
class DraftMeanings {
 public:
  DraftMeanings(const std::vector<Draft>& drafts, const readers::MeaningReader& reader);

  /// How much two drafts, by their indexes, mean the same: up to 1.
  [[nodiscard]] double likeness(std::size_t a, std::size_t b) {
    return readers::likeness(of(a), of(b));
  }

 private:
  const readers::Meaning& of(std::size_t index);

  const std::vector<Draft>& drafts_;
  const readers::MeaningReader& reader_;
  std::vector<std::optional<readers::Meaning>> meanings_;
  readers::MeaningReader::Space space_;
};

}  // namespace factbox::factboxes
