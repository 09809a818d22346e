#include <algorithm>

#include "mentions/times/date_parts.h"

namespace factbox::mentions {
using texts::Form;

namespace {

using Kind = TimeWordKind;

bool follows_quantity_word(const TimeText& text, std::uint32_t at) {
  return text.is(at - 1, TimeList::no_year_after);
}

/// A bare number of four digits counts things where a plural follows ("2000 people").
bool counts_things(const TimeText& text, std::uint32_t at) {
  const Form form = text.form(at + 1);
  if (at > 0 && text.form(at - 1) == Form::determiner && !text.is(at - 1, TimeList::all)) {
    return text.at(at + 1).is(Kind::unit) &&
           !text.is(at + 1, TimeList::quarter);  // "the 2012 elections"
  }
  if (form == Form::plural_noun || (form == Form::noun && text.at(at + 1).is(Kind::units))) {
    return !text.pieces.is_glued(at + 1);
  }
  return text.at(at + 1).is(Kind::unit) && !text.is(at + 1, TimeList::quarter);
}

bool stands_free(const TimeText& text, std::uint32_t at) {
  if (!text.pieces.is_glued(at)) {
    return true;
  }
  const std::string_view before = text.word(at - 1);
  if (before == "-") {
    return text.is(at - 2, TimeList::year_prefix) || four_digit_year(text, at - 2).has_value();
  }
  return before == "(" || before == "\"" || before == "'" || before == "," || before == "/";
}

std::optional<Expression> bare_year(const TimeText& text, std::uint32_t at) {
  auto year = four_digit_year(text, at);
  if (!year) {
    year = short_year(text, at);
  }
  if (!year && !text.is(at, TimeList::two)) {
    year = spoken_year(text, at);
  }
  if (!year || !stands_free(text, at) || follows_quantity_word(text, at)) {
    return std::nullopt;
  }
  const bool plain = year->past == at + 1;
  if (plain &&
      (counts_things(text, at) || (text.pieces.is_glued(at + 1) && text.word(at + 1) == "-" &&
                                   text.pieces.is(at + 2, PieceKind::word)))) {
    return std::nullopt;
  }
  if (plain && (year->value < 1900 || year->value > 2060)) {
    if (!text.is(at - 1, TimeList::before_year)) {
      return std::nullopt;
    }
  }
  Expression date;
  date.first = at;
  date.past = year->past;
  date.year = year->value;
  return date;
}

/// "fiscal 2026", "fiscal year 2026", "FY 2026", "the year 2026".
std::optional<Expression> named_year(const TimeText& text, std::uint32_t at) {
  std::uint32_t next = text.is(at, TimeList::the) ? at + 1 : at;
  const bool fiscal = text.is(next, TimeList::fiscal) || text.is(next, TimeList::fiscal_year);
  if (fiscal) {
    ++next;
  }
  const bool year_word = text.is(next, TimeList::year);
  if (year_word) {
    ++next;
  }
  const auto year = any_year(text, next);
  if ((!fiscal && !year_word) || !year) {
    return std::nullopt;
  }
  Expression date;
  date.first = at;
  date.past = year->past;
  date.year = year->value;
  return date;
}

/// "1980s", "the '80s", "the eighties".
std::optional<Expression> decade(const TimeText& text, std::uint32_t at) {
  std::uint32_t next = text.is(at, TimeList::the) ? at + 1 : at;
  Expression date;
  date.first = at;
  const bool quoted = text.word(next) == "'";
  if (quoted) {
    ++next;
  }
  if (text.pieces.is(next, PieceKind::number)) {
    std::uint32_t past = next + 1;
    if (text.word(past) == "'" && text.pieces.is_glued(past)) {
      ++past;
    }
    if (!text.is(past, TimeList::genitive) || !text.pieces.is_glued(past) ||
        number(text, next) % 10 != 0) {
      return std::nullopt;
    }
    if (is_digits(text, next, 4, 4)) {
      date.decade = number(text, next) / 10;
    } else if (is_digits(text, next, 2, 2) && (quoted || next != at)) {
      date.decade = (number(text, next) < 30 ? 200 : 190) + number(text, next) / 10;
    } else {
      return std::nullopt;
    }
    date.past = past + 1;
    return date;
  }
  const auto spoken = text.words.decade_at(text.pieces, next);
  if (next == at || !spoken.is(Kind::decade)) {
    return std::nullopt;
  }
  date.decade = spoken.word->number;
  date.past = spoken.past;
  return date;
}

/// "the 20th century".
std::optional<Expression> century(const TimeText& text, std::uint32_t at) {
  const std::uint32_t start = text.is(at, TimeList::the) ? at + 1 : at;
  const auto ordinal = read_ordinal(text.pieces, start, text.numbers);
  if (!ordinal || ordinal->place > 30) {
    return std::nullopt;
  }
  const std::uint32_t next = text.word(ordinal->past) == "-" ? ordinal->past + 1 : ordinal->past;
  if (!text.is(next, TimeList::century)) {
    return std::nullopt;
  }
  Expression date;
  date.first = at;
  date.past = next + 1;
  date.century = static_cast<int>(ordinal->place) - 1;
  return date;
}

/// The word after an ordinal that makes it a part of a year: the place, and the word's end.
std::optional<DateField> ordered(const TimeText& text, std::uint32_t at, TimeList word) {
  const auto ordinal = read_ordinal(text.pieces, at, text.numbers);
  if (!ordinal) {
    return std::nullopt;
  }
  const std::uint32_t next = text.word(ordinal->past) == "-" ? ordinal->past + 1 : ordinal->past;
  std::uint32_t noun = next;
  if (text.is(noun, TimeList::fiscal)) {
    ++noun;
  }
  if (!text.is(noun, word)) {
    return std::nullopt;
  }
  return DateField{static_cast<int>(ordinal->place), noun + 1};
}

/// "third-quarter", "year-ago": written with a hyphen, it stands before a noun.
bool is_modifier(const TimeText& text, std::uint32_t at) {
  const auto ordinal = read_ordinal(text.pieces, at, text.numbers);
  return ordinal && text.word(ordinal->past) == "-";
}

/// "the third quarter of 2026", "second-half", "Q3 2026".
std::optional<Expression> part_of_year(const TimeText& text, std::uint32_t at) {
  const std::uint32_t start = text.is(at, TimeList::the) ? at + 1 : at;
  Expression date;
  date.first = at;
  if (start != at && is_modifier(text, start)) {
    return std::nullopt;  // "the" belongs to what comes after: "the third-quarter loss"
  }
  if (const auto quarter = ordered(text, start, TimeList::quarter);
      quarter && quarter->value <= 4) {
    date.quarter = quarter->value;
    date.past = quarter->past;
  } else if (text.is(start, TimeList::q) && text.pieces.is_glued(start + 1) &&
             is_digits(text, start + 1, 1, 1) && number(text, start + 1) <= 4) {
    date.quarter = number(text, start + 1);
    date.past = start + 2;
  } else if (const auto half = ordered(text, start, TimeList::half); half && half->value <= 2) {
    date.half = half->value;
    date.past = half->past;
  } else {
    return std::nullopt;
  }
  const std::uint32_t before = date.past;
  std::uint32_t next = text.is(before, TimeList::of) ? before + 1 : before;
  if (const auto named = named_year(text, next)) {
    date.year = named->year;
    date.past = named->past;
  } else {
    take_year(text, date);
  }
  if (!date.year && next != before && text.is(next, TimeList::the) &&
      text.is(next + 1, TimeList::year)) {
    date.past = next + 2;
    return date;
  }
  if (date.half && !date.year) {
    return std::nullopt;
  }
  return date;
}

/// "summer 2026", "the winter of 1994", "in spring".
std::optional<Expression> season(const TimeText& text, std::uint32_t at) {
  const std::uint32_t start = text.is(at, TimeList::the) ? at + 1 : at;
  const auto found = text.at(start);
  if (!found.is(Kind::season)) {
    return std::nullopt;
  }
  Expression date;
  date.first = at;
  date.past = found.past;
  date.season = found.word->letters;
  take_year(text, date);
  const bool in_season = text.is(at - 1, TimeList::before_season) &&
                         !text.is(found.past, TimeList::of) && !text.is(start, TimeList::fall);
  if (!date.year && !in_season) {
    return std::nullopt;
  }
  return date;
}

}  // namespace

std::optional<Expression> read_years(const TimeText& text, std::uint32_t at) {
  std::optional<Expression> longest;
  for (const auto& read : {part_of_year, named_year, decade, century, season, bare_year}) {
    auto date = read(text, at);
    if (date && (!longest || date->past > longest->past)) {
      longest = std::move(date);
    }
  }
  return longest;
}

}  // namespace factbox::mentions
