/// \file
/// The desk's closed lists: the words that a page may add, must not use, and must not lose.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/word_lists.h"
#include "factboxes/choice/choice_weights.h"
#include "factboxes/lines/alone_weights.h"

namespace factbox::factboxes {

/// A fixed heading, and its place on a page about talks and on one about an incident.
struct FixedHeading {
  std::string kind;  ///< "happened", "casualties", … ; "topic" stands for headings from the lines
  std::string heading;  ///< empty for "topic"
  std::uint32_t talks = 0;
  std::uint32_t incident = 0;
};

/// The section of the dead, the hurt and the missing, and the words that speak of them.
inline constexpr std::string_view kCasualties = "casualties";
/// Other sections that rules ask for.
inline constexpr std::string_view kHappened = "happened";
inline constexpr std::string_view kPositions = "positions";
inline constexpr std::string_view kTopic = "topic";
inline constexpr std::string_view kNext = "next";
inline constexpr std::string_view kDisputed = "disputed";
inline constexpr std::string_view kBackground = "background";

/// The lists of line_lists.tsv, whose notes say what each is for.
enum class LineList : std::uint8_t {
  wants_object,
  before_date,
  behind_head,
  expletive,
  honorific,
  counts_on,
  the,
  of,
  that,
  but,
  it,
  they,
  both,
  also,
  according,
  come,
  make,
  this_or_that,
  relative,
  conjunction,
  single,
  our,
  points_back,
  span_of_time,
  adds_on,
  says_little
};

/// The lists, as data/en keeps them. All words are in lower case.
struct HouseStyle {
  std::set<std::string, std::less<>> frame_words;       ///< that a page may add; at most 120
  std::set<std::string, std::less<>> evaluative_words;  ///< never in a title
  std::set<std::string, std::less<>> neutral_verbs;     ///< forms of "say", "report", …
  std::set<std::string, std::less<>> loaded_verbs;      ///< forms of "claim", "admit", …
  std::map<std::string, std::string, std::less<>> printed_cues;  ///< "says" is printed "said"
  std::set<std::string, std::less<>> modality_cues;
  std::vector<std::string> figure_qualifiers;
  std::vector<std::string> strict_relative_times;  ///< "yesterday": never printed
  std::vector<std::string> loose_relative_times;   ///< "Tuesday": printed only where flagged
  std::vector<std::string> unknown_phrases;
  std::vector<FixedHeading> headings;
  std::vector<std::string> discourse_markers;  ///< "however": cut at a line's start; longest first
  /// Words that point out of the line, with their kind ("he" is a "person", "move" a "noun").
  std::map<std::string, std::string, std::less<>> leaning_words;
  std::set<std::string, std::less<>> bodies;  ///< "ministry", "police": nouns for who acts as one
  std::set<std::string, std::less<>> person_nouns;  ///< "driver", "sister": who somebody is
  std::vector<std::string> page_phrases;  ///< "file photo", "read more": of a page, not of news
  std::vector<std::string> named_days;    ///< "Friday prayer": a weekday that is no date
  std::set<std::string, std::less<>> light_words;  ///< lemmas that tell nothing about a story
  /// Lemmas and the kinds of section or story that they speak for ("kill": casualties).
  std::multimap<std::string, std::string, std::less<>> section_words;
  WordLists<LineList> line_lists;
  /// The full names of months (1 to 12) and weekdays (1 to 7), as pages print them.
  using CalendarNames = std::map<std::string, unsigned, std::less<>>;
  CalendarNames months, weekdays;
  ChoiceWeights choice;      ///< what tells how much a statement is worth to a page
  RepeatWeights repeats;     ///< how likely two of them are one claim, by their words alone
  RepeatWeights retellings;  ///< and by what they mean
  AloneWeights alone;        ///< how likely one can't be understood without others

  /// Whether a word in small letters stands on a list of line_lists.tsv.
  [[nodiscard]] bool lists(LineList list, std::string_view word) const {
    return line_lists.holds(list, word);
  }
};

/// Reads the lists from a folder like data/en. Fails as unavailable where a file is missing, as
/// malformed where one isn't as it should be or frame words are more than 120.
[[nodiscard]] Result<HouseStyle> load_house_style(const std::filesystem::path& folder);

/// The lists for people: a heading and its words, one a line.
[[nodiscard]] std::string print_house_style(const HouseStyle& style);

}  // namespace factbox::factboxes
