#include "mentions/times/date_parts.h"

#include <algorithm>

namespace factbox::mentions {
using texts::Form;

namespace {

using Kind = TimeWordKind;

bool begins_amount(const TimeText& text, std::uint32_t at) {
  const auto kind = text.numbers.at(text.pieces, at).kind;
  return text.is(at, TimeList::of_share) || kind == NumberWords::Kind::magnitude ||
         kind == NumberWords::Kind::hundred;
}

/// "May" and "March" are months where they stand with capitals and are no verb.
bool is_month(const TimeText& text, std::uint32_t at, const TimeWords::Found& found) {
  if (!found.is(Kind::month) || !text.pieces.is_capital(at)) {
    return false;
  }
  const bool short_form = text.word(at).size() <= 4 && !text.is(at, TimeList::whole_month);
  if (short_form) {
    return text.word(found.past) == "." || text.pieces.is(found.past, PieceKind::number);
  }
  if (!text.is(at, TimeList::doubtful_month)) {
    return true;
  }
  if (text.pieces.is(found.past, PieceKind::number)) {
    return true;
  }
  if (at > 0 && text.pieces.is_capital(at - 1) && texts::is_name(text.form(at - 1)) &&
      text.pieces.is_glued(at - 1) == text.pieces.is_glued(at) &&
      !text.at(at - 1).is(Kind::weekday)) {
    return false;  // "Theresa May"
  }
  const Form form = text.form(at);
  return form != Form::modal && !texts::is_verb(form) && !texts::is_adjective(form);
}

}  // namespace

bool is_digits(const TimeText& text, std::uint32_t at, std::size_t least, std::size_t most) {
  const std::string_view written = text.pieces.written(at);
  return text.pieces.is(at, PieceKind::number) && written.size() >= least &&
         written.size() <= most &&
         std::all_of(written.begin(), written.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(const TimeText& text, std::uint32_t at) {
  return static_cast<int>(text.pieces[at].value);
}

std::optional<DateField> spoken_day(const TimeText& text, std::uint32_t at) {
  const auto ordinal = read_ordinal(text.pieces, at, text.numbers);
  if (!ordinal || ordinal->place > 31 || texts::is_noun(text.form(ordinal->past)) ||
      texts::is_adjective(text.form(ordinal->past)) || text.at(ordinal->past).is(Kind::unit)) {
    return std::nullopt;
  }
  return DateField{static_cast<int>(ordinal->place), ordinal->past};
}

std::optional<DateField> day_of_month(const TimeText& text, std::uint32_t at) {
  if (!is_digits(text, at, 1, 2)) {
    return std::nullopt;
  }
  const int day = number(text, at);
  std::uint32_t past = at + 1;
  if (const auto ordinal = read_ordinal(text.pieces, at, text.numbers)) {
    past = ordinal->past;
  } else if (text.pieces.is_glued(past) &&
             (text.pieces.is(past, PieceKind::word) ||
              (text.word(past) == ":" && text.pieces.is_glued(past + 1)))) {
    return std::nullopt;
  }
  if (day < 1 || day > 31 || begins_amount(text, past)) {
    return std::nullopt;
  }
  return DateField{day, past};
}

std::optional<DateField> four_digit_year(const TimeText& text, std::uint32_t at) {
  if (!is_digits(text, at, 4, 4) || number(text, at) < 1000 || number(text, at) > 2199 ||
      (text.pieces.is_glued(at + 1) && text.pieces.is(at + 1, PieceKind::word)) ||
      begins_amount(text, at + 1)) {
    return std::nullopt;
  }
  return DateField{number(text, at), at + 1};
}

std::optional<DateField> short_year(const TimeText& text, std::uint32_t at) {
  if (text.word(at) != "'" || !text.pieces.is_glued(at + 1) || !is_digits(text, at + 1, 2, 2) ||
      (text.pieces.is_glued(at + 2) && text.pieces.is(at + 2, PieceKind::word))) {
    return std::nullopt;
  }
  const int year = number(text, at + 1);
  return DateField{year + (year < 50 ? 2000 : 1900), at + 2};
}

std::optional<DateField> spoken_year(const TimeText& text, std::uint32_t at) {
  const auto first = text.numbers.at(text.pieces, at);
  if (first.value == 2 && text.is(at + 1, TimeList::thousand)) {
    const auto year = read_number(text.pieces, at, text.numbers);
    return year && year->low < 2100
               ? std::optional{DateField{static_cast<int>(year->low), year->past}}
               : std::nullopt;
  }
  const bool century = (first.kind == NumberWords::Kind::teen && first.value >= 16) ||
                       (first.kind == NumberWords::Kind::ten && first.value == 20);
  if (!century) {
    return std::nullopt;
  }
  const auto rest = read_number(text.pieces, at + 1, text.numbers);
  if (!rest || !rest->in_words || rest->low < 10 || rest->low > 99 || rest->is_magnified ||
      rest->low != static_cast<int>(rest->low)) {
    return std::nullopt;
  }
  return DateField{static_cast<int>(first.value) * 100 + static_cast<int>(rest->low), rest->past};
}

std::optional<DateField> any_year(const TimeText& text, std::uint32_t at) {
  if (const auto year = four_digit_year(text, at)) {
    return year;
  }
  if (const auto year = short_year(text, at)) {
    return year;
  }
  return spoken_year(text, at);
}

void take_year(const TimeText& text, Expression& date) {
  std::uint32_t at = date.past;
  if (text.word(at) == "," || text.is(at, TimeList::of) || text.is(at, TimeList::in)) {
    ++at;
  }
  if (const auto year = any_year(text, at)) {
    date.year = year->value;
    date.past = year->past;
  }
}

std::optional<DateField> month_at(const TimeText& text, std::uint32_t at) {
  const auto found = text.at(at);
  if (!is_month(text, at, found)) {
    return std::nullopt;
  }
  const bool dot = text.word(found.past) == "." && text.word(at).size() <= 5 &&
                   text.pieces.is_glued(found.past) && !text.is(at, TimeList::whole_month);
  return DateField{found.word->number, found.past + (dot ? 1U : 0U)};
}

}  // namespace factbox::mentions
