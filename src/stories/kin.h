/// \file
/// How alike two running stories are, whichever events they tell.
#pragma once

#include <map>
#include <span>

#include "reports/report.h"
#include "stories/report_vector.h"
#include "stories/running_story.h"
#include "stories/terms.h"

namespace factbox::stories {

/// Holds one story against others: what it shares with them is what tells a next round of the same
/// talks from a match of the same two countries.
class Kin {
 public:
  /// The story's `reports` are those that all stories number; `rarity` has counted them.
  Kin(const RunningStory& story, std::span<const reports::ReportPtr> reports, Terms& terms,
      const Rarity& rarity);

  /// The cosine of the angle between what the reports of both have on average, rare words and names
  /// counting most. Cost: one reading of the other's reports.
  [[nodiscard]] double likeness(const RunningStory& other) const;

 private:
  using Weights = std::map<TermNumber, double>;
  [[nodiscard]] Weights mean_of(const RunningStory& story) const;

  std::span<const reports::ReportPtr> reports_;
  Terms& terms_;
  const Rarity& rarity_;
  Weights mean_;
};

}  // namespace factbox::stories
