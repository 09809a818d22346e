/// \file
/// What some lines have in common, as a heading.
#pragma once

#include <string>
#include <vector>

#include "factboxes/choice/draft.h"
#include "factboxes/workbench.h"

namespace factbox::factboxes {

/// Some lines and the noun phrase that they share, as one of them has it ("Oil exports").
struct Topic {
  std::string heading;
  std::vector<std::size_t> drafts;
};

/// Parts lines by topics, the one that most of them share first, until no more than `enough` are
/// left without. A topic has at least two lines and at most `enough`; a line has one topic. Names
/// of people and words that judge make no heading.
[[nodiscard]] std::vector<Topic> find_topics(const Workbench& bench,
                                             const std::vector<Draft>& drafts,
                                             const std::vector<std::size_t>& lines,
                                             std::size_t enough);

}  // namespace factbox::factboxes
