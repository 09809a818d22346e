#include <algorithm>

#include "mentions/figures/figure_text.h"

namespace factbox::mentions {

namespace {

/// Words before a number that may belong to a qualifier.
constexpr std::uint32_t kQualifierWords = 5;

/// "handed over 62 men": the word belongs to the verb.
bool is_particle(const FigureText& text, std::uint32_t piece) {
  const std::uint32_t token = text.pieces[piece].token;
  return token < text.sheet.size() && text.sheet.form(token) == texts::Form::particle;
}

/// Where a qualifier that ends at piece `at` begins, and its bound.
std::pair<std::uint32_t, Bound> qualifier_of(const FigureText& text, std::uint32_t at) {
  const std::uint32_t first = at > kQualifierWords ? at - kQualifierWords : 0;
  for (std::uint32_t i = first; i < at; ++i) {
    const auto found = text.words.qualifier_before(text.pieces, i);
    if (found && is_particle(text, i)) {
      continue;
    }
    if (found && found->past == at) {
      return {i, found->value};
    }
    if (found && found->past + 1 == at &&
        text.words.lists(FigureList::skipped, text.word(found->past))) {
      return {i, found->value};
    }
  }
  return {at, Bound::equal};
}

/// "$1.2bn over ten years": the time that it is spread over, and no "more than" as behind a verb or
/// a preposition ("for over ten years").
bool is_spread_over(const FigureText& text, std::uint32_t over, const Amount& amount) {
  const texts::Form before = over == 0 ? texts::Form::none : text.form(over - 1);
  return amount.unit != nullptr && amount.unit->kind == UnitKind::time &&
         text.words.lists(FigureList::spread, text.word(over)) &&
         (texts::is_noun(before) || before == texts::Form::number);
}

/// The piece before `at`, or before a qualifier that ends there; none of any list where none is.
std::uint32_t before_qualifier(const FigureText& text, std::uint32_t at) {
  return qualifier_of(text, at).first - 1;
}

/// "rose by $2.1 billion to $18.4 billion", "gained 10 sen to 2.05 ringgit": what changed, and to
/// how much.
bool is_change_and_level(const FigureText& text, const Amount& amount, std::uint32_t before) {
  if (amount.unit == nullptr) {
    return false;
  }
  const Bound change = change_by(text, amount);
  return text.is(before, FigureList::by) || change == Bound::up || change == Bound::down;
}

bool is_dash_range(const FigureText& text, const Amount& amount, const Amount& second) {
  const bool counts = second.unit != nullptr || counted_by(text, second).past != 0;
  return counts && (amount.value.low < second.value.low) &&
         text.pieces.is(second.number, PieceKind::number);
}

/// "rose 5 to 12" is none; "5 to 12 percent" is.
bool fits_in_range(const Amount& amount, const Amount& second) {
  if (amount.unit != nullptr && second.unit == nullptr) {
    return false;
  }
  return amount.value.low < second.value.low && amount.value.low > 0;
}

}  // namespace

std::pair<std::uint32_t, Bound> qualifier_before(const FigureText& text, const Amount& amount) {
  const auto found = qualifier_of(text, amount.first);
  return found.first != amount.first && is_spread_over(text, found.first, amount)
             ? std::pair{amount.first, Bound::equal}
             : found;
}

bool read_range(const FigureText& text, const Amount& amount, Amount& second) {
  const std::uint32_t before = before_qualifier(text, amount.first);
  const bool from = text.is(before, FigureList::from);
  const bool after_between = text.is(before, FigureList::between);
  const std::uint32_t join = amount.past;
  std::uint32_t next = amount.past + 1;
  const bool dash = text.word(join) == "-";
  const bool between = after_between && text.is(join, FigureList::joining);
  const bool up_to = text.is(join, FigureList::up) && text.is(next, FigureList::to) && from;
  const bool from_to = text.is(join, FigureList::to) || up_to;
  const bool choice = text.is(join, FigureList::either);
  if (!dash && !between && !from_to && !choice) {
    return false;
  }
  next += up_to ? 1U : 0U;
  if (from_to && text.word(next) == "-") {
    ++next;
  }
  if (text.is(next, FigureList::up) && text.is(next + 1, FigureList::to)) {
    next += 2;
  }
  auto read = read_amount(text, next);
  if (!read || read->value.is_fraction != amount.value.is_fraction || read->value.high ||
      amount.value.high) {
    return false;
  }
  second = *read;
  const bool same =
      amount.unit == nullptr || second.unit == nullptr || amount.unit->name == second.unit->name;
  if (!same || (dash && !is_dash_range(text, amount, second))) {
    return false;
  }
  if (choice) {  // "three or four"
    return amount.unit == nullptr && second.value.low == amount.value.low + 1 &&
           amount.value.in_words && second.value.in_words;
  }
  if (!from_to || from || after_between) {
    return true;
  }
  return fits_in_range(amount, second) && !is_change_and_level(text, amount, before);
}

}  // namespace factbox::mentions
