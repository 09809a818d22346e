#include "mentions/times/expression.h"

namespace factbox::mentions {
namespace {

using Kind = TimeWordKind;

enum class Half : std::uint8_t { none, am, pm };

/// "a.m.", "am", "p.m": which half of the day, and the piece after it.
std::pair<Half, std::uint32_t> half_at(const TimeText& text, std::uint32_t at) {
  const bool am = text.is(at, TimeList::before_noon);
  const bool pm = text.is(at, TimeList::after_noon);
  return {am ? Half::am : (pm ? Half::pm : Half::none), am || pm ? at + 1 : at};
}

bool is_short_number(const TimeText& text, std::uint32_t at, std::size_t digits) {
  return text.pieces.is(at, PieceKind::number) && text.pieces.written(at).size() <= digits &&
         text.pieces.written(at).find_first_of(".,") == std::string_view::npos;
}

int number(const TimeText& text, std::uint32_t at) {
  return static_cast<int>(text.pieces[at].value);
}

void take_zone(const TimeText& text, Expression& time) {
  std::uint32_t next = text.word(time.past) == "(" ? time.past + 1 : time.past;
  const auto zone = text.at(next);
  if (!zone.is(Kind::zone)) {
    return;
  }
  const bool capitals = text.pieces.is_capital(next) ||
                        zone.word->letters == "local";  // not English: a value of the column
  if (!capitals) {
    return;
  }
  if (next != time.past) {  // "(GMT)" stays outside, unless it says nothing else
    return;
  }
  time.past = zone.past;
  if (zone.word->letters != "local") {  // not English: a value of the column
    time.zone = zone.word->number;
  }
}

/// The number before ":" or "a.m.": hours and minutes of the day.
struct Reading {
  int hour = 0;
  int minute = 0;
  bool exact = false;
  std::uint32_t past = 0;
};

std::optional<Reading> hour_and_minute(const TimeText& text, std::uint32_t at) {
  if (text.pieces.is(at, PieceKind::number) && text.pieces.written(at).size() <= 5 &&
      text.pieces.written(at).find('.') != std::string_view::npos) {  // "10.30 p.m."
    const std::string_view written = text.pieces.written(at);
    const std::size_t dot = written.find('.');
    if (written.size() - dot != 3 || half_at(text, at + 1).first == Half::none) {
      return std::nullopt;
    }
    const int hour = number(text, at);
    const int minute = (written[dot + 1] - '0') * 10 + (written[dot + 2] - '0');
    return Reading{hour, minute, true, at + 1};
  }
  if (!is_short_number(text, at, 2)) {
    return std::nullopt;
  }
  Reading reading{number(text, at), 0, false, at + 1};
  if (text.word(at + 1) == ":" && text.pieces.is_glued(at + 1) && text.pieces.is_glued(at + 2) &&
      text.pieces.written(at + 2).size() == 2 && is_short_number(text, at + 2, 2)) {
    reading = {number(text, at), number(text, at + 2), true, at + 3};
  }
  return reading;
}

bool is_said_as_time(const TimeText& text, std::uint32_t at) {
  return text.is(at - 1, TimeList::before_clock);
}

/// "10:30 p.m. EST", "8 a.m.", "20:15".
std::optional<Expression> hours(const TimeText& text, std::uint32_t at) {
  auto reading = hour_and_minute(text, at);
  if (!reading ||
      (text.pieces.is_glued(at) && text.word(at - 1) != "(" && text.word(at - 1) != "-")) {
    return std::nullopt;
  }
  Expression time;
  time.type = TimexType::time;
  time.first = at;
  const auto [half, past] = half_at(text, reading->past);
  time.past = past;
  take_zone(text, time);
  const bool zoned = time.past != past;
  const bool bare = half == Half::none;
  if (bare && (!reading->exact || (!zoned && !is_said_as_time(text, at)) ||
               text.word(reading->past) == ":")) {
    return std::nullopt;
  }
  if (reading->hour > (bare ? 24 : 12) || reading->minute > 59) {
    return std::nullopt;
  }
  const int hour = bare ? reading->hour : reading->hour % 12 + (half == Half::pm ? 12 : 0);
  time.minute = hour * 60 + reading->minute;
  time.is_exact = reading->exact;
  return time;
}

/// "0735 GMT", "1430 hours".
std::optional<Expression> four_digits(const TimeText& text, std::uint32_t at) {
  if (!is_short_number(text, at, 4) || text.pieces.written(at).size() < 3) {
    return std::nullopt;
  }
  const int value = number(text, at);
  Expression time;
  time.type = TimexType::time;
  time.first = at;
  time.past = at + 1;
  take_zone(text, time);
  if (time.past == at + 1 && text.is(at + 1, TimeList::hours) &&
      text.pieces.written(at).size() == 4) {
    time.past = at + 2;
  }
  if (time.past == at + 1 || value / 100 > 24 || value % 100 > 59) {
    return std::nullopt;
  }
  time.minute = value / 100 * 60 + value % 100;
  time.is_exact = true;
  return time;
}

/// "noon", "midnight local time".
std::optional<Expression> moment(const TimeText& text, std::uint32_t at) {
  const auto found = text.at(at);
  if (!found.is(Kind::moment)) {
    return std::nullopt;
  }
  Expression time;
  time.type = TimexType::time;
  time.first = at;
  time.past = found.past;
  time.minute = found.word->letters == "24:00" ? 24 * 60 : 12 * 60;
  time.is_exact = true;
  take_zone(text, time);
  return time;
}

/// The part of the day behind a clock's hour: "in the morning", "at night"; none is no part.
std::pair<std::string_view, std::uint32_t> part_behind(const TimeText& text, std::uint32_t at) {
  const bool in_the = text.is(at, TimeList::in) && text.is(at + 1, TimeList::the);
  const auto part = text.at(in_the ? at + 2 : at + 1);
  const bool said = (in_the || text.is(at, TimeList::at)) && part.is(Kind::part);
  return said ? std::pair{std::string_view{part.word->letters}, part.past} : std::pair{"", at};
}

/// "ten o'clock", "at four in the morning".
std::optional<Expression> oclock(const TimeText& text, std::uint32_t at) {
  const auto number = read_number(text.pieces, at, text.numbers);
  if (!number || number->low > 12 || number->low < 1 || number->high || number->is_fraction) {
    return std::nullopt;
  }
  const bool says_so = text.is(number->past, TimeList::oclock);
  const auto [part, past] = part_behind(text, says_so ? number->past + 1 : number->past);
  if (!says_so && (part.empty() || !is_said_as_time(text, at))) {
    return std::nullopt;
  }
  int hour = static_cast<int>(number->low) % 12;
  const bool later = part == "AF" || part == "EV" || (part == "NI" && hour > 5);
  hour += later || (part.empty() && hour == 0) ? 12 : 0;
  Expression time;
  time.type = TimexType::time;
  time.first = at;
  time.past = past;
  time.minute = hour * 60;
  return time;
}

}  // namespace

std::optional<Expression> read_clock(const TimeText& text, std::uint32_t at) {
  for (const auto& read : {hours, four_digits, moment, oclock}) {
    if (auto time = read(text, at)) {
      return time;
    }
  }
  return std::nullopt;
}

}  // namespace factbox::mentions
