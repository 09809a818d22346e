#include <algorithm>

#include "mentions/times/date_parts.h"

namespace factbox::mentions {
using texts::Form;

namespace {

using Kind = TimeWordKind;

/// "the March of Return", "the annual March for Life": what is held, and no month.
bool is_thing(const TimeText& text, std::uint32_t at) {
  const Form before = at == 0 ? Form::none : text.form(at - 1);
  return text.is(at, TimeList::month_noun) && text.is(at + 1, TimeList::behind_event) &&
         (before == Form::determiner || texts::is_adjective(before) || texts::is_name(before));
}

/// "April 12, 2026", "April 2026", "April".
std::optional<Expression> month_first(const TimeText& text, std::uint32_t at) {
  const auto month = month_at(text, at);
  if (!month || is_thing(text, at)) {
    return std::nullopt;
  }
  Expression date;
  date.first = at;
  date.past = month->past;
  date.month = month->value;
  const std::uint32_t after = text.is(month->past, TimeList::the) ? month->past + 1 : month->past;
  auto day = day_of_month(text, after);
  if (!day) {
    day = spoken_day(text, after);
  }
  if (day) {
    date.day = day->value;
    date.past = day->past;
  }
  take_year(text, date);
  return date;
}

/// "12 April 2026", "the 12th of April".
std::optional<Expression> day_first(const TimeText& text, std::uint32_t at) {
  const std::uint32_t start = text.is(at, TimeList::the) ? at + 1 : at;
  const auto day = day_of_month(text, start);
  if (!day || (start == at && text.pieces.is_glued(at) && text.word(at - 1) != "(")) {
    return std::nullopt;
  }
  const std::uint32_t next =
      text.is(day->past, TimeList::of) || text.word(day->past) == "-" ? day->past + 1 : day->past;
  const auto month = month_at(text, next);
  if (!month) {
    return std::nullopt;
  }
  Expression date;
  date.first = at;
  date.past = month->past;
  date.day = day->value;
  date.month = month->value;
  take_year(text, date);
  return date;
}

/// "2026-04-12", "4/12/2026", "12/4/26".
std::optional<Expression> in_digits(const TimeText& text, std::uint32_t at) {
  const std::string_view mark = text.word(at + 1);
  const bool five = (mark == "-" || mark == "/") && text.word(at + 3) == mark &&
                    is_digits(text, at, 1, 4) && is_digits(text, at + 2, 1, 2) &&
                    is_digits(text, at + 4, 1, 4);
  for (std::uint32_t i = at + 1; five && i < at + 5; ++i) {
    if (!text.pieces.is_glued(i)) {
      return std::nullopt;
    }
  }
  if (!five || text.pieces.is_glued(at)) {
    return std::nullopt;
  }
  Expression date;
  date.first = at;
  date.past = at + 5;
  const std::size_t first_size = text.pieces.written(at).size();
  int year = number(text, at + 4);
  int month = number(text, at);
  int day = number(text, at + 2);
  if (first_size == 4) {
    year = number(text, at);
    month = number(text, at + 2);
    day = number(text, at + 4);
  } else if (month > 12) {
    std::swap(month, day);
  }
  const bool short_one = first_size != 4 && text.pieces.written(at + 4).size() == 2;
  year += short_one ? (year < 50 ? 2000 : 1900) : 0;
  if (year < 1000 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  date.year = year;
  date.month = month;
  date.day = day;
  return date;
}

/// "Friday"; short ones ("Fri.") only with a dot or a date after them.
std::optional<Expression> weekday(const TimeText& text, std::uint32_t at) {
  const auto found = text.at(at);
  if (!found.is(Kind::weekday) || !text.pieces.is_capital(at)) {
    return std::nullopt;
  }
  Expression date;
  date.first = at;
  date.past = found.past;
  date.weekday = found.word->number;
  // "Friday week", not "Friday week-long".
  const std::uint32_t behind = found.past + 1;
  const bool goes_on = text.pieces.is(behind, PieceKind::word) && texts::is_noun(text.form(behind));
  if (text.is(found.past, TimeList::week) && text.word(behind) != "-" && !goes_on) {
    date.week_on = true;
    date.past = behind;
    return date;
  }
  if (text.word(at).size() <= 5) {
    const bool dot = text.word(found.past) == "." && text.pieces.is_glued(found.past);
    date.past += dot ? 1U : 0U;
    const std::uint32_t next = text.word(date.past) == "," ? date.past + 1 : date.past;
    if (!month_at(text, next) && !text.pieces.is(next, PieceKind::number)) {
      return std::nullopt;
    }
  }
  return date;
}

std::optional<Expression> holiday(const TimeText& text, std::uint32_t at) {
  const auto found = text.at(at);
  const bool named = found.is(Kind::holiday) && text.pieces.is_capital(at);
  if (!named && !found.is(Kind::fixed)) {
    return std::nullopt;
  }
  Expression date;
  date.first = at;
  date.past = found.past;
  date.holiday = found.word->letters;
  take_year(text, date);
  return date;
}

/// The week that holds a day: "the week of March 6".
std::optional<Expression> week_of(const TimeText& text, std::uint32_t at) {
  const std::uint32_t start = text.is(at, TimeList::the) ? at + 1 : at;
  if (!text.is(start, TimeList::week) || !text.is(start + 1, TimeList::of)) {
    return std::nullopt;
  }
  auto date = month_first(text, start + 2);
  if (!date || !date->day) {
    return std::nullopt;
  }
  date->first = at;
  date->has_week = true;
  return date;
}

}  // namespace

std::optional<Expression> read_calendar(const TimeText& text, std::uint32_t at) {
  std::optional<Expression> longest;
  for (const auto& read :
       {month_first, day_first, in_digits, weekday, read_years, holiday, week_of}) {
    auto date = read(text, at);
    if (date && (!longest || date->past > longest->past)) {
      longest = std::move(date);
    }
  }
  return longest;
}

std::optional<Expression> read_further_day(const TimeText& text, const Expression& before) {
  if (!before.day || !before.month || before.shift) {
    return std::nullopt;
  }
  if (!text.is(before.past, TimeList::between_days)) {
    return std::nullopt;
  }
  const auto day = day_of_month(text, before.past + 1);
  if (!day || texts::is_noun(text.form(day->past)) || text.at(day->past).is(Kind::units) ||
      texts::is_adjective(text.form(day->past))) {
    return std::nullopt;
  }
  Expression date = before;
  date.first = before.past + 1;
  date.past = day->past;
  date.day = day->value;
  date.weekday.reset();
  if (const auto year = any_year(text, text.word(day->past) == "," ? day->past + 1 : day->past)) {
    date.year = year->value;
    date.past = year->past;
  }
  return date;
}

}  // namespace factbox::mentions
