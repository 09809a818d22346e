#include <fmt/format.h>

#include "mentions/times/expression.h"
#include "mentions/times/length.h"

namespace factbox::mentions {
using texts::Form;
using texts::Link;
using texts::WordClass;

namespace {

using Kind = TimeWordKind;

Expression expression(std::uint32_t first, std::uint32_t past, TimexType type, std::string value) {
  Expression time;
  time.first = first;
  time.past = past;
  time.type = type;
  time.value = std::move(value);
  return time;
}

/// Values of ranges stand for their lower end, as annotators write them.
std::string value_of(const Length& length) {
  return length.is_vague ? vague_length(length.unit) : length_value(length.low, length.unit);
}

bool is_age(const TimeText& text, std::uint32_t past) {
  return text.is(past, TimeList::old) ||
         (text.word(past) == "-" && text.is(past + 1, TimeList::old)) || text.word(past) == "-" ||
         (text.is(past, TimeList::of) && text.is(past + 1, TimeList::age));
}

/// "four flights a week", "$15 an hour", "twice a day": how often, not how long.
bool is_rate(const TimeText& text, std::uint32_t at, const Length& length) {
  if (at == 0 || !length.is_bare) {
    return false;
  }
  if (text.is(at - 1, TimeList::how_often)) {
    return true;
  }
  const std::uint32_t token = text.pieces[length.past - 1].token;
  const std::uint32_t head = text.sheet.head(token);
  const std::uint32_t before = text.pieces[at - 1].token;
  const Link link = text.sheet.link(token);
  const Form form = text.sheet.form(before);
  const bool counted = form == Form::number || form == Form::plural_noun || form == Form::noun ||
                       form == Form::currency;
  return counted && link == Link::noun_adverb && head <= before &&
         text.sheet.word_class(head) != WordClass::verb &&
         text.sheet.word_class(head) != WordClass::auxiliary;
}

/// "three years", "a few days", "15-month".
std::optional<Expression> plain_length(const TimeText& text, std::uint32_t at) {
  const auto length = read_length(text, at);
  if (!length || is_age(text, length->past)) {
    return std::nullopt;
  }
  std::uint32_t past = length->past;
  if (length->is_hyphened && text.word(past) == "-" && text.is(past + 1, TimeList::lengthy)) {
    past += 2;
  }
  const bool rate = is_rate(text, at, *length);
  if (!rate && at > 0 && text.form(at - 1) == Form::modal && text.is(at, TimeList::one) &&
      length->unit == "D") {
    return expression(at, past, TimexType::date, "FUTURE_REF");  // "will one day"
  }
  return expression(at, past, rate ? TimexType::set : TimexType::duration, value_of(*length));
}

/// "the last three months", "the next few days", "each of the past two years", "these two weeks".
std::optional<Expression> sided_length(const TimeText& text, std::uint32_t at) {
  std::uint32_t next = at;
  if (text.is(next, TimeList::each) && text.is(next + 1, TimeList::of)) {
    next += 2;
  }
  const bool article = text.is(next, TimeList::the) || text.is(next, TimeList::these);
  next += article ? 1 : 0;
  const auto side = text.at(next);
  const bool first = text.is(next, TimeList::first) || text.is(next, TimeList::closing);
  const bool plain = article && !side.is(Kind::side) && !first;
  if (!plain && !side.is(Kind::side) && !first) {
    return std::nullopt;
  }
  if (side.is(Kind::side) && side.word->letters == "this") {  // not English: a value of the column
    return std::nullopt;
  }
  next += plain ? 0 : 1;
  const auto length = read_length(text, next);
  if (!length || length->is_bare || length->is_hyphened || is_age(text, length->past) ||
      (plain && text.at(length->past - 1).is(Kind::unit))) {
    return std::nullopt;
  }
  return expression(at, length->past, TimexType::duration, value_of(*length));
}

bool is_counted(const TimeText& text, std::uint32_t at) {
  return at > 0 && (text.pieces.is(at - 1, PieceKind::number) || text.word(at - 1) == "-" ||
                    text.is(at - 1, TimeList::of) ||
                    text.numbers.at(text.pieces, at - 1).kind != NumberWords::Kind::none);
}

/// "the year ended March 31", "a year": a length, not this year.
std::optional<Expression> year_ended(const TimeText& text, std::uint32_t at) {
  if (!text.is(at, TimeList::the)) {
    return std::nullopt;
  }
  std::uint32_t next = at + 1;
  while (text.at(next).is(Kind::filler)) {
    next = text.at(next).past;
  }
  if (!text.is(next, TimeList::year) || !text.is(next + 1, TimeList::ended)) {
    return std::nullopt;
  }
  return expression(at, next + 1, TimexType::duration, "P1Y");
}

/// "years", "for decades": many, nobody says how many.
std::optional<Expression> bare_units(const TimeText& text, std::uint32_t at) {
  const auto found = text.at(at);
  if (!found.is(Kind::units) || found.word->letters == "M" || found.word->letters == "S" ||
      found.word->letters == "Q" || found.word->letters == "ML" || is_counted(text, at) ||
      (found.word->letters == "H" && text.is(found.past, TimeList::of))) {  // "the early hours of"
    return std::nullopt;
  }
  const bool two =
      (text.is(found.past, TimeList::either) || text.is(found.past, TimeList::joining)) &&
      text.at(found.past + 1).is(Kind::units);
  return expression(at, two ? found.past + 2 : found.past, TimexType::duration,
                    vague_length(found.word->letters));
}

/// "day-long", "yearlong".
std::optional<Expression> unit_long(const TimeText& text, std::uint32_t at) {
  const auto found = text.at(at);
  if ((!found.is(Kind::unit) && !found.is(Kind::units)) || text.word(found.past) != "-" ||
      !text.is(found.past + 1, TimeList::lengthy)) {
    return std::nullopt;
  }
  return expression(at, found.past + 2, TimexType::duration,
                    found.is(Kind::unit) ? length_value(1, found.word->letters)
                                         : vague_length(found.word->letters));
}

/// "daily", "annual".
std::optional<Expression> set_word(const TimeText& text, std::uint32_t at) {
  const auto found = text.at(at);
  if (!found.is(Kind::set) ||
      (at > 0 && text.pieces.is_capital(at) && text.pieces.is_capital(at - 1))) {
    return std::nullopt;
  }
  return expression(at, found.past, TimexType::set, found.word->letters);
}

/// "every day", "each Thursday", "every two weeks", "every other year".
std::optional<Expression> each(const TimeText& text, std::uint32_t at) {
  if (!text.at(at).is(Kind::each)) {
    return std::nullopt;
  }
  std::uint32_t next = at + 1;
  const bool other = text.is(next, TimeList::other) || text.is(next, TimeList::second);
  next += other ? 1 : 0;
  while (text.at(next).is(Kind::filler)) {
    next = text.at(next).past;
  }
  const auto found = text.at(next);
  if (found.is(Kind::unit)) {
    return expression(at, found.past, TimexType::set,
                      length_value(other ? 2 : 1, found.word->letters));
  }
  if (found.is(Kind::weekday)) {
    return expression(at, found.past, TimexType::set,
                      fmt::format("XXXX-WXX-{}", found.word->number));
  }
  if (found.is(Kind::part)) {
    return expression(at, found.past, TimexType::set,
                      fmt::format("XXXX-XX-XXT{}", found.word->letters));
  }
  if (found.is(Kind::month)) {
    return expression(at, found.past, TimexType::set,
                      fmt::format("XXXX-{:02}", found.word->number));
  }
  const auto length = read_length(text, next);
  if (!length || length->is_bare) {
    return std::nullopt;
  }
  return expression(at, length->past, TimexType::set, value_of(*length));
}

/// "Mondays", "Tuesday nights" counts as one, "in the mornings".
std::optional<Expression> repeated(const TimeText& text, std::uint32_t at) {
  const auto found = text.at(at);
  if (found.is(Kind::weekdays)) {
    return expression(at, found.past, TimexType::set,
                      fmt::format("XXXX-WXX-{}", found.word->number));
  }
  if (found.is(Kind::weekday) && text.at(found.past).is(Kind::parts)) {
    const auto parts = text.at(found.past);
    return expression(at, parts.past, TimexType::set,
                      fmt::format("XXXX-WXX-{}T{}", found.word->number, parts.word->letters));
  }
  return std::nullopt;
}

/// "some time", "a while", "a long time": a length that nobody counts.
std::optional<Expression> uncounted(const TimeText& text, std::uint32_t at) {
  const bool article = text.is(at, TimeList::a);
  if ((text.is(at, TimeList::some) && text.is(at + 1, TimeList::time)) ||
      (article && text.is(at + 1, TimeList::a_while))) {
    return expression(at, at + 2, TimexType::duration, "PXX");
  }
  if (article && text.is(at + 1, TimeList::lengthy) && text.is(at + 2, TimeList::time)) {
    return expression(at, at + 3, TimexType::duration, "PXX");
  }
  return std::nullopt;
}

}  // namespace

std::optional<Expression> read_amount(const TimeText& text, std::uint32_t at) {
  std::optional<Expression> longest;
  for (const auto& read : {each, set_word, repeated, sided_length, plain_length, year_ended,
                           unit_long, uncounted, bare_units}) {
    auto time = read(text, at);
    if (time && (!longest || time->past > longest->past)) {
      longest = std::move(time);
    }
  }
  return longest;
}

}  // namespace factbox::mentions
