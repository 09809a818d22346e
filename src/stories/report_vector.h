/// \file
/// A report as weighted words, and a story as the mean of its reports.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stories/terms.h"

namespace factbox::stories {

/// How much each part of a report weighs in what it is about.
struct WeighingOptions {
  double title =
      3.0;            ///< added for a word that the title has; in the text it weighs log(1 + times)
  double lead = 1.0;  ///< added for one that the lead has
  double name = 1.5;  ///< factor for names
  double prior = 10;  ///< reports thought to have come before the first: rarity needs many
};

struct WeightedTerm {
  TermNumber term = 0;
  float weight = 0;
  bool name = false;
};

/// Words by number, with weights; of length 1 where it stands for a report.
using ReportVector = std::vector<WeightedTerm>;

/// How rare words are in the stream so far.
class Rarity {
 public:
  /// Weighs a report's words by the reports that came before it.
  [[nodiscard]] ReportVector weigh(std::span<const TermCount> counts,
                                   const WeighingOptions& options) const;
  /// Counts a report that has come.
  void count(std::span<const TermCount> counts);

 private:
  double reports_ = 0;
  std::vector<std::uint32_t> reports_with_;  ///< by term
};

/// The mean of a story's reports, older ones faded. Holds a bounded number of words.
class Centre {
 public:
  /// Cosine of the angle between them, 0 to 1. Names count for at most `names_at_most` times what
  /// the other words do: two stories about the same people are told apart by what happens.
  [[nodiscard]] double likeness(std::span<const WeightedTerm> report, double names_at_most) const;
  /// How much of what the story is about a headline says in how few words.
  [[nodiscard]] double headline_worth(std::span<const TermNumber> headline) const;
  /// Fades what is there by the factor, then adds a report. Gives the words that are new to it.
  std::vector<TermNumber> join(std::span<const WeightedTerm> report, double fade);

 private:
  std::vector<WeightedTerm> weights_;  ///< by term
  double square_ = 0;                  ///< of its length
};

}  // namespace factbox::stories
