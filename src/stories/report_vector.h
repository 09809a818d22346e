/// \file
/// A report as weighted words, and a story as the mean of its reports.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stories/terms.h"
#include "stories/walk_numbers.h"

namespace factbox::stories {

/// How much each part of a report weighs in what it is about.
struct WeighingOptions {
  double title =
      3.0;            ///< added for a word that the title has; in the text it weighs log(1 + times)
  double lead = 1.0;  ///< added for one that the lead has
  double name = 1.5;  ///< factor for names
  double telling = 2;  ///< factor for names and figures, where look-alike events are told apart
  double prior = 10;   ///< reports thought to have come before the first: rarity needs many
};

struct WeightedTerm {
  TermNumber term = 0;
  float weight = 0;
  bool name = false;
  std::uint8_t lead = 0;  ///< what it weighs in title and lead, however rare, in eighths at most
};

/// Words by number, with weights; of length 1 where it stands for a report.
using ReportVector = std::vector<WeightedTerm>;

template <class Way, class Words>
void walk_words(Way& way, Words& words) {
  way.list(words, [&](auto& word) {
    walk_whole(way, word.term);
    walk_float(way, word.weight);
    way.flag(word.name);
    walk_whole(way, word.lead);
  });
}

/// How rare words are in the stream so far.
class Rarity {
 public:
  /// Weighs a report's words by the reports that came before it.
  [[nodiscard]] ReportVector weigh(std::span<const TermCount> counts,
                                   const WeighingOptions& options) const;
  /// Counts a report that has come.
  void count(std::span<const TermCount> counts);
  /// All that it remembers, on its way to bytes or back (walk_numbers.h).
  template <class Way, class Self>
  static void walk(Way& way, Self& self) {
    way.real(self.reports_);
    walk_wholes(way, self.reports_with_);
  }

 private:
  double reports_ = 0;
  std::vector<std::uint32_t> reports_with_;  ///< by term
};

/// How alike two are, by words and, where both are headlines, by meaning.
struct Alike {
  double words = 0;      ///< mean cosine of the words
  double meant = 0;      ///< mean cosine of the meanings
  double headlines = 0;  ///< the share of pairs of which both are headlines
};

/// The sum of a story's reports, older ones faded: gives the mean likeness to them. Holds a bounded
/// number of words.
class Centre {
 public:
  /// Mean over the story's reports of the cosine of the angle between them. Names count for at
  /// most `names_at_most` times what the other words do: two stories about the same people are told
  /// apart by what happens.
  [[nodiscard]] Alike likeness(std::span<const WeightedTerm> report, std::span<const float> meaning,
                               double names_at_most) const;
  /// Mean over all pairs of a report of each.
  [[nodiscard]] Alike likeness(const Centre& other, double names_at_most) const;
  /// How much of what the story is about a headline says in how few words.
  [[nodiscard]] double headline_worth(std::span<const TermNumber> headline) const;
  /// Fades what is there by the factor, then adds a report. Gives the words that are new to it.
  std::vector<TermNumber> join(std::span<const WeightedTerm> report, std::span<const float> meaning,
                               double fade);
  /// Adds another's reports. Gives the words that are new to it.
  std::vector<TermNumber> join(const Centre& other);

  /// All that it remembers, on its way to bytes or back (walk_numbers.h).
  template <class Way, class Self>
  static void walk(Way& way, Self& self) {
    walk_words(way, self.weights_);
    way.real(self.count_);
    way.list(self.meanings_, [&](auto& number) { walk_float(way, number); });
    way.real(self.meant_);
  }

 private:
  std::vector<TermNumber> add(std::span<const WeightedTerm> report, double fade);
  std::vector<WeightedTerm> weights_;  ///< by term
  double count_ = 0;                   ///< of reports, older ones faded
  std::vector<float> meanings_;        ///< the sum of those of headlines
  double meant_ = 0;                   ///< how many those are
};

}  // namespace factbox::stories
