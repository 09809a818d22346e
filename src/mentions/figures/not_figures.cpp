#include <algorithm>
#include <cmath>

#include "base/letters.h"
#include "mentions/figures/figure_text.h"

namespace factbox::mentions {
using texts::Form;
using texts::Link;
using texts::NameType;

namespace {

/// Part of a date or of a time of day; a length of time is a figure.
bool is_in_time(const FigureText& text, const Amount& amount) {
  const ByteRange bytes = text.pieces.bytes(amount.number, amount.number_past);
  auto time = std::ranges::partition_point(
      text.times, [&](const TimeMention& t) { return t.where.range.end <= bytes.begin; });
  if (time == text.times.end() || !time->where.range.touches(bytes)) {
    return false;
  }
  const bool length = amount.unit != nullptr && amount.unit->kind == UnitKind::time;
  if (time->type == TimexType::set) {
    return !length;
  }
  return time->type != TimexType::duration && (time->first || time->value.starts_with('X'));
}

/// A mark glued to letters before, or letters glued before: "F-35", "G20", "COVID-19".
bool is_glued_to_name(const FigureText& text, std::uint32_t at) {
  if (!text.pieces.is_glued(at) || at == 0) {
    return false;
  }
  if (text.pieces.is(at - 1, PieceKind::word)) {
    return text.pieces.is(at, PieceKind::number);
  }
  const std::string_view mark = text.word(at - 1);
  const bool hyphen = mark == "-" || mark == "/" || mark == ".";
  return hyphen && text.pieces.is_glued(at - 1) && at >= 2 &&
         text.pieces.is(at - 2, PieceKind::word) && text.pieces.is(at, PieceKind::number) &&
         !text.is(at - 2, FigureList::below_zero);
}

/// "2-1", "4:39", "1:36.6", "192.168.1.1", "555-0134", "3/4/5".
bool is_score_or_code(const FigureText& text, const Amount& amount) {
  if (!text.pieces.is(amount.number, PieceKind::number)) {
    return false;
  }
  const std::uint32_t next = amount.number_past;
  const std::string_view before =
      text.pieces.is_glued(amount.number) && amount.number > 1 ? text.word(amount.number - 1) : "";
  const bool digits_before = amount.number > 1 && text.pieces.is_glued(amount.number - 1) &&
                             text.pieces.is(amount.number - 2, PieceKind::number);
  const bool digits_after = text.pieces.is_glued(next) && text.pieces.is_glued(next + 1) &&
                            text.pieces.is(next + 1, PieceKind::number);
  const std::string_view after = digits_after ? text.word(next) : std::string_view{};
  if ((before == ":" && digits_before) || after == ":" || before == "#" || before == "_") {
    return true;
  }
  const bool joined = (before == "-" && digits_before) || after == "-";
  return joined && amount.unit == nullptr;
}

bool is_ordinal(const FigureText& text, const Amount& amount) {
  const auto ordinal = read_ordinal(text.pieces, amount.number, text.numbers);
  return ordinal && !amount.value.is_fraction && ordinal->past >= amount.number_past;
}

bool has_capital(const FigureText& text, std::uint32_t at) {
  return any_letter(text.pieces.written(at), is_capital);
}

/// Whether the number counts a plural that stands behind a name: "90 Fiat and Skoda taxis".
bool counts_plural(const FigureText& text, const Amount& amount) {
  return counted_by(text, amount).past > text.token(amount.number_past) + 1;
}

/// "787 Dreamliner": one thing with a capital letter, which no number above one counts.
bool is_type_of_thing(const FigureText& text, const Amount& amount) {
  return amount.unit == nullptr && !counts_plural(text, amount) && amount.value.low > 1 &&
         !amount.value.in_words && !amount.value.is_magnified &&
         text.form(amount.number_past) == Form::name &&
         text.pieces.is_capital(amount.number_past) &&
         !text.word(amount.number_past).ends_with('s') &&
         !texts::is_noun(text.form(amount.number_past + 1));
}

/// "No. 5", "Article 5", "Channel 4": the number is the name of one, not how many.
bool is_label(const FigureText& text, const Amount& amount) {
  if (amount.number == 0 || amount.first != amount.number || amount.value.is_magnified) {
    return false;
  }
  const std::uint32_t before = amount.number - 1;
  const std::string_view word = text.word(before);
  const bool number_sign =
      word == "#" || text.is(before, FigureList::no) ||
      (word == "." && amount.number > 1 && text.is(amount.number - 2, FigureList::no) &&
       text.pieces.is_capital(amount.number - 2));
  if (number_sign && text.pieces.is(amount.number, PieceKind::number)) {
    return true;
  }
  const std::uint32_t token = text.token(before);
  const bool in_digits = text.pieces.is(amount.number, PieceKind::number);
  if (amount.unit != nullptr || !text.pieces.is(before, PieceKind::word)) {
    return false;
  }
  const bool after_noun = text.words.lists(FigureList::type, word);
  const bool named = texts::is_name(text.sheet.form(token)) && has_capital(text, before);
  const bool whole = amount.value.low == std::floor(amount.value.low) &&
                     text.pieces.written(amount.number).find(',') == std::string_view::npos;
  if ((!named && !after_noun) || !whole || (!in_digits && amount.value.low > 20)) {
    return false;
  }
  if (named && text.pieces.is_capital(amount.number_past) &&
      texts::is_name(text.form(amount.number_past))) {
    return true;  // "iPhone 11 Pro"
  }
  // A noun behind that the number counts makes it a count: "Iran 62 missiles".
  const std::uint32_t number_token = text.token(amount.number_past - 1);
  const std::uint32_t head = text.sheet.head(number_token);
  const bool counts = head > number_token && text.sheet.link(number_token) == Link::number &&
                      text.sheet.form(head) == Form::plural_noun;
  return !counts && !is_age(text, amount);
}

/// A number that is not the first word of a name that the engine marks: "Boeing 787", "Apollo 11".
bool is_in_name(const FigureText& text, const Amount& amount) {
  const std::uint32_t token = text.token(amount.number);
  const auto entities = text.sheet.names();
  const auto entity = std::ranges::partition_point(
      entities, [&](const texts::MarkedName& e) { return e.tokens.past <= token; });
  if (entity == entities.end() || entity->tokens.first > token || amount.unit != nullptr) {
    return false;
  }
  static constexpr NameType kNames[] = {NameType::person,   NameType::body,    NameType::polity,
                                        NameType::facility, NameType::product, NameType::event,
                                        NameType::work,     NameType::law,     NameType::location};
  const bool name = std::ranges::find(kNames, entity->type) != std::end(kNames);
  const bool whole = text.token(amount.number_past - 1) + 1 == entity->tokens.past;
  return name && !(entity->tokens.first == token && whole) && !is_age(text, amount);
}

/// "no one", "one another", "one day": words that are no count.
bool is_pronoun(const FigureText& text, const Amount& amount) {
  if (!text.is(amount.number, FigureList::one) || amount.number_past != amount.number + 1 ||
      amount.unit != nullptr) {
    return false;
  }
  const std::uint32_t next = amount.number_past;
  if (text.is(amount.number - 1, FigureList::before_one) || text.is(next, FigureList::behind_one)) {
    return true;
  }
  const Link link = text.sheet.link(text.token(amount.number));
  return link != Link::number && !text.is(next, FigureList::of) && !text.is(next, FigureList::in);
}

/// "two-state", "four-legged": words, not counts; digits count ("80-yard").
bool is_hyphened_word(const FigureText& text, const Amount& amount) {
  const bool hyphen = text.word(amount.number_past) == "-" &&
                      text.pieces.is_glued(amount.number_past) &&
                      text.pieces.is_glued(amount.number_past + 1);
  if (!hyphen) {
    return false;
  }
  const bool unit_of_time = amount.unit != nullptr && amount.unit->kind == UnitKind::time;
  return unit_of_time || (amount.value.in_words && amount.unit == nullptr);
}

/// "575 Wilbraham Road", "9 E 71st St": the number of a house.
bool is_address(const FigureText& text, const Amount& amount) {
  for (std::uint32_t i = amount.number_past; i < amount.number_past + 5; ++i) {
    const bool ordinal = text.pieces.is(i, PieceKind::number) || text.pieces.is_glued(i);
    if (!text.pieces.is_capital(i) && !(ordinal && i > amount.number_past)) {
      return false;
    }
    if (i > amount.number_past && text.words.lists(FigureList::street, text.word(i))) {
      return true;
    }
  }
  return false;
}

/// Letters glued behind that are no unit: "5G", "3D", "21st".
bool has_tail(const FigureText& text, const Amount& amount) {
  return amount.past == amount.number_past &&
         text.pieces.is(amount.number_past - 1, PieceKind::number) &&
         text.pieces.is_glued(amount.number_past) &&
         text.pieces.is(amount.number_past, PieceKind::word);
}

}  // namespace

bool is_no_figure(const FigureText& text, const Amount& amount) {
  return is_in_time(text, amount) ||
         (amount.first == amount.number && is_glued_to_name(text, amount.number)) ||
         is_score_or_code(text, amount) || is_ordinal(text, amount) || has_tail(text, amount) ||
         is_label(text, amount) || is_type_of_thing(text, amount) || is_in_name(text, amount) ||
         is_pronoun(text, amount) || is_hyphened_word(text, amount) || is_address(text, amount);
}

}  // namespace factbox::mentions
