#include <algorithm>

#include "mentions/times/date_parts.h"

namespace factbox::mentions {
using texts::Form;

namespace {

using Kind = TimeWordKind;

bool follows_quantity_word(const TimeText& text, std::uint32_t at) {
  if (at == 0) {
    return false;
  }
  return text.words.lists(TimeList::no_year_after, text.word(at - 1));
}

/// A bare number of four digits counts things where a plural follows ("2000 people").
bool counts_things(const TimeText& text, std::uint32_t at) {
  const Form form = text.form(at + 1);
  if (at > 0 && text.form(at - 1) == Form::determiner && text.word(at - 1) != "all") {
    return text.at(at + 1).is(Kind::unit) &&
           text.word(at + 1) != "quarter";  // "the 2012 elections"
  }
  if (form == Form::plural_noun || (form == Form::noun && text.at(at + 1).is(Kind::units))) {
    return !text.pieces.is_glued(at + 1);
  }
  return text.at(at + 1).is(Kind::unit) && text.word(at + 1) != "quarter";
}

bool stands_free(const TimeText& text, std::uint32_t at) {
  if (!text.pieces.is_glued(at)) {
    return true;
  }
  const std::string_view before = text.word(at - 1);
  if (before == "-") {
    const std::string_view prefix = at >= 2 ? text.word(at - 2) : std::string_view{};
    return prefix == "mid" || prefix == "post" || prefix == "pre" || prefix == "early" ||
           prefix == "late" || four_digit_year(text, at - 2).has_value();
  }
  return before == "(" || before == "\"" || before == "'" || before == "," || before == "/";
}

std::optional<Expression> bare_year(const TimeText& text, std::uint32_t at) {
  auto year = four_digit_year(text, at);
  if (!year) {
    year = short_year(text, at);
  }
  if (!year && text.word(at) != "two") {
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
    const std::string_view before = at == 0 ? std::string_view{} : text.word(at - 1);
    if (before != "in" && before != "since" && before != "by" && before != "year" &&
        before != "until" && before != "from") {
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
  std::uint32_t next = text.word(at) == "the" ? at + 1 : at;
  const bool fiscal =
      text.word(next) == "fiscal" || text.word(next) == "fy" || text.word(next) == "calendar";
  if (fiscal) {
    ++next;
  }
  const bool year_word = text.word(next) == "year";
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
  std::uint32_t next = text.word(at) == "the" ? at + 1 : at;
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
    if (text.word(past) != "s" || !text.pieces.is_glued(past) || number(text, next) % 10 != 0) {
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
  static constexpr std::pair<std::string_view, int> kSpoken[] = {
      {"twenties", 192}, {"thirties", 193},  {"forties", 194},  {"fifties", 195},
      {"sixties", 196},  {"seventies", 197}, {"eighties", 198}, {"nineties", 199}};
  for (const auto& [word, value] : kSpoken) {
    if (text.word(next) == word && next != at) {
      date.decade = value;
      date.past = next + 1;
      return date;
    }
  }
  return std::nullopt;
}

/// "the 20th century".
std::optional<Expression> century(const TimeText& text, std::uint32_t at) {
  const std::uint32_t start = text.word(at) == "the" ? at + 1 : at;
  const auto ordinal = read_ordinal(text.pieces, start, text.numbers);
  if (!ordinal || ordinal->place > 30) {
    return std::nullopt;
  }
  const std::uint32_t next = text.word(ordinal->past) == "-" ? ordinal->past + 1 : ordinal->past;
  if (text.word(next) != "century" && text.word(next) != "centuries") {
    return std::nullopt;
  }
  Expression date;
  date.first = at;
  date.past = next + 1;
  date.century = static_cast<int>(ordinal->place) - 1;
  return date;
}

/// The word after an ordinal that makes it a part of a year: the place, and the word's end.
std::optional<DateField> ordered(const TimeText& text, std::uint32_t at, std::string_view word) {
  const auto ordinal = read_ordinal(text.pieces, at, text.numbers);
  if (!ordinal) {
    return std::nullopt;
  }
  const std::uint32_t next = text.word(ordinal->past) == "-" ? ordinal->past + 1 : ordinal->past;
  std::uint32_t noun = next;
  if (text.word(noun) == "fiscal" || text.word(noun) == "calendar") {
    ++noun;
  }
  if (text.word(noun) != word) {
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
  const std::uint32_t start = text.word(at) == "the" ? at + 1 : at;
  Expression date;
  date.first = at;
  if (start != at && is_modifier(text, start)) {
    return std::nullopt;  // "the" belongs to what comes after: "the third-quarter loss"
  }
  if (const auto quarter = ordered(text, start, "quarter"); quarter && quarter->value <= 4) {
    date.quarter = quarter->value;
    date.past = quarter->past;
  } else if (text.word(start) == "q" && text.pieces.is_glued(start + 1) &&
             is_digits(text, start + 1, 1, 1) && number(text, start + 1) <= 4) {
    date.quarter = number(text, start + 1);
    date.past = start + 2;
  } else if (const auto half = ordered(text, start, "half"); half && half->value <= 2) {
    date.half = half->value;
    date.past = half->past;
  } else {
    return std::nullopt;
  }
  const std::uint32_t before = date.past;
  std::uint32_t next = text.word(before) == "of" ? before + 1 : before;
  if (const auto named = named_year(text, next)) {
    date.year = named->year;
    date.past = named->past;
  } else {
    take_year(text, date);
  }
  if (!date.year && next != before && text.word(next) == "the" && text.word(next + 1) == "year") {
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
  const std::uint32_t start = text.word(at) == "the" ? at + 1 : at;
  const auto found = text.at(start);
  if (!found.is(Kind::season)) {
    return std::nullopt;
  }
  Expression date;
  date.first = at;
  date.past = found.past;
  date.season = found.word->letters;
  take_year(text, date);
  const std::string_view before = at == 0 ? std::string_view{} : text.word(at - 1);
  const bool in_season = (before == "in" || before == "by" || before == "during" ||
                          before == "until" || before == "since") &&
                         text.word(found.past) != "of" && text.word(start) != "fall";
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
