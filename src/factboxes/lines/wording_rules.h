/// \file
/// What every wording of a page goes by.
#pragma once

#include <string>

#include "factboxes/house_style.h"
#include "factboxes/people.h"
#include "factboxes/story_words.h"
#include "reports/outlets.h"
#include "reports/report.h"

namespace factbox::factboxes {

/// What every wording of a page goes by; owns nothing.
struct WordingRules {
  const HouseStyle& style;
  const People& people;
  const reports::Outlets& outlets;
  const StoryWords& words;
  int current_year = 0;      ///< which dates leave out
  bool always_year = false;  ///< in a background they don't
};

/// The name under which a page gives a report's outlet.
[[nodiscard]] std::string outlet_of(const reports::Report& report, const reports::Outlets& outlets);

}  // namespace factbox::factboxes
