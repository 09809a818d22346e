#include "mentions/figures/find_figures.h"

#include <algorithm>

#include "mentions/figures/figure_text.h"

namespace factbox::mentions {

namespace {

/// So many figures back a bare number looks for what it counts.
constexpr std::size_t kFiguresBack = 6;

/// Bytes between a figure and the same figure in another unit: room for what the first counts.
constexpr std::uint32_t kApart = 24;

/// "7 to 9 billion": the first is in billions too.
void scale_like(const Amount& second, Amount& first) {
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

class FigureFinder {
 public:
  FigureFinder(const FigureText& text, Field field) : text_(text), field_(field) {}

  std::vector<Figure> run() {
    const std::uint32_t size = text_.pieces.size();
    for (std::uint32_t at = 0; at < size;) {
      auto amount = read_amount(text_, at);
      if (!amount) {
        ++at;
        continue;
      }
      at = std::max(take(*amount), amount->number + 1);
    }
    return std::move(figures_);
  }

 private:
  /// Makes a figure of the amount, with the second one of a range; says where to go on.
  std::uint32_t take(Amount& amount) {
    Amount second;
    const bool range = read_range(text_, amount, second);
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
    if (range ? is_in_date(amount) && !counts(second) : is_no_figure(text_, amount)) {
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

  /// "from 1400 to 1900 people": the second tells that the first is no year.
  [[nodiscard]] bool counts(const Amount& amount) const {
    return amount.unit != nullptr || counted_by(text_, amount).past != 0;
  }

  [[nodiscard]] bool is_in_date(const Amount& amount) const {
    return is_no_figure(text_, amount) && amount.unit == nullptr;
  }

  void add(const Amount& whole, const Amount& first) {
    Figure figure;
    figure.low = whole.value.low;
    figure.high = whole.value.high;
    std::uint32_t start = whole.first;
    std::uint32_t past = whole.past;
    const auto before = qualifier_before(text_, whole);
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
    const bool joined = text_.is(start - 1, FigureList::either) || text_.word(start - 1) == "/";
    return joined && before.where.range.end <= end && end - before.where.range.end <= kApart &&
           figure.unit != before.unit && !figure.high && !before.high;
  }

  /// "a 7- or 8-inch screen", "8 or $9": the unit of the number that follows at once.
  [[nodiscard]] const Unit* unit_to_come(const Amount& amount) const {
    std::uint32_t next = amount.past;
    if (text_.word(next) == "-") {
      ++next;
    }
    // "(16,369 up 58 points)"
    const bool moves = text_.is(next, FigureList::moves);
    // "two-, four- and eight-room flats"
    const bool hangs = text_.word(next) == "," && next != amount.past;
    if (!text_.is(next, FigureList::either) && !text_.is(next, FigureList::joining) && !moves &&
        !hangs) {
      return nullptr;
    }
    const auto second = read_amount(text_, next + 1);
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
    const bool per = text_.words.lists(FigureList::per_word, word) ||
                     (text_.words.lists(FigureList::a, word) &&
                      text_.words.lists(FigureList::rate, sheet.word(token + 1)));
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
      const bool share = figure.unit == "percentage" && !moved;  // not English: a unit's name
      if (!figure.unit.empty() && !share && !is_length_or_age(figure.unit)) {
        return figure.unit;
      }
    }
    return {};
  }

  [[nodiscard]] bool is_length_or_age(std::string_view unit) const {
    // not English: the end of a unit's name.
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
  std::vector<ListsOfWord<FigureList>> listed;
  listed.reserve(pieces.size());
  for (std::uint32_t at = 0; at < pieces.size(); ++at) {
    listed.push_back(words.lists_of(pieces.word(at)));
  }
  const FigureText text{pieces, sheet, words, numbers, times, listed};
  return FigureFinder{text, field}.run();
}

}  // namespace factbox::mentions
