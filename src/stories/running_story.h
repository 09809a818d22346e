/// \file
/// Running stories as a stream has them, and what happens to them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "stories/parting.h"
#include "stories/report_vector.h"
#include "stories/shingles.h"

namespace factbox::stories {

struct StreamOptions {
  WeighingOptions weighing;
  double likeness = 0.12;           ///< of a report to a story's reports, on average, to join it
  double joining = 0.13;            ///< of the reports of two stories, on average, to become one
  double headline_likeness = 0.15;  ///< the same of headlines whose meaning is known
  double meaning_weight = 0.5;      ///< of a cosine of meanings beside one of words
  double near = 0.7;                ///< stories as like a report as that share of it may join
  double names_at_most = 4;         ///< what names may add to a likeness, as times of what words do
  double full_words = 80;           ///< different words from which on that holds
  double short_power = 0.7;         ///< how fast less is asked of fewer words
  double short_floor = 0.3;         ///< the share of the likeness that is asked of the shortest
  double forget_days = 30;          ///< a report's part in its story fades to 37 % in that time
  double gap_days = 20;             ///< likeness fades to 37 % over that time without a report
  double age_days = 120;            ///< and over that time since the story began
  double guessed_slower = 10;       ///< the same where a date is guessed: so many times the days
  std::size_t part_first = 4;       ///< reports that a story has when it is asked if it tells two
  double part_again = 2;            ///< and how many times as many when that is asked again
  std::size_t headline_words = 12;  ///< fewer different words are too few to part by
  PartingOptions parting;
  CopyOptions copies;
};

/// Where a report was placed.
struct Placement {
  std::uint32_t story = 0;   ///< index in StoryStream::stories()
  std::uint32_t origin = 0;  ///< arrival number of the report whose wording it has; its own if none
};

/// A story as the stream has it so far.
struct RunningStory {
  std::string id;                      ///< from its first report; stays
  std::string title;                   ///< the headline that says most of what its reports speak of
  std::vector<std::uint32_t> reports;  ///< arrival numbers, in order; none: it joined another
  std::optional<Instant> first, last;  ///< of its dated reports
  std::optional<std::uint32_t> family{};  ///< the same for stories that came of parting one
};

/// Stories that became one, or one that became two.
struct StoryEvent {
  enum class Kind : std::uint8_t { joined, parted };
  Kind kind = Kind::joined;
  std::uint32_t story = 0;  ///< joined: the one that stays; parted: the one that is new
  std::uint32_t other = 0;  ///< joined: the one that it took in; parted: the one that it was of
  std::uint32_t after = 0;  ///< arrival number of the report after which it happened
  std::vector<std::uint32_t> reports;  ///< arrival numbers of those that came to `story`
};

/// "joined", "parted".
[[nodiscard]] const char* name_of(StoryEvent::Kind kind);

}  // namespace factbox::stories
