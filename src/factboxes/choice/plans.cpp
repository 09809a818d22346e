#include "factboxes/choice/plans.h"

#include <algorithm>

#include "factboxes/lines/printed_dates.h"
#include "stories/likeness.h"

namespace factbox::factboxes {
namespace {

using statements::Modality;

constexpr double kOver = 0.3;  // share of its worth that a plan keeps which is over
constexpr double kAkin = 0.4;  // of the words that the plan and its outcome share

bool is_plan(const Draft& draft) {
  return draft.told.modality == Modality::planned || draft.told.modality == Modality::predicted;
}

/// What was still to come when its report was published lies before the page's moment. ("They
/// agreed on Friday to meet" has the day of the agreement.)
bool is_past(const Workbench& bench, const Draft& draft) {
  const auto time = read_time(draft.event);
  const auto& published = bench.reports[draft.from.report].report->published_at;
  return time && published && bench.as_of && time->first > published->first &&
         time->past <= *bench.as_of;
}

/// A newer report tells that those who planned it have done it.
bool is_done(const Draft& plan, const Draft& outcome) {
  const bool newer = plan.last && outcome.last && *outcome.last > *plan.last;
  const bool told = outcome.told.modality == Modality::asserted && !outcome.background &&
                    outcome.told.predicate != 0 && outcome.told.predicate == plan.told.predicate &&
                    outcome.told.negative == plan.told.negative;
  if (!newer || !told) {
    return false;
  }
  const auto likeness = stories::compare(plan.told, outcome.told);
  return likeness.subject && likeness.object && !likeness.names_differ && !likeness.days_differ &&
         likeness.agreement() >= kAkin;
}

}  // namespace

void mark_plans_over(const Workbench& bench, std::vector<Draft>& drafts) {
  for (auto& draft : drafts) {
    if (!is_plan(draft)) {
      continue;
    }
    draft.over = is_past(bench, draft) ||
                 std::any_of(drafts.begin(), drafts.end(),
                             [&](const Draft& other) { return is_done(draft, other); });
    draft.worth *= draft.over && draft.worth > 0 ? kOver : 1;
  }
}

}  // namespace factbox::factboxes
