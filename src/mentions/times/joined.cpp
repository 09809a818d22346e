#include "mentions/times/joined.h"

#include "mentions/times/length.h"

namespace factbox::mentions {
namespace {

using Kind = TimeWordKind;

/// Whether any reader can begin here: most words of a text can be passed over.
bool may_begin(const TimeText& text, std::uint32_t at) {
  if (text.pieces.is(at, PieceKind::number) || text.word(at) == "'" ||
      text.is(at, TimeList::may_begin)) {
    return true;
  }
  return text.pieces.is(at, PieceKind::word) &&
         (!text.at(at).is(Kind::none) ||
          text.numbers.at(text.pieces, at).kind != NumberWords::Kind::none ||
          text.words.weak_ref_at(text.pieces, at).is(Kind::weak_ref));
}

std::optional<Expression> read_simple(const TimeText& text, std::uint32_t at) {
  if (!may_begin(text, at)) {
    return std::nullopt;
  }
  std::optional<Expression> longest;
  for (const auto& read : {read_clock, read_calendar, read_amount, read_relative}) {
    auto time = read(text, at);
    if (time && (!longest || time->past > longest->past)) {
      longest = std::move(time);
    }
  }
  return longest;
}

bool is_clock(const Expression& time) {
  return time.minute && !time.is_day() && !time.month;
}
bool is_bare_weekday(const Expression& time) {
  return time.weekday && !time.day && !time.month && time.part.empty() && !time.minute;
}
bool is_bare_month(const Expression& time) {
  return time.month && !time.year && !time.shift;
}
bool is_shift_by(const Expression& time, Grain grain) {
  return time.shift && time.shift->grain == grain && !time.is_pointed && !time.month &&
         !time.weekday && time.part.empty();
}
bool is_one_year(const Expression& time) {
  const bool plain = time.year && !time.month && !time.quarter && !time.half &&
                     time.season.empty() && time.holiday.empty();
  return plain || (time.shift && time.shift->grain == Grain::year && !time.month);
}

void take_day(const Expression& from, Expression& time) {
  time.year = from.year;
  time.month = from.month;
  time.day = from.day;
  time.weekday = from.weekday;
  time.holiday = from.holiday;
  time.shift = from.shift;
  time.side = from.side;
}

/// "Friday night", "yesterday afternoon", "June 5 evening".
bool join_part(const TimeText& text, Expression& time) {
  const auto part = text.at(time.past);
  if (!part.is(Kind::part) || !time.is_day() || time.minute || !time.part.empty()) {
    return false;
  }
  time.part = part.word->letters;
  time.type = TimexType::time;
  time.past = part.past;
  return true;
}

/// "Thursday, April 6", "Friday the 13th of May".
bool join_date(const TimeText& text, Expression& time) {
  if (!is_bare_weekday(time)) {
    return false;
  }
  const std::uint32_t next = text.word(time.past) == "," ? time.past + 1 : time.past;
  const auto date = read_calendar(text, next);
  if (!date || !date->month || !date->day) {
    return false;
  }
  time.year = date->year;
  time.month = date->month;
  time.day = date->day;
  time.side = Side::none;
  time.past = date->past;
  return true;
}

/// "the night of April 3", "the morning of Friday, May 1".
std::optional<Expression> part_of_day(const TimeText& text, std::uint32_t at) {
  const auto part = text.at(at + 1);
  if (!text.is(at, TimeList::the) || !part.is(Kind::part) || !text.is(part.past, TimeList::of)) {
    return std::nullopt;
  }
  auto day = read_simple(text, part.past + 1);
  if (day) {
    join_date(text, *day);
  }
  if (!day || !day->is_day() || day->minute || !day->part.empty() || day->shift) {
    return std::nullopt;
  }
  day->first = at;
  day->part = part.word->letters;
  day->type = TimexType::time;
  return day;
}

/// "10 p.m. Wednesday", "noon Thursday", "5 p.m. EST, Nov. 9", "midnight tonight".
bool join_day_after_clock(const TimeText& text, Expression& time) {
  if (!is_clock(time)) {
    return false;
  }
  std::uint32_t next = time.past;
  if (text.word(next) == "," || text.is(next, TimeList::on)) {
    ++next;
  }
  auto day = read_simple(text, next);
  if (!day || !day->is_day() || day->minute || (next != time.past && !day->weekday && !day->day)) {
    return false;
  }
  join_date(text, *day);
  take_day(*day, time);
  time.past = day->past;
  return true;
}

/// "Wednesday 10 p.m.".
bool join_clock_after_day(const TimeText& text, Expression& time) {
  if (!time.is_day() || time.minute || !time.part.empty()) {
    return false;
  }
  const auto clock = read_clock(text, time.past);
  if (!clock) {
    return false;
  }
  time.minute = clock->minute;
  time.is_exact = clock->is_exact;
  time.zone = clock->zone;
  time.type = TimexType::time;
  time.past = clock->past;
  return true;
}

/// "June last year", "Tuesday next week", "the first quarter of this year".
bool join_shift_after(const TimeText& text, Expression& time) {
  const bool weekday = is_bare_weekday(time);
  const bool in_year = is_bare_month(time) || (time.quarter && !time.year) ||
                       (!time.season.empty() && !time.year) || (time.half && !time.year);
  if ((!weekday && !in_year) || time.shift || time.side != Side::none) {
    return false;
  }
  std::uint32_t next = time.past;
  if (text.is(next, TimeList::of) || (text.is(next, TimeList::in) && !weekday)) {
    ++next;
  }
  const auto shift = read_relative(text, next);
  if (!shift || !is_shift_by(*shift, weekday ? Grain::week : Grain::year)) {
    return false;
  }
  time.shift = shift->shift;
  time.past = shift->past;
  return true;
}

/// "this year's third quarter", "the 1988 second quarter", "the year-ago third quarter".
bool join_part_of_year(const TimeText& text, Expression& time) {
  if (!is_one_year(time)) {
    return false;
  }
  std::uint32_t next = time.past;
  if (text.word(next) == "'" && text.is(next + 1, TimeList::genitive)) {
    next += 2;
  }
  if (text.is(next, TimeList::of_accounts)) {
    time.is_loose = true;  // "the 1988 period"
    time.past = next + 1;
    return true;
  }
  const auto part = read_calendar(text, next);
  if (!part || part->year || (!part->quarter && !part->half)) {
    return false;
  }
  time.quarter = part->quarter;
  time.half = part->half;
  time.past = part->past;
  return true;
}

void join_after(const TimeText& text, Expression& time) {
  bool grown = true;
  for (int round = 0; grown && round < 4; ++round) {
    grown = join_part(text, time) || join_date(text, time) || join_day_after_clock(text, time) ||
            join_clock_after_day(text, time) || join_shift_after(text, time) ||
            join_part_of_year(text, time);
  }
}

std::optional<Expression> read_parts(const TimeText& text, std::uint32_t at) {
  auto time = read_simple(text, at);
  if (time) {
    join_after(text, *time);
  }
  return time;
}

/// "the 1988 period", "the year-ago third quarter": the article belongs to the quarter.
std::optional<Expression> read_joined(const TimeText& text, std::uint32_t at) {
  auto time = read_parts(text, at);
  if (time || !text.is(at, TimeList::the)) {
    return time;
  }
  time = read_parts(text, at + 1);
  const bool account = time && (time->is_loose || (time->quarter && time->first != time->past - 1 &&
                                                   (time->year || time->shift)));
  if (!account) {
    return std::nullopt;
  }
  time->first = at;
  return time;
}

/// "early Tuesday", "the end of 1994", "mid-November", "later this month", "mid-afternoon".
std::optional<Expression> with_mod(const TimeText& text, std::uint32_t at) {
  std::uint32_t start = at;
  auto mod = text.at(start);
  if (text.is(at, TimeList::the) && !mod.is(Kind::mod)) {
    mod = text.at(++start);  // "the late 1970s"
  }
  if (!mod.is(Kind::mod)) {
    return std::nullopt;
  }
  std::uint32_t next = mod.past;
  if (text.word(next) == "-" && text.pieces.is_glued(next)) {
    ++next;
  }
  if (text.is(next, TimeList::in) && text.is(mod.past - 1, TimeList::before_in)) {
    ++next;
  }
  const auto part = text.at(next);
  std::optional<Expression> time;
  if (part.is(Kind::part)) {
    time = Expression{};
    time->type = TimexType::time;
    time->part = part.word->letters;
    time->past = part.past;
    if (auto day = read_joined(text, part.past); day && day->is_day()) {
      take_day(*day, *time);
      time->past = day->past;
    }
  } else {
    time = read_joined(text, next);
  }
  const bool relative = mod.word->letters == "BEFORE" || mod.word->letters == "AFTER";
  if (!time || time->type == TimexType::duration || time->type == TimexType::set ||
      (relative && !time->shift && !time->weekday) || time->is_pointed || !time->value.empty()) {
    return std::nullopt;
  }
  time->first = at;
  return time;
}

/// "nearly forty years", "at least 20 more years", "almost two years ago".
std::optional<Expression> with_bound(const TimeText& text, std::uint32_t at) {
  const auto bound = text.words.bound_at(text.pieces, at);
  const bool over = text.is(at, TimeList::over) && text.is(at + 1, TimeList::a);
  if (!bound.is(Kind::bound) && !over) {
    return std::nullopt;
  }
  auto time = read_joined(text, over ? at + 1 : bound.past);
  const bool counted = time && (time->type == TimexType::duration || time->is_pointed) &&
                       (!time->value.empty() ? time->value.find('X') == std::string::npos : true);
  if (!counted) {
    return std::nullopt;
  }
  time->first = at;
  return time;
}

}  // namespace

std::optional<Expression> read_whole(const TimeText& text, std::uint32_t at) {
  std::optional<Expression> longest;
  for (const auto& read : {with_mod, with_bound, part_of_day, read_joined}) {
    auto time = read(text, at);
    if (time && (!longest || time->past > longest->past)) {
      longest = std::move(time);
    }
  }
  return longest;
}

}  // namespace factbox::mentions
