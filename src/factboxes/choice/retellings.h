/// \file
/// Who else tells what a line tells, in other words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "factboxes/choice/draft.h"
#include "factboxes/choice/repeats.h"
#include "factboxes/workbench.h"

namespace factbox::factboxes {

/// Finds the claims of other origins that are a draft's own in other words, by the learned measure
/// of retelling. Rather missed than wrong: a count of origins that is too great can't be excused.
class Retellings {
 public:
  /// Refers to what it is made with.
  Retellings(const Workbench& bench, const std::vector<Draft>& drafts, Repeats& repeats);

  /// The claims, by their indexes in Story::claims, that tell all that the draft does. Reads what
  /// its neighbours mean when it is first asked for, and keeps the answer.
  const std::vector<std::uint32_t>& of(std::size_t draft);

 private:
  [[nodiscard]] bool tells_all(std::size_t draft, std::size_t other) const;

  const Workbench& bench_;
  const std::vector<Draft>& drafts_;
  Repeats& repeats_;
  std::map<std::size_t, std::vector<std::uint32_t>> found_;
};

}  // namespace factbox::factboxes
