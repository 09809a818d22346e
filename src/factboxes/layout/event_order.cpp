#include "factboxes/layout/event_order.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/instant.h"

namespace factbox::factboxes {
namespace {

/// The start of the day on which what the draft tells happened, or was first reported.
std::optional<Instant> day_of(const Workbench& bench, const Draft& draft) {
  const auto& event = bench.statement(draft.from).event;
  constexpr std::size_t kDay = 10;
  const auto happened = read_time(event ? std::string_view{event->value}.substr(0, kDay) : "");
  if (happened && (!bench.as_of || happened->first <= *bench.as_of)) {
    return happened->first;
  }
  std::optional<Instant> first;
  for (const auto ref : bench.story.claims[draft.claim].statements) {
    const auto& published = bench.reports[ref.report].report->published_at;
    if (published && (!first || published->first < *first)) {
      first = published->first;
    }
  }
  return first ? std::optional<Instant>{std::chrono::floor<std::chrono::days>(
                     Instant{bench.options.timezone.clock_at(*first).time_since_epoch()})}
               : std::nullopt;
}

}  // namespace

void order_events(const Workbench& bench, const std::vector<Draft>& drafts,
                  std::vector<SectionPlan>& plans) {
  for (auto& plan : plans) {
    if (plan.kind != "happened") {  // not English: a section's kind
      continue;
    }
    std::map<std::size_t, std::optional<Instant>> days;
    for (const auto index : plan.drafts) {
      days.emplace(index, day_of(bench, drafts[index]));
    }
    // An empty day is less than any other.
    std::stable_sort(plan.drafts.begin(), plan.drafts.end(),
                     [&](std::size_t a, std::size_t b) { return days.at(a) > days.at(b); });
  }
}

}  // namespace factbox::factboxes
