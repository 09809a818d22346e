/// \file
/// What data/en/times.tsv and time_lists.tsv say of the words of time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/table.h"
#include "base/word_lists.h"
#include "mentions/phrases.h"

namespace factbox::mentions {

enum class TimeWordKind : std::uint8_t {
  none,
  month,     ///< number: 1 to 12
  weekday,   ///< number: 1 (Monday) to 7
  weekdays,  ///< "Mondays"
  unit,      ///< letters: TimeML's, "MO" for month to tell it from minute
  units,     ///< "years"
  part,      ///< of a day; letters: "MO", "AF", "EV", "NI"
  parts,     ///< "mornings"
  moment,    ///< "noon"; letters: "12:00"
  season,
  deictic,  ///< number: days from the report's; letters: "D", or the part of the day
  ref,      ///< letters: "PAST_REF"
  side,     ///< letters: "last", "next", "this", "that", "recent"
  mod,      ///< letters: "START", "MID", "END", "BEFORE", "AFTER"
  set,      ///< letters: "P1D"
  each,
  vague,    ///< "several"
  bound,    ///< "at least"
  filler,   ///< "consecutive", "fiscal"
  zone,     ///< number: minutes from UTC; letters: "local" where it is the report's own
  holiday,  ///< letters: "12-25", "11-4x4", "easter-2"
  fixed,    ///< the same, of a day without a name: "year-end"
  weak_ref,
  decade  ///< number: 192 for the twenties
};

struct TimeWord {
  TimeWordKind kind = TimeWordKind::none;
  int number = 0;
  std::string letters;
};

/// The lists of time_lists.tsv, whose notes say what each is for.
enum class TimeList : std::uint8_t {
  can_fail,
  condition,
  ahead,
  ahead_for,
  scheduled,
  put_off,
  lasts,
  wants,
  done,
  looks,
  able,
  plan,
  of_a_row,
  event,
  before_event,
  until,
  goal,
  placed,
  before_clock,
  how_often,
  no_year_after,
  month_noun,
  the,
  a,
  its,
  these,
  this_one,
  that,
  of,
  joining,
  either,
  to,
  from,
  by,
  in,
  on,
  at,
  as,
  over,
  before,
  after,
  genitive,
  one,
  two,
  thousand,
  half,
  few,
  couple,
  some,
  so,
  more,
  other,
  all,
  each,
  first,
  second,
  closing,
  next,
  past,
  old,
  age,
  lengthy,
  time,
  a_while,
  year,
  week,
  quarter,
  period,
  hours,
  oclock,
  q,
  fall,
  soon,
  ago,
  now,
  earlier,
  previously,
  later,
  following,
  of_accounts,
  usual_ref,
  fiscal,
  fiscal_year,
  century,
  year_prefix,
  before_year,
  before_season,
  ended,
  before_in,
  may_begin,
  of_share,
  whole_month,
  doubtful_month,
  behind_event,
  between_days,
  before_noon,
  after_noon,
  be_or_have,
  behind_ahead_for
};

/// The entries of the tables, looked up at a place in a text.
class TimeWords {
 public:
  struct Found {
    std::uint32_t past = 0;
    const TimeWord* word = nullptr;  ///< never null: a word of kind none where nothing fits
    [[nodiscard]] bool is(TimeWordKind kind) const { return word->kind == kind; }
  };

  [[nodiscard]] static Result<TimeWords> read(const Table& table, const Table& lists);

  [[nodiscard]] Found at(const Pieces& pieces, std::uint32_t index) const;
  /// "at least", "some": what may stand before a length of time.
  [[nodiscard]] Found bound_at(const Pieces& pieces, std::uint32_t index) const;
  /// "twenties": a word that is a decade behind an article.
  [[nodiscard]] Found decade_at(const Pieces& pieces, std::uint32_t index) const;
  /// "current", "once": vague words before a noun.
  [[nodiscard]] Found weak_ref_at(const Pieces& pieces, std::uint32_t index) const;
  /// Whether a lemma, or a word in small letters, stands on a list.
  [[nodiscard]] bool lists(TimeList list, std::string_view word) const {
    return lists_.holds(list, word);
  }
  /// All lists that have it: for texts that are asked again and again.
  [[nodiscard]] ListsOfWord<TimeList> lists_of(std::string_view word) const {
    return lists_.of(word);
  }

 private:
  [[nodiscard]] Found found(const Phrases& phrases, const Pieces& pieces,
                            std::uint32_t index) const;

  std::vector<TimeWord> words_;
  Phrases phrases_;
  Phrases bounds_;
  Phrases weak_refs_;
  Phrases decades_;
  WordLists<TimeList> lists_;
};

}  // namespace factbox::mentions
