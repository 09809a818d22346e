#include "mentions/figures/find_figures.h"

#include <algorithm>

#include "mentions/figures/figure_text.h"

namespace factbox::mentions {
using texts::Form;

namespace {

/// Words before a number that may belong to a qualifier.
constexpr std::uint32_t kQualifierWords = 5;

/// So many figures back a bare number looks for what it counts.
constexpr std::size_t kFiguresBack = 6;

/// Pieces of a sum in brackets between a sum and its rate.
constexpr std::uint32_t kAside = 8;

/// Bytes between a figure and the same figure in another unit: room for what the first counts.
constexpr std::uint32_t kApart = 24;

class FigureFinder {
 public:
  FigureFinder(const FigureText& text, Field field) : text_(text), field_(field) {}

  std::vector<Figure> run() {
    const std::uint32_t size = text_.pieces.size();
    for (std::uint32_t at = 0; at < size;) {
      auto amount = read_amount(at);
      if (!amount) {
        ++at;
        continue;
      }
      at = std::max(take(*amount), amount->number + 1);
    }
    return std::move(figures_);
  }

 private:
  /// A number at `at`, with the money sign before it and the unit behind.
  std::optional<Amount> read_amount(std::uint32_t at) const {
    Amount amount;
    amount.first = at;
    amount.number = at;
    if (const auto sign = text_.words.sign_at(text_.pieces, at)) {
      amount.number = sign->past;
      if (text_.word(amount.number) == "-" || text_.word(amount.number) == "=") {
        ++amount.number;
      }
      amount.unit = sign->value;
      if (is_doubtful_sign(at, amount.number)) {
        return std::nullopt;
      }
      if (!text_.pieces.is(amount.number, PieceKind::number)) {
        return std::nullopt;
      }
    }
    const auto number = read_number(text_.pieces, amount.number, text_.numbers);
    if (!number) {
      return std::nullopt;
    }
    amount.value = *number;
    amount.number_past = number->past;
    amount.past = number->past;
    take_unit(amount);
    take_rate(amount);
    take_sign(amount);
    return amount;
  }

  /// "PS6m" is what some feeds make of a sign for pounds, "PS5" a machine.
  [[nodiscard]] bool is_doubtful_sign(std::uint32_t at, std::uint32_t number) const {
    if (text_.word(at) != "ps") {
      return false;
    }
    const auto read = read_number(text_.pieces, number, text_.numbers);
    return !text_.pieces.is_glued(number) || !read || (!read->is_magnified && read->low < 1000);
  }

  void take_unit(Amount& amount) const {
    std::uint32_t next = amount.number_past;
    const bool hyphen =
        text_.word(next) == "-" && text_.pieces.is_glued(next) && text_.pieces.is_glued(next + 1);
    if (hyphen) {
      ++next;
    }
    if (amount.unit != nullptr) {
      if (text_.word(next) == "us" || text_.word(next) == "u.s.") {
        amount.past = next + 1;
      }
      return;
    }
    auto unit = text_.words.unit_at(text_.pieces, next);
    if (!unit && amount.value.high && text_.word(next) == "of") {
      unit = text_.words.unit_at(text_.pieces, next + 1);  // "millions of dollars"
    }
    if (!unit || (amount.value.is_fraction && unit->value->kind == UnitKind::time)) {
      return;
    }
    const bool symbol = unit->past == next + 1 && text_.pieces.written(next).size() == 1 &&
                        text_.pieces.is(next, PieceKind::word);
    const bool goes_on = text_.word(unit->past) == "-" && text_.pieces.is_glued(unit->past);
    if (symbol && ((!text_.pieces.is_glued(next) && text_.form(next) == Form::name) || goes_on)) {
      return;  // "two F-35s"
    }
    amount.unit = unit->value;
    amount.past = unit->past;
  }

  /// "per barrel", "a month", "an hour", "a-day", "/day".
  void take_rate(Amount& amount) const {
    std::uint32_t next = amount.past;
    if (text_.word(next) == "-") {
      ++next;
    }
    const std::string_view word = text_.word(next);
    std::uint32_t noun = next + 1;
    if (text_.word(noun) == "-") {
      ++noun;
    }
    const bool per = word == "per" || word == "/";
    const bool article =
        (word == "a" || word == "an") && text_.words.lists(FigureList::rate, text_.word(noun));
    const bool usable = amount.unit != nullptr && amount.unit->kind != UnitKind::percent;
    if (usable && word == "(") {
      take_rate_behind_aside(amount);
      return;
    }
    const std::string_view after = text_.word(noun + 1);
    if (after == "ago" || after == "earlier" || after == "later" || after == "before") {
      return;
    }
    if (!usable || (!per && !article) || !text_.pieces.is(noun, PieceKind::word)) {
      return;
    }
    const auto unit = text_.words.unit_at(text_.pieces, noun);
    amount.rate = unit ? unit->value->name : std::string{text_.word(noun)};
    amount.past = unit ? unit->past : noun + 1;
  }

  /// "9 billion shekels ($2.4 billion) a year": the rate is said of both.
  void take_rate_behind_aside(Amount& amount) const {
    std::uint32_t close = amount.past + 1;
    while (close < amount.past + kAside && text_.word(close) != ")") {
      ++close;
    }
    const std::string_view word = text_.word(close + 1);
    const bool rate = word == "per" || word == "a" || word == "an";
    if (rate && text_.words.lists(FigureList::rate, text_.word(close + 2))) {
      amount.rate = text_.word(close + 2);
    }
  }

  /// "minus 5", "-5".
  void take_sign(Amount& amount) const {
    if (amount.first == 0) {
      return;
    }
    const std::uint32_t before = amount.first - 1;
    const bool dash = text_.word(before) == "-" && text_.pieces.is_glued(amount.first);
    const bool name = before > 0 && (texts::is_name(text_.form(before - 1)) ||
                                     text_.pieces.is_capital(before - 1));
    const bool after_name = name && amount.unit == nullptr;  // "COVID -19"
    const bool lone = dash && !text_.pieces.is_glued(before) && !after_name;
    const bool minus_word = dash && before > 0 && text_.word(before - 1) == "minus";
    const bool inner = amount.number > amount.first && text_.word(amount.number - 1) == "-";
    if (lone || inner) {
      amount.value.low = -amount.value.low;
      amount.first = lone ? before : amount.first;
    } else if (minus_word || text_.word(before) == "minus") {
      amount.value.low = -amount.value.low;
      amount.first = minus_word ? before - 1 : before;
    }
  }

  /// Makes a figure of the amount, with the second one of a range; says where to go on.
  std::uint32_t take(Amount& amount) {
    Amount second;
    const bool range = read_range(amount, second);
    if (range) {
      if (amount.unit == nullptr) {
        amount.unit = second.unit;
      }
      if (second.unit == nullptr) {
        second.unit = amount.unit;
      }
      if (second.value.is_magnified && !amount.value.is_magnified) {
        scale_like(second, amount);
      }
    }
    const Amount& last = range ? second : amount;
    Amount whole = amount;
    whole.past = last.past;
    whole.number_past = last.number_past;
    whole.rate = last.rate.empty() ? amount.rate : last.rate;
    if (range ? is_in_date(amount) : is_no_figure(text_, amount)) {
      return amount.past;
    }
    if (range && is_no_figure(text_, second) && second.unit == nullptr) {
      return second.past;
    }
    if (range) {
      whole.value.high = second.value.low;
    }
    add(whole, amount);
    return last.past;
  }

  [[nodiscard]] bool is_in_date(const Amount& amount) const {
    return is_no_figure(text_, amount) && amount.unit == nullptr;
  }

  /// "7 to 9 billion": the first is in billions too.
  static void scale_like(const Amount& second, Amount& first) {
    double scale = 1;
    for (const double magnitude : {1e3, 1e6, 1e9, 1e12}) {
      if (second.value.low >= magnitude) {
        scale = magnitude;
      }
    }
    if (first.value.low < second.value.low / scale) {
      first.value.low *= scale;
    }
  }

  /// "10 to 12", "10-12", "between 5% and 6%", "from $62 to $68", "three or four".
  bool read_range(const Amount& amount, Amount& second) const {
    const std::string_view before = amount.first == 0 ? "" : before_qualifier(amount.first);
    const std::string_view join = text_.word(amount.past);
    std::uint32_t next = amount.past + 1;
    const bool dash = join == "-";
    const bool between = before == "between" && join == "and";
    const bool up_to = join == "up" && text_.word(next) == "to" && before == "from";
    const bool from_to = join == "to" || up_to;
    const bool choice = join == "or";
    if (!dash && !between && !from_to && !choice) {
      return false;
    }
    next += up_to ? 1U : 0U;
    if (from_to && text_.word(next) == "-") {
      ++next;
    }
    if (text_.word(next) == "up" && text_.word(next + 1) == "to") {
      next += 2;
    }
    auto read = read_amount(next);
    if (!read || read->value.is_fraction != amount.value.is_fraction || read->value.high ||
        amount.value.high) {
      return false;
    }
    second = *read;
    const bool same =
        amount.unit == nullptr || second.unit == nullptr || amount.unit->name == second.unit->name;
    if (!same || (dash && !is_dash_range(amount, second))) {
      return false;
    }
    if (choice) {  // "three or four"
      return amount.unit == nullptr && second.value.low == amount.value.low + 1 &&
             amount.value.in_words && second.value.in_words;
    }
    if (from_to && before != "from" && before != "between" && !fits_in_range(amount, second)) {
      return false;
    }
    return true;
  }

  [[nodiscard]] bool is_dash_range(const Amount& amount, const Amount& second) const {
    const bool counts = second.unit != nullptr || counted_by(text_, second).past != 0;
    return counts && (amount.value.low < second.value.low) &&
           text_.pieces.is(second.number, PieceKind::number);
  }

  /// "rose 5 to 12" is none; "5 to 12 percent" is.
  static bool fits_in_range(const Amount& amount, const Amount& second) {
    if (amount.unit != nullptr && second.unit == nullptr) {
      return false;
    }
    return amount.value.low < second.value.low && amount.value.low > 0;
  }

  /// The word before `at`, or before a qualifier that ends there.
  [[nodiscard]] std::string_view before_qualifier(std::uint32_t at) const {
    const std::uint32_t start = qualifier_start(at).first;
    return start == 0 ? std::string_view{} : text_.word(start - 1);
  }

  /// Where a qualifier that ends at piece `at` begins, and its bound.
  [[nodiscard]] std::pair<std::uint32_t, Bound> qualifier_start(std::uint32_t at) const {
    const std::uint32_t first = at > kQualifierWords ? at - kQualifierWords : 0;
    for (std::uint32_t i = first; i < at; ++i) {
      const auto found = text_.words.qualifier_before(text_.pieces, i);
      if (found && is_particle(i)) {
        continue;
      }
      if (found && found->past == at) {
        return {i, found->value};
      }
      if (found && found->past + 1 == at && is_skippable(text_.word(found->past))) {
        return {i, found->value};
      }
    }
    return {at, Bound::equal};
  }

  /// "handed over 62 men": the word belongs to the verb.
  [[nodiscard]] bool is_particle(std::uint32_t piece) const {
    const std::uint32_t token = text_.pieces[piece].token;
    return token < text_.sheet.size() && text_.sheet.form(token) == Form::particle;
  }

  static bool is_skippable(std::string_view word) {
    return word == "the" || word == "another" || word == "an" || word == "a" || word == "its";
  }

  void add(const Amount& whole, const Amount& first) {
    Figure figure;
    figure.low = whole.value.low;
    figure.high = whole.value.high;
    std::uint32_t start = whole.first;
    std::uint32_t past = whole.past;
    const auto before = qualifier_start(whole.first);
    if (before.first != whole.first) {
      start = before.first;
      figure.bound = before.second;
      figure.qualifier = text_.pieces.bytes(start, whole.first).in(text_.sheet.text());
    }
    if (const auto after = text_.words.qualifier_after(text_.pieces, past)) {
      figure.bound = after->value;
      figure.qualifier = text_.pieces.bytes(past, after->past).in(text_.sheet.text());
      past = after->past;
    }
    if (figure.bound == Bound::equal || figure.bound == Bound::about) {
      const Bound change = change_by(text_, whole);  // "up nearly 5%" is up
      figure.bound = change == Bound::equal ? figure.bound : change;
    }
    unit_of(whole, first, figure);
    if (is_said_twice(start, figure) || is_said_otherwise(start, figure)) {
      figure.bound = figures_.back().bound;
    }
    figure.where = {field_, text_.pieces.bytes(start, past)};
    figures_.push_back(std::move(figure));
  }

  void unit_of(const Amount& whole, const Amount& first, Figure& figure) const {
    Counted counted = counted_by(text_, whole);
    if (counted.past != 0 && whole.unit == nullptr && !counted.unit.empty()) {
      const std::string rate = rate_behind(counted.past);
      counted.unit += rate.empty() ? "" : " per " + rate;
    }
    const Unit* shared = whole.unit == nullptr ? unit_to_come(whole) : nullptr;
    if (whole.unit != nullptr || shared != nullptr) {
      figure.unit = (whole.unit != nullptr ? whole.unit : shared)->name;
    } else if (is_age(text_, first)) {
      figure.unit = "year of age";
    } else {
      figure.unit = counted.unit.empty() && counted.past == 0 && !whole.value.is_fraction
                        ? unit_told(whole, figure.bound)
                        : counted.unit;
    }
    if (!whole.rate.empty()) {
      figure.unit += " per " + whole.rate;
    }
    if (counted.of) {
      figure.of_range = counted.of;
      figure.of = counted.of->in(text_.sheet.text());
    }
  }

  /// "more than 8 miles (13 km)": the same length in another unit has the same bound.
  [[nodiscard]] bool is_said_twice(std::uint32_t start, const Figure& figure) const {
    if (figures_.empty() || start == 0 || text_.word(start - 1) != "(") {
      return false;
    }
    const Figure& before = figures_.back();
    return before.where.range.end + 1 >= text_.pieces[start - 1].range.begin &&
           figure.qualifier.empty() && figure.unit != before.unit &&
           (before.bound == Bound::above || before.bound == Bound::below ||
            before.bound == Bound::about);
  }

  /// "grew by 12,000 jobs or 2.2 per cent", "(224 kW / 300 PS)": the same once more.
  [[nodiscard]] bool is_said_otherwise(std::uint32_t start, const Figure& figure) const {
    if (figures_.empty() || start == 0 || figure.bound != Bound::equal) {
      return false;
    }
    const Figure& before = figures_.back();
    const std::uint32_t end = text_.pieces[start - 1].range.begin;
    const bool joined = text_.word(start - 1) == "or" || text_.word(start - 1) == "/";
    return joined && before.where.range.end <= end && end - before.where.range.end <= kApart &&
           figure.unit != before.unit && !figure.high && !before.high;
  }

  /// "a 7- or 8-inch screen", "8 or $9": the unit of the number that follows at once.
  [[nodiscard]] const Unit* unit_to_come(const Amount& amount) const {
    std::uint32_t next = amount.past;
    if (text_.word(next) == "-") {
      ++next;
    }
    const std::string_view join = text_.word(next);
    const bool moves = join == "up" || join == "down";  // "(16,369 up 58 points)"
    if (join != "or" && join != "and" && !moves) {
      return nullptr;
    }
    const auto second = read_amount(next + 1);
    if (moves && (!second || second->unit == nullptr || second->unit->kind != UnitKind::measure)) {
      return nullptr;
    }
    return second && second->unit != nullptr && second->unit->kind != UnitKind::time ? second->unit
                                                                                     : nullptr;
  }

  /// "per day" behind a counted noun: "three thousand tests per day".
  [[nodiscard]] std::string rate_behind(std::uint32_t token) const {
    const auto& sheet = text_.sheet;
    if (token + 1 >= sheet.size()) {
      return {};
    }
    const std::string_view word = sheet.word(token);
    const bool per = word == "per" ||
                     (word == "a" && text_.words.lists(FigureList::rate, sheet.word(token + 1)));
    return per ? std::string{sheet.word(token + 1)} : std::string{};
  }

  /// A bare number counts what the figure before it in the sentence counts: "68 ships, 40 of them
  /// tankers". A share is not carried on, unless something rose or fell by the bare number.
  [[nodiscard]] std::string unit_told(const Amount& amount, Bound bound) const {
    const std::uint32_t sentence = text_.sheet.sentence_of(text_.token(amount.number));
    const bool moved = bound == Bound::up || bound == Bound::down;
    const std::size_t most = std::min(figures_.size(), kFiguresBack);
    for (std::size_t back = 1; back <= most; ++back) {
      const Figure& figure = figures_[figures_.size() - back];
      const std::uint32_t token = text_.sheet.token_at(figure.where.range.begin);
      if (text_.sheet.sentence_of(token) != sentence) {
        break;
      }
      const bool share = figure.unit == "percentage" && !moved;
      if (!figure.unit.empty() && !share && !is_length_or_age(figure.unit)) {
        return figure.unit;
      }
    }
    return {};
  }

  [[nodiscard]] bool is_length_or_age(std::string_view unit) const {
    return unit.ends_with("of age") || text_.words.lists(FigureList::own_unit, unit);
  }

  const FigureText& text_;
  Field field_;
  std::vector<Figure> figures_;
};

}  // namespace

std::vector<Figure> find_figures(const Pieces& pieces, const texts::Sheet& sheet, Field field,
                                 const FigureWords& words, const NumberWords& numbers,
                                 std::span<const TimeMention> times) {
  const FigureText text{pieces, sheet, words, numbers, times};
  return FigureFinder{text, field}.run();
}

}  // namespace factbox::mentions
