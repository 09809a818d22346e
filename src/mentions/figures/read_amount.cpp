#include <algorithm>

#include "mentions/figures/figure_text.h"

namespace factbox::mentions {
using texts::Form;

namespace {

/// Pieces of a sum in brackets between a sum and its rate.
constexpr std::uint32_t kAside = 8;

/// Nobody says "one in a million" of a share that he counted.
constexpr double kMostParts = 1000;

/// "PS6m" is what some feeds make of a sign for pounds, "PS5" a machine.
bool is_doubtful_sign(const FigureText& text, std::uint32_t at, std::uint32_t number) {
  if (!text.is(at, FigureList::ps)) {
    return false;
  }
  const auto read = read_number(text.pieces, number, text.numbers);
  return !text.pieces.is_glued(number) || !read || (!read->is_magnified && read->low < 1000);
}

/// "one in five", "two out of five": the share, and the piece behind it.
std::optional<Number> share_of_parts(const FigureText& text, const Number& number) {
  const bool in = text.is(number.past, FigureList::in);
  const bool out_of =
      text.is(number.past, FigureList::out) && text.is(number.past + 1, FigureList::of);
  if ((!in && !out_of) || number.is_fraction || number.is_magnified || number.high) {
    return std::nullopt;
  }
  const std::uint32_t at = number.past + (in ? 1 : 2);
  const auto parts = read_number(text.pieces, at, text.numbers);
  if (!parts || parts->is_fraction || parts->high || parts->low <= number.low ||
      parts->low > kMostParts || (in && parts->in_words != number.in_words)) {
    return std::nullopt;
  }
  const auto unit = text.words.unit_at(text.pieces, parts->past);
  if (unit && unit->value->kind != UnitKind::measure) {
    return std::nullopt;  // "two in three days"
  }
  Number share = number;
  share.low = number.low / parts->low;
  share.past = parts->past;
  share.is_fraction = true;
  return share;
}

void take_unit(const FigureText& text, Amount& amount) {
  std::uint32_t next = amount.number_past;
  const bool hyphen =
      text.word(next) == "-" && text.pieces.is_glued(next) && text.pieces.is_glued(next + 1);
  if (hyphen) {
    ++next;
  }
  if (amount.unit != nullptr) {
    if (text.is(next, FigureList::of_america)) {
      amount.past = next + 1;
    }
    return;
  }
  auto unit = text.words.unit_at(text.pieces, next);
  if (!unit && amount.value.high && text.is(next, FigureList::of)) {
    unit = text.words.unit_at(text.pieces, next + 1);  // "millions of dollars"
  }
  if (!unit && amount.value.is_fraction && text.is(next, FigureList::of) &&
      text.words.lists(FigureList::each, text.word(next + 1))) {
    unit = text.words.unit_at(text.pieces, next + 2);  // "a quarter of a percentage point"
  }
  if (!unit || (amount.value.is_fraction && unit->value->kind == UnitKind::time)) {
    return;
  }
  const bool symbol = unit->past == next + 1 && text.pieces.written(next).size() == 1 &&
                      text.pieces.is(next, PieceKind::word);
  const bool goes_on = text.word(unit->past) == "-" && text.pieces.is_glued(unit->past) &&
                       !text.words.lists(FigureList::extent, text.word(unit->past + 1));
  if (symbol && ((!text.pieces.is_glued(next) && text.form(next) == Form::name) || goes_on)) {
    return;  // "two F-35s"; "the 52m-long barge" is 52 metres long
  }
  amount.unit = unit->value;
  amount.past = unit->past;
}

/// "9 billion shekels ($2.4 billion) a year": the rate is said of both.
void take_rate_behind_aside(const FigureText& text, Amount& amount) {
  std::uint32_t close = amount.past + 1;
  while (close < amount.past + kAside && text.word(close) != ")") {
    ++close;
  }
  const std::string_view word = text.word(close + 1);
  const bool rate = text.words.lists(FigureList::each, word);
  if (rate && text.words.lists(FigureList::rate, text.word(close + 2))) {
    amount.rate = text.word(close + 2);
  }
}

/// Whether what follows an article is what a rate counts by: a word of the list, or a unit.
bool may_be_rate(const FigureText& text, const Amount& amount, std::uint32_t noun) {
  if (text.words.lists(FigureList::rate, text.word(noun))) {
    return true;
  }
  const auto unit = text.words.unit_at(text.pieces, noun);
  return unit && amount.unit->kind == UnitKind::prefix &&
         (unit->value->kind == UnitKind::measure || unit->value->kind == UnitKind::time) &&
         texts::is_noun(text.form(noun));
}

/// "per barrel", "a month", "an ounce", "a-day", "/day", "4 percent a year".
void take_rate(const FigureText& text, Amount& amount) {
  if (amount.unit == nullptr) {
    return;
  }
  std::uint32_t next = amount.past;
  if (text.word(next) == "-") {
    ++next;
  }
  const std::string_view word = text.word(next);
  std::uint32_t noun = next + 1;
  if (text.word(noun) == "-") {
    ++noun;
  }
  if (word == "(" && amount.unit->kind != UnitKind::percent) {
    take_rate_behind_aside(text, amount);
    return;
  }
  const bool per = text.words.lists(FigureList::per, word);
  const bool article = text.words.lists(FigureList::each, word) && may_be_rate(text, amount, noun);
  const std::string_view after = text.word(noun + 1);
  if (text.words.lists(FigureList::time_behind, after)) {
    return;
  }
  if ((!per && !article) || !text.pieces.is(noun, PieceKind::word)) {
    return;
  }
  const auto unit = text.words.unit_at(text.pieces, noun);
  if (amount.unit->kind == UnitKind::percent && (!unit || unit->value->kind != UnitKind::time)) {
    return;
  }
  amount.rate = unit ? unit->value->name : std::string{text.word(noun)};
  amount.past = unit ? unit->past : noun + 1;
}

/// "minus 5", "-5".
void take_sign(const FigureText& text, Amount& amount) {
  if (amount.first == 0) {
    return;
  }
  const std::uint32_t before = amount.first - 1;
  const bool dash = text.word(before) == "-" && text.pieces.is_glued(amount.first);
  const bool name =
      before > 0 && (texts::is_name(text.form(before - 1)) || text.pieces.is_capital(before - 1));
  const bool after_name = name && amount.unit == nullptr;  // "COVID -19"
  const bool lone = dash && !text.pieces.is_glued(before) && !after_name;
  const bool minus_word = dash && before > 0 && text.is(before - 1, FigureList::minus);
  const bool inner = amount.number > amount.first && text.word(amount.number - 1) == "-";
  if (lone || inner) {
    amount.value.low = -amount.value.low;
    amount.first = lone ? before : amount.first;
  } else if (minus_word || text.is(before, FigureList::minus)) {
    amount.value.low = -amount.value.low;
    amount.first = minus_word ? before - 1 : before;
  }
}

}  // namespace

std::optional<Amount> read_amount(const FigureText& text, std::uint32_t at) {
  Amount amount;
  amount.first = at;
  amount.number = at;
  if (const auto sign = text.words.sign_at(text.pieces, at)) {
    amount.number = sign->past;
    if (text.word(amount.number) == "-" || text.word(amount.number) == "=") {
      ++amount.number;
    }
    amount.unit = sign->value;
    if (is_doubtful_sign(text, at, amount.number) ||
        !text.pieces.is(amount.number, PieceKind::number)) {
      return std::nullopt;
    }
  }
  const auto number = read_number(text.pieces, amount.number, text.numbers);
  if (!number) {
    return std::nullopt;
  }
  const auto share = amount.unit == nullptr ? share_of_parts(text, *number) : std::nullopt;
  amount.value = share ? *share : *number;
  amount.number_past = amount.value.past;
  amount.past = amount.value.past;
  take_unit(text, amount);
  take_rate(text, amount);
  take_sign(text, amount);
  return amount;
}

}  // namespace factbox::mentions
