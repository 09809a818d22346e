/// \file
/// Which times a line prints as dates.
#pragma once

#include "base/byte_range.h"
#include "factboxes/lines/wording_rules.h"
#include "mentions/mentions.h"
#include "statements/read_report.h"

namespace factbox::factboxes {

/// True where a date takes the place of the words of a time: "Tuesday", "two days ago", "May 8" of
/// another year. Not where the day is part of a name ("Friday prayers"), nor where the date may be
/// wrong: then the words stay, and the line is flagged or left out.
[[nodiscard]] bool wants_date(const reports::Report& report, const statements::Statement& statement,
                              const mentions::TimeMention& time, ByteRange words,
                              const WordingRules& rules);

/// The words that a printed day takes the place of: "Tuesday" of "10 a.m. on Tuesday", since the
/// hour stays; else all of them. Empty where the day can't be told from the hour.
[[nodiscard]] ByteRange day_words(std::string_view text, const mentions::TimeMention& time,
                                  ByteRange words, const HouseStyle& style);

}  // namespace factbox::factboxes
