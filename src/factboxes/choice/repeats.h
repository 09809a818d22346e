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
/// the same event is told in other words by each outlet, and by each that is asked. Whatever the
/// words, two lines that differ in a figure, a name, a day or in direction ("began", "ended") are
/// two: the likeness of meaning is one of topic, and only confirms.
class Repeats {
 public:
  Repeats(const Workbench& bench, const std::vector<Draft>& drafts, DraftMeanings& meanings);

  /// How likely a reader of the one would say of the other, by their indexes: "you have told me
  /// this". By their words, figures and sources, which costs little.
  [[nodiscard]] double likelihood(std::size_t index, std::size_t other) const;
  /// The same by what they mean too, which is read where the words leave it open: at least
  /// kToldAgain where the one is better left out beside the other.
  [[nodiscard]] double likelihood_by_meaning(std::size_t index, std::size_t other);
  static constexpr double kToldAgain = 0.15;

 private:
  const Workbench& bench_;
  const std::vector<Draft>& drafts_;
  DraftMeanings& meanings_;
  std::map<std::uint32_t, std::set<std::uint32_t>> told_by_;  ///< claims that tell each other
};

/// The measures of two statements, for RepeatWeights; `contained` is how much of the words of the
/// one that says less the other has.
[[nodiscard]] PairFeatures compare_tellings(const stories::Proposition& one,
                                            const stories::Proposition& other, double contained);

/// Who is heard in a line: its first source, or the outlet itself.
[[nodiscard]] std::string voice_of(const Draft& draft);

}  // namespace factbox::factboxes
