#include "factboxes/lines/dated_words.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "base/instant.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
namespace {

using mentions::TimeMention;
using mentions::TimexType;
using statements::Modality;

bool in_list(const std::vector<std::string>& phrases, std::string_view words) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const auto& phrase) { return holds_phrase(words, phrase); });
}

/// A clock time of a known day: "10 a.m. on Tuesday".
bool tells_hour(const TimeMention& time) {
  const auto clock = time.value.find('T');
  return clock != std::string::npos && clock + 1 < time.value.size() &&
         time.value[clock + 1] >= '0' && time.value[clock + 1] <= '9';
}

/// "10 a.m.", with the day told elsewhere, or nowhere.
bool is_clock_alone(const TimeMention& time, std::string_view words) {
  if (time.type != TimexType::time || !tells_hour(time)) {
    return false;
  }
  const auto list = words_of(words);
  return std::all_of(list.begin(), list.end(), [](const Word& word) {
    // English: the two hours that have a name; who prints a day has no tables at hand.
    return word.folded.size() <= 2 || word.folded == "noon" || word.folded == "midnight";
  });
}

bool is_day(const TimeMention& time) {
  return time.value.size() >= 10 && time.value[4] == '-' && time.value[7] == '-';
}

/// The year as the value has it stands among the words.
bool tells_year(const TimeMention& time, std::string_view words) {
  return words.find(time.value.substr(0, 4)) != std::string_view::npos;
}

bool is_relative(std::string_view words, const HouseStyle& style) {
  return in_list(style.strict_relative_times, words) || in_list(style.loose_relative_times, words);
}

bool needs_date(const TimeMention& time, std::string_view words, const WordingRules& rules) {
  if (is_relative(words, rules.style)) {
    return true;
  }
  if (time.type == TimexType::duration || time.type == TimexType::set ||
      is_clock_alone(time, words)) {
    return false;
  }
  if (words.find(" ago") != std::string_view::npos || words.starts_with("earlier ")) {
    return true;
  }
  // "May 8" of another year, or where years are always printed, wants its year.
  const bool other_year =
      time.value.substr(0, 4) != std::to_string(rules.current_year) || rules.always_year;
  return is_day(time) && other_year && !tells_year(time, words);
}

/// "Friday prayers", "Bloody Sunday": a weekday that is part of a name.
bool names_day(std::string_view text, ByteRange range, const HouseStyle& style) {
  constexpr std::uint32_t kAround = 16;
  const auto from = range.begin - std::min(range.begin, kAround);
  const auto around = text.substr(from, range.end + kAround - from);
  return std::any_of(style.named_days.begin(), style.named_days.end(), [&](const auto& words) {
    return holds_phrase(around, words) &&
           !holds_phrase(text.substr(from, range.begin - from), words);
  });
}

/// "The day before", beside a Friday that is still to come: counted from no day of the report's.
bool counts_from_later(const TimeMention& time, const PrintedTime& published) {
  return time.anchor && time.first && *time.anchor >= published.past && *time.first < *time.anchor;
}

/// "Results were trickling in early Wednesday", told on a Tuesday: six days ago, or printed before
/// it came? News writes "last Wednesday" of the one before.
bool may_be_tomorrow(const TimeMention& time, std::string_view words, const PrintedTime& published,
                     const HouseStyle& style) {
  const auto list = words_of(words);
  constexpr std::size_t kFewWords = 2;  // "Wednesday", "early Wednesday"
  const auto day = is_day(time) ? read_time(time.value.substr(0, 10)) : read_time("");
  if (!day || list.empty() || list.size() > kFewWords ||
      !in_list(style.loose_relative_times, list.back().folded)) {
    return false;
  }
  constexpr std::chrono::days kAlmostWeek{6};
  return day->first + kAlmostWeek == std::chrono::floor<std::chrono::days>(published.first);
}

/// "April 10 - the leader accepts …": what is told as done was not done after its report.
bool is_told_before_it_came(const TimeMention& time, std::string_view words,
                            const PrintedTime& published, const statements::Statement& statement) {
  return statement.modality == Modality::asserted && is_day(time) && time.first &&
         *time.first >= published.past + std::chrono::days{1} && !tells_year(time, words);
}

}  // namespace

ByteRange day_words(std::string_view text, const TimeMention& time, ByteRange words,
                    const HouseStyle& style) {
  const auto list = words_of(words.in(text));
  if (!tells_hour(time) || list.size() < 2 || !is_relative(words.in(text), style)) {
    return words;
  }
  const auto from = [&](std::size_t word) {
    return ByteRange{words.begin + list[word].range.begin, words.end};
  };
  const auto two = from(list.size() - 2);  // "last Tuesday"
  if (in_list(style.strict_relative_times, two.in(text))) {
    return two;
  }
  const auto one = from(list.size() - 1);
  return is_relative(one.in(text), style) ? one : ByteRange{};
}

bool wants_date(const reports::Report& report, const statements::Statement& statement,
                const TimeMention& time, ByteRange words, const WordingRules& rules) {
  const std::string_view text = report.of(statement.field);
  const auto shown = words.in(text);
  if (names_day(text, time.where.range, rules.style) || !needs_date(time, shown, rules)) {
    return false;
  }
  if (!report.published_at) {
    return true;
  }
  const auto& published = *report.published_at;
  const bool relative = is_relative(shown, rules.style);
  return !counts_from_later(time, published) &&
         !may_be_tomorrow(time, shown, published, rules.style) &&
         (relative || !is_told_before_it_came(time, shown, published, statement));
}

}  // namespace factbox::factboxes
