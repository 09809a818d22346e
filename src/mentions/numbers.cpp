#include "mentions/numbers.h"

#include <algorithm>
#include <charconv>

namespace factbox::mentions {
namespace {

using Kind = NumberWords::Kind;
using Joint = NumberWords::Joint;

Joint joint_of(std::string_view word) {
  static constexpr std::pair<std::string_view, Joint> kJoints[] = {{"article", Joint::article},
                                                                   {"and", Joint::joining},
                                                                   {"of", Joint::of},
                                                                   {"half", Joint::half},
                                                                   {"ending", Joint::ending}};
  const auto* found = std::ranges::find(kJoints, word, &std::pair<std::string_view, Joint>::first);
  return found == std::end(kJoints) ? Joint::none : found->second;
}

std::optional<Kind> kind_of(std::string_view word) {
  static constexpr std::pair<std::string_view, Kind> kKinds[] = {{"unit", Kind::unit},
                                                                 {"teen", Kind::teen},
                                                                 {"ten", Kind::ten},
                                                                 {"hundred", Kind::hundred},
                                                                 {"magnitude", Kind::magnitude},
                                                                 {"short", Kind::short_magnitude},
                                                                 {"fraction", Kind::fraction},
                                                                 {"dozen", Kind::dozen},
                                                                 {"vague", Kind::vague},
                                                                 {"ordinal", Kind::ordinal},
                                                                 {"several", Kind::several},
                                                                 {"extent", Kind::extent}};
  for (const auto& [name, kind] : kKinds) {
    if (name == word) {
      return kind;
    }
  }
  return std::nullopt;
}

std::optional<double> to_double(std::string_view digits) {
  double value = 0;
  const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (wrong != std::errc{} || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return value;
}

/// The Indian magnitudes, which multiply.
constexpr double kLakh = 1e5;
constexpr double kCrore = 1e7;

/// Adds up a number in words: "one hundred and twenty-six million".
class Sum {
 public:
  /// Takes a word if it may follow what was taken; says whether it did.
  bool take(const NumberWords::Word& word) {
    switch (word.kind) {
      case Kind::unit:
        return small(word.value, 10, last_ != Kind::unit && last_ != Kind::teen);
      case Kind::teen:
      case Kind::ten:
        return small(word.value, 100,
                     last_ == Kind::none || last_ == Kind::hundred || last_ == Kind::magnitude);
      case Kind::hundred:
        if (last_ == Kind::hundred || (last_ == Kind::magnitude && group_ == 0)) {
          return false;
        }
        group_ = (group_ == 0 ? 1 : group_) * 100;
        last_ = Kind::hundred;
        return true;
      case Kind::magnitude:
        return magnify(word.value);
      default:
        return false;
    }
  }
  void start_with(double digits) {
    group_ = digits;
    last_ = Kind::unit;
  }
  bool magnify(double by) {
    if (by == kCrore && smallest_ == kLakh && group_ == 0) {  // "1.5 lakh crore"
      total_ *= by;
      smallest_ = by;
      return true;
    }
    if (group_ == 0 && last_ != Kind::none && total_ != 0) {  // "million billion" is none
      return false;
    }
    if (by >= smallest_ && last_ != Kind::none) {
      return false;
    }
    total_ += (group_ == 0 && total_ == 0 ? 1 : group_) * by;
    group_ = 0;
    smallest_ = by;
    last_ = Kind::magnitude;
    return true;
  }
  void add(double part) { group_ += part; }
  [[nodiscard]] double value() const { return total_ + group_; }
  [[nodiscard]] bool magnified() const { return total_ != 0; }
  /// Half of the magnitude taken last: "a billion and a half".
  void add_half() { total_ += smallest_ / 2; }
  [[nodiscard]] bool ends_in_magnitude() const { return last_ == Kind::magnitude; }
  [[nodiscard]] bool may_go_on_after_and() const {
    return last_ == Kind::hundred || last_ == Kind::magnitude;
  }

 private:
  bool small(double value, double room, bool fits) {
    if (!fits || (last_ == Kind::ten && (room > 10 || value == 0))) {
      return false;
    }
    group_ += value;
    last_ = room <= 10 ? Kind::unit : (value >= 20 ? Kind::ten : Kind::teen);
    return true;
  }

  double total_ = 0;
  double group_ = 0;
  double smallest_ = 1e300;
  Kind last_ = Kind::none;
};

std::optional<double> sign_fraction(std::string_view sign) {
  if (sign == "½") {
    return 0.5;
  }
  if (sign == "¼") {
    return 0.25;
  }
  return sign == "¾" ? std::optional{0.75} : std::nullopt;
}

/// "1/2" at `at`, three pieces without space: its value.
std::optional<double> slash_fraction(const Pieces& pieces, std::uint32_t at) {
  if (!pieces.is(at, PieceKind::number) || pieces.word(at + 1) != "/" || !pieces.is_glued(at + 1) ||
      !pieces.is(at + 2, PieceKind::number) || !pieces.is_glued(at + 2) ||
      pieces.word(at + 3) == "/") {
    return std::nullopt;
  }
  const double above = pieces[at].value;
  const double below = pieces[at + 2].value;
  const bool small = above < below && below <= 32 && above >= 1;
  return small ? std::optional{above / below} : std::nullopt;
}

/// The fraction written in digits at `at`, and the piece after it.
std::optional<std::pair<double, std::uint32_t>> digit_fraction(const Pieces& pieces,
                                                               std::uint32_t at) {
  if (const auto value = slash_fraction(pieces, at)) {
    return std::pair{*value, at + 3};
  }
  if (const auto value = sign_fraction(pieces.word(at))) {
    return std::pair{*value, at + 1};
  }
  return std::nullopt;
}

/// Bytes of a space between groups of digits: U+202F and U+2009 take three.
constexpr std::uint32_t kThinSpace = 3;

bool is_digits(std::string_view written) {
  return std::ranges::all_of(written, [](char c) { return c >= '0' && c <= '9'; });
}

class NumberReader {
 public:
  NumberReader(const Pieces& pieces, const NumberWords& words) : pieces_(pieces), words_(words) {}

  std::optional<Number> read(std::uint32_t at) {
    if (const auto fraction = digit_fraction(pieces_, at)) {
      Number number{fraction->second, fraction->first, {}, false, true, false};
      return number;
    }
    if (pieces_.is(at, PieceKind::number)) {
      return digits(at);
    }
    const Kind kind = words_.at(pieces_, at).kind;
    if (kind == Kind::vague) {
      return vague(at);
    }
    if (kind == Kind::several || is_article(at)) {
      if (const auto group = several(at)) {
        return group;
      }
    }
    return is_article(at) || kind != Kind::none ? in_words(at) : std::nullopt;
  }

 private:
  std::optional<Number> digits(std::uint32_t at) {
    Sum sum;
    sum.start_with(pieces_[at].value);
    Number number;
    number.past = at + 1;
    take_spaced_groups(sum, number, at);
    if (const auto fraction = digit_fraction(pieces_, number.past);
        fraction &&
        pieces_[at].value == static_cast<double>(static_cast<long>(pieces_[at].value))) {
      sum.add(fraction->first);
      number.past = fraction->second;
    }
    magnitudes(sum, number);
    number.low = sum.value();
    number.is_magnified = sum.magnified();
    return number;
  }

  /// "several dozen", "a few hundred": as vague as "dozens" and "hundreds"; "a couple of dozen" is
  /// two of them.
  [[nodiscard]] std::optional<Number> several(std::uint32_t at) const {
    const std::uint32_t next = is_article(at) ? at + 1 : at;
    const auto many = words_.at(pieces_, next);
    const bool of = many.value > 0 && words_.is(pieces_, next + 1, Joint::of);
    const std::uint32_t last = of ? next + 2 : next + 1;
    const auto group = words_.at(pieces_, last);
    if (many.kind != Kind::several || (group.kind != Kind::dozen && group.kind != Kind::hundred &&
                                       group.kind != Kind::magnitude)) {
      return std::nullopt;
    }
    if (many.value > 0) {
      return Number{last + 1, many.value * group.value, {}, true, false, false};
    }
    constexpr double kMost = 10;
    return Number{last + 1, group.value, group.value * kMost, true, false, false};
  }

  /// "730 000": groups of three digits that single spaces part. Not behind a word with a capital
  /// letter, which the first may belong to ("May 12 300 people").
  void take_spaced_groups(Sum& sum, Number& number, std::uint32_t at) const {
    constexpr double kMost = 999;
    constexpr double kGroup = 1000;
    const bool after_name =
        at > 0 && pieces_.is(at - 1, PieceKind::word) && pieces_.is_capital(at - 1);
    double value = pieces_[at].value;
    if (after_name || value > kMost || value < 1 || pieces_.written(at).size() > 3) {
      return;
    }
    while (is_group_of_three(number.past)) {
      value = value * kGroup + pieces_[number.past].value;
      ++number.past;
    }
    sum.start_with(value);
  }

  [[nodiscard]] bool is_group_of_three(std::uint32_t at) const {
    return pieces_.is(at, PieceKind::number) && !pieces_.is_glued(at) &&
           pieces_.written(at).size() == 3 && is_digits(pieces_.written(at)) &&
           pieces_[at].range.begin - pieces_[at - 1].range.end <= kThinSpace;
  }

  /// "million", "-million", "bn" after digits.
  void magnitudes(Sum& sum, Number& number) const {
    while (true) {
      std::uint32_t next = number.past;
      if (pieces_.word(next) == "-" && pieces_.is_glued(next) && pieces_.is_glued(next + 1)) {
        ++next;
      }
      const auto word = words_.at(pieces_, next);
      const bool short_one = word.kind == Kind::short_magnitude && next == number.past &&
                             (pieces_.is_glued(next) || pieces_.word(next).size() > 1) &&
                             !pieces_.is_glued(next + 1);
      const bool extent = pieces_.word(next + 1) == "-" && pieces_.is_glued(next + 1) &&
                          words_.at(pieces_, next + 2).kind == Kind::extent;  // "52m-long"
      const bool glued_mark = word.kind == Kind::short_magnitude && pieces_.is_glued(next) &&
                              pieces_.is(next + 1, PieceKind::mark) && !extent;
      const bool grows = word.kind == Kind::magnitude ||
                         (word.kind == Kind::hundred && next == number.past) || short_one ||
                         glued_mark;
      const bool taken =
          grows && (word.kind == Kind::hundred ? sum.take(word) : sum.magnify(word.value));
      if (!taken) {
        return;
      }
      number.past = next + 1;
    }
  }

  std::optional<Number> in_words(std::uint32_t at) {
    Sum sum;
    Number number;
    number.in_words = true;
    std::uint32_t next = is_article(at) ? at + 1 : at;
    const bool article = next != at;
    const Kind first = words_.at(pieces_, next).kind;
    if (article && first != Kind::hundred && first != Kind::magnitude) {
      return part_of_one(at, next);
    }
    if (!article && (first == Kind::fraction || first == Kind::ordinal || first == Kind::dozen)) {
      return first == Kind::ordinal ? std::nullopt : part_of_one(at, next);
    }
    std::uint32_t end = at;
    while (sum.take(words_.at(pieces_, next))) {
      end = ++next;
      const bool hyphen = pieces_.word(next) == "-" && pieces_.is_glued(next);
      const bool conjunction =
          words_.is(pieces_, next, Joint::joining) && sum.may_go_on_after_and();
      if (hyphen || conjunction) {
        ++next;
      }
    }
    if (end == at) {
      return std::nullopt;
    }
    number.past = end;
    if (sum.ends_in_magnitude() && half_behind(end) != end) {
      sum.add_half();
      number.past = half_behind(end);
    }
    number.low = sum.value();
    number.is_magnified = sum.magnified();
    after_words(number);
    return number;
  }

  [[nodiscard]] bool is_article(std::uint32_t at) const {
    return words_.is(pieces_, at, Joint::article);
  }

  /// The piece behind "and a half", "-and-a-half" at a piece; the piece itself where there is none.
  [[nodiscard]] std::uint32_t half_behind(std::uint32_t at) const {
    std::uint32_t next = at;
    for (const Joint word : {Joint::joining, Joint::article, Joint::half}) {
      next += pieces_.word(next) == "-" && pieces_.is_glued(next) ? 1 : 0;
      if (!words_.is(pieces_, next, word)) {
        return at;
      }
      ++next;
    }
    return next;
  }

  /// "two thirds", "two dozen", "two and a half [million]", "one in five".
  void after_words(Number& number) const {
    std::uint32_t next = number.past;
    if (pieces_.word(next) == "-" && pieces_.is_glued(next)) {
      ++next;
    }
    const auto word = words_.at(pieces_, next);
    const bool one_part = number.low == 1 && word.kind == Kind::ordinal && word.value > 2;
    if ((word.kind == Kind::fraction && number.low < 20) || one_part) {
      number.low *= one_part ? 1 / word.value : word.value;
      number.is_fraction = number.low <= 1;
      number.past = next + 1;
    } else if (word.kind == Kind::dozen) {
      number.low *= 12;
      number.past = next + 1;
    } else if (const std::uint32_t past = half_behind(number.past); past != number.past) {
      number.low += 0.5;
      number.past = past;
      Sum sum;
      sum.start_with(number.low);
      magnitudes(sum, number);
      number.low = sum.value();
      number.is_magnified = sum.magnified();
    }
  }

  /// "half", "a third", "a quarter", "a dozen", "half a million".
  [[nodiscard]] std::optional<Number> part_of_one(std::uint32_t at, std::uint32_t next) const {
    const auto word = words_.at(pieces_, next);
    Number number{next + 1, word.value, {}, true, true, false};
    if (word.kind == Kind::dozen) {
      number.is_fraction = false;
      return number;
    }
    if (word.kind == Kind::ordinal && word.value > 2 && word.value <= 10 && at != next &&
        words_.is(pieces_, next + 1, Joint::of)) {
      number.low = 1 / word.value;
      return number;
    }
    if (word.kind != Kind::fraction || (at == next && !words_.is(pieces_, next, Joint::half))) {
      return std::nullopt;
    }
    const bool of = words_.is(pieces_, next + 1, Joint::of) && is_article(next + 2);
    const std::uint32_t behind = of ? next + 2 : next + 1;  // "a quarter of a million"
    const std::uint32_t scaled = is_article(behind) ? behind + 1 : behind;
    const auto scale = words_.at(pieces_, scaled);
    if (scale.kind == Kind::magnitude || scale.kind == Kind::dozen) {
      number.low *= scale.value;
      number.is_fraction = false;
      number.is_magnified = scale.kind == Kind::magnitude;
      number.past = scaled + 1;
    }
    return number;
  }

  /// "dozens", "hundreds of thousands", "tens of thousands".
  [[nodiscard]] std::optional<Number> vague(std::uint32_t at) const {
    const auto word = words_.at(pieces_, at);
    Number number{at + 1, word.value, word.high, true, false, false};
    // "Tens of thousands of millions" is as far as anybody goes; an endless row of them is no
    // number.
    for (int steps = 0; steps < 2 && words_.is(pieces_, number.past, Joint::of); ++steps) {
      const auto next = words_.at(pieces_, number.past + 1);
      if (next.kind != Kind::vague || next.value < word.value) {
        break;
      }
      number.low *= next.value;
      *number.high *= next.value;
      number.past += 2;
    }
    return number;
  }

  const Pieces& pieces_;
  const NumberWords& words_;
};

}  // namespace

Result<NumberWords> NumberWords::read(const Table& table) {
  NumberWords words;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    if (const Joint joint = joint_of(row[1]); joint != Joint::none) {
      words.joints_.emplace(row[0], joint);
      continue;
    }
    const auto kind = kind_of(row[1]);
    const std::size_t dash = row[2].find('-');
    const auto low = to_double(row[2].substr(0, dash));
    const auto high = dash == std::string_view::npos ? low : to_double(row[2].substr(dash + 1));
    if (!kind || !low || !high) {
      return tl::unexpected(table.wrong(i, "no known kind of number word, or no value"));
    }
    words.words_.emplace(std::string{row[0]}, Word{*kind, *low, *high});
  }
  return words;
}

bool NumberWords::is(const Pieces& pieces, std::uint32_t index, Joint joint) const {
  const auto found = joints_.find(pieces.word(index));
  return found != joints_.end() && found->second == joint;
}

NumberWords::Word NumberWords::at(const Pieces& pieces, std::uint32_t index) const {
  if (!pieces.is(index, PieceKind::word)) {
    return {};
  }
  const auto found = words_.find(pieces.word(index));
  return found == words_.end() ? Word{} : found->second;
}

std::optional<Number> read_number(const Pieces& pieces, std::uint32_t at,
                                  const NumberWords& words) {
  return NumberReader{pieces, words}.read(at);
}

std::optional<Ordinal> read_ordinal(const Pieces& pieces, std::uint32_t at,
                                    const NumberWords& words) {
  if (pieces.is(at, PieceKind::number)) {
    if (!words.is(pieces, at + 1, Joint::ending) || !pieces.is_glued(at + 1) ||
        pieces[at].value > 1000) {
      return std::nullopt;
    }
    return Ordinal{at + 2, static_cast<std::uint32_t>(pieces[at].value)};
  }
  const auto word = words.at(pieces, at);
  if (word.kind == Kind::ordinal) {
    return Ordinal{at + 1, static_cast<std::uint32_t>(word.value)};
  }
  if (word.kind == Kind::ten && pieces.word(at + 1) == "-") {
    const auto next = words.at(pieces, at + 2);
    if (next.kind == Kind::ordinal && next.value < 10) {
      return Ordinal{at + 3, static_cast<std::uint32_t>(word.value + next.value)};
    }
  }
  return std::nullopt;
}

}  // namespace factbox::mentions
