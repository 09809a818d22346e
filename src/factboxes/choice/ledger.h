/// \file
/// The figures of a story over all its statements: what is counted, how many, by whom, as of when.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "factboxes/workbench.h"
#include "mentions/mentions.h"
#include "stories/lexicon.h"
#include "stories/proposition.h"
#include "stories/proposition_reader.h"
#include "stories/story.h"

namespace factbox::factboxes {

/// One figure that somebody gave for a thing that the story counts.
struct Count {
  stories::StatementRef from;
  const mentions::Figure* figure = nullptr;  ///< lives as long as the workbench's reports
  stories::CountedThing thing;
  std::optional<Instant> at;  ///< its report's day or moment
  std::vector<Term> terms;    ///< of the statement
  stories::Proposition told;  ///< what the statement says
};

/// What the story's statements give for one thing, oldest first; what has no date comes before.
using Series = std::vector<Count>;

/// Books the figures of all statements that are sure enough, whether a page prints them or not: the
/// count of the dead is one row, whoever gives it. A thing that only one statement counts is no
/// row. Refers to the workbench.
class Ledger {
 public:
  Ledger(const Workbench& bench, const stories::Lexicon& lexicon);

  [[nodiscard]] const std::vector<Series>& all() const { return series_; }
  /// The row that a statement's figure stands in; none where only it counts that.
  [[nodiscard]] const Series* of(stories::StatementRef ref, const mentions::Figure& figure) const;
  /// All that a statement counts was counted anew by a later report, which overtakes it.
  [[nodiscard]] bool is_outdated(stories::StatementRef ref) const;

 private:
  void read(stories::StatementRef ref, stories::PropositionReader& propositions);
  void book(Count count);
  void close();

  const Workbench& bench_;
  std::vector<Series> series_;
  std::map<stories::StatementRef, std::vector<std::size_t>> rows_;  ///< of each statement
};

/// The later count takes the place of the earlier one: it is greater, or by the same source. A
/// lower one by somebody else may only be late.
[[nodiscard]] bool overtakes(const Count& later, const Count& earlier);

/// True for figures that tell how many of something there are: no ages, no years, no bare numbers.
[[nodiscard]] bool counts_something(const mentions::Figure& figure);

}  // namespace factbox::factboxes
