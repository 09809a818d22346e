/// \file
/// From "last Friday" and the report's date to a day of the calendar.
#pragma once

#include <chrono>
#include <optional>

#include "mentions/mentions.h"
#include "mentions/times/days.h"
#include "mentions/times/expression.h"
#include "mentions/times/tense.h"

namespace factbox::mentions {

/// What a report's relative times are counted from.
struct Anchor {
  std::optional<Day> day;          ///< of publication, where it was published
  std::optional<Instant> moment;   ///< where the time of day is known
  std::chrono::seconds offset{0};  ///< of its zone from UTC
  bool estimated = false;          ///< a guess: good for years and months, not for days
};

/// What was told before an expression in the same report.
struct Told {
  std::optional<Day> day;      ///< the last day named
  std::optional<Day> quarter;  ///< first day of the last quarter named, nearby
  std::optional<Day> year;     ///< a day in the year that was named last
};

/// Value and moments of an expression; `where` is left to the caller.
[[nodiscard]] TimeMention resolve(const Expression& expression, const Anchor& anchor,
                                  const Told& told, Tense tense);

}  // namespace factbox::mentions
