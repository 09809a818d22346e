/// \file
/// Persons named by their last names alone, across the reports of a story.
#pragma once

#include <span>
#include <vector>

#include "statements/read_report.h"
#include "stories/story.h"

namespace factbox::stories {

/// The short forms that can mean one person only: "Araghchi" where the story has one Araghchi by
/// first name, spelt in one way or several of the same initial ("Abbas", "A."). Where there are
/// two, the short form stands for nobody.
[[nodiscard]] std::vector<PersonForm> join_persons(std::span<const statements::ReadReport> reports);

}  // namespace factbox::stories
