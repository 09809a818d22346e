/// \file
/// Whether one line of a page would tell again what another tells.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "factboxes/choice/draft.h"
#include "factboxes/choice/draft_meanings.h"
#include "factboxes/workbench.h"

namespace factbox::factboxes {

/// Compares drafts by their words, by how their claims stand to each other, and by what they mean:
/// the same event is told in other words by each outlet, and by each that is asked.
class Repeats {
 public:
  Repeats(const Workbench& bench, const std::vector<Draft>& drafts, DraftMeanings& meanings);

  /// A reader of the one would say of the other, by their indexes: "you have told me this". By
  /// their words and their claims, which costs little.
  [[nodiscard]] bool says_the_same(std::size_t index, std::size_t other) const;
  /// The same by what they mean. Two who say something alike are two lines sooner than one thing
  /// that two outlets tell.
  [[nodiscard]] bool means_the_same(std::size_t index, std::size_t other);

 private:
  const Workbench& bench_;
  const std::vector<Draft>& drafts_;
  DraftMeanings& meanings_;
  std::map<std::uint32_t, std::set<std::uint32_t>> told_by_;  ///< claims that tell each other
};

/// Who is heard in a line: its first source, or the outlet itself.
[[nodiscard]] std::string voice_of(const Draft& draft);

}  // namespace factbox::factboxes
