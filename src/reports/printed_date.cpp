#include "reports/printed_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <span>
#include <vector>

#include "base/ascii.h"
#include "base/instant.h"
#include "base/letters.h"

namespace factbox::reports {
namespace {

constexpr std::size_t kFarEnough = 2000;  ///< bytes of words that are looked through

struct Piece {
  enum class Kind : std::uint8_t { word, number, mark } kind;
  std::string_view text;
  std::size_t begin;
};

using ascii::is_digit;

/// Words, numbers and marks; white space only parts them.
std::vector<Piece> cut(std::string_view words) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t begin = i;
    const auto run = [&](auto is_part) {
      while (i < words.size() && is_part(words[i])) {
        ++i;
      }
      return words.substr(begin, i - begin);
    };
    if (is_digit(words[i])) {
      pieces.push_back({Piece::Kind::number, run(is_digit), begin});
    } else if (ascii::is_letter(words[i])) {
      pieces.push_back({Piece::Kind::word, run(ascii::is_letter), begin});
    } else {
      ++i;
      if (words[begin] != ' ' && words[begin] != '\t' && words[begin] != '\n') {
        pieces.push_back({Piece::Kind::mark, words.substr(begin, 1), begin});
      }
    }
  }
  return pieces;
}

}  // namespace

/// Goes along the pieces of words.
class DatePieces {
 public:
  explicit DatePieces(std::string_view words) : pieces_(cut(words)) {}

  [[nodiscard]] std::span<const Piece> all() const { return pieces_; }
  [[nodiscard]] std::size_t at() const { return at_; }
  void go_to(std::size_t piece) { at_ = piece; }
  void step() { ++at_; }

  bool mark(char c) {
    if (more() && pieces_[at_].kind == Piece::Kind::mark && pieces_[at_].text[0] == c) {
      ++at_;
      return true;
    }
    return false;
  }

  std::optional<int> number(std::size_t least_digits, std::size_t most_digits) {
    if (!more() || pieces_[at_].kind != Piece::Kind::number ||
        pieces_[at_].text.size() < least_digits || pieces_[at_].text.size() > most_digits) {
      return std::nullopt;
    }
    int value = 0;
    std::from_chars(pieces_[at_].text.data(), pieces_[at_].text.data() + pieces_[at_].text.size(),
                    value);
    ++at_;
    return value;
  }

  /// The next word in small letters, taken only by skip_word().
  [[nodiscard]] std::string word() const {
    return more() && pieces_[at_].kind == Piece::Kind::word ? in_small_letters(pieces_[at_].text)
                                                            : "";
  }

  bool skip_word(std::string_view wanted) {
    if (word() == wanted) {
      ++at_;
      return true;
    }
    return false;
  }

 private:
  [[nodiscard]] bool more() const { return at_ < pieces_.size(); }

  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
};

/// Reads the time of day behind a date.
class ClockReader {
 public:
  ClockReader(DatePieces& pieces, const DateWords& known) : pieces_(pieces), known_(known) {}

  /// The time of day after the date, as ISO 8601 goes on; empty, and nothing taken, if none.
  std::string read_clock() {
    const std::size_t begin = pieces_.at();
    for (const std::string_view between : {"t", "at"}) {
      pieces_.skip_word(between);
    }
    for (const char c : {',', '-', '|'}) {
      pieces_.mark(c);
    }
    pieces_.skip_word("at");
    auto hour = pieces_.number(1, 2);
    const bool colon = hour && (pieces_.mark(':') || pieces_.mark('.'));
    const auto minute = colon ? pieces_.number(2, 2) : std::nullopt;
    if (!minute) {
      pieces_.go_to(begin);
      return "";
    }
    int second = 0;
    if (pieces_.mark(':')) {
      second = pieces_.number(2, 2).value_or(0);
      if (pieces_.mark('.')) {
        pieces_.number(1, 9);
      }
    }
    if (const auto noon = half_of_day(); noon && *hour <= 12) {
      hour = *hour % 12 + *noon;
    }
    if (*hour > 23 || *minute > 59 || second > 59) {
      pieces_.go_to(begin);
      return "";
    }
    return fmt::format("T{:02}:{:02}:{:02}{}", *hour, *minute, second, read_zone());
  }

 private:
  /// 0 for a.m., 12 for p.m.
  std::optional<int> half_of_day() {
    const std::size_t begin = pieces_.at();
    const std::string first = pieces_.word();
    if (const auto half = known_.halves_.find(first); half != known_.halves_.end()) {
      pieces_.step();
      if (first.size() > 1) {
        return half->second;
      }
      if (pieces_.mark('.') && pieces_.skip_word("m")) {
        pieces_.mark('.');
        return half->second;
      }
    }
    pieces_.go_to(begin);
    return std::nullopt;
  }

  std::string read_zone() {
    const std::size_t begin = pieces_.at();
    const bool bracket = pieces_.mark('(');
    const auto found = known_.zones_.find(pieces_.word());
    if (found != known_.zones_.end()) {
      pieces_.step();
      if (bracket) {
        pieces_.mark(')');
      }
      // "GMT+0200" is two hours on.
      const std::string offset = found->second == "+00:00" ? read_offset() : "";
      return offset.empty() ? found->second : offset;
    }
    pieces_.go_to(begin);
    return read_offset();
  }

  std::string read_offset() {
    const std::size_t begin = pieces_.at();
    const bool plus = pieces_.mark('+');
    if (!plus && !pieces_.mark('-')) {
      return "";
    }
    if (const auto both = pieces_.number(4, 4)) {
      if (*both / 100 <= 14 && *both % 100 < 60) {
        return fmt::format("{}{:02}:{:02}", plus ? '+' : '-', *both / 100, *both % 100);
      }
    } else if (const auto hours = pieces_.number(2, 2); hours && *hours <= 14) {
      const auto minutes = pieces_.mark(':') ? pieces_.number(2, 2) : std::optional{0};
      if (minutes && *minutes < 60) {
        return fmt::format("{}{:02}:{:02}", plus ? '+' : '-', *hours, *minutes);
      }
    }
    pieces_.go_to(begin);
    return "";
  }

  DatePieces& pieces_;
  const DateWords& known_;
};

/// Reads dates along the pieces of words.
class DateReader {
 public:
  DateReader(std::string_view words, const DateWords& known)
      : known_(known), pieces_(words.substr(0, kFarEnough)) {}

  std::optional<PrintedDate> find() {
    for (std::size_t i = 0; i < pieces_.all().size(); ++i) {
      pieces_.go_to(i);
      if (read_date()) {
        PrintedDate found;
        found.iso = fmt::format("{:04}-{:02}-{:02}", year_, month_, day_);
        found.begin = pieces_.all()[with_what_leads_in(i)].begin;
        found.iso += clock_.empty() ? ClockReader{pieces_, known_}.read_clock() : clock_;
        const Piece& last = pieces_.all()[pieces_.at() - 1];
        found.end = last.begin + last.text.size();
        return found;
      }
    }
    return std::nullopt;
  }

 private:
  /// The first piece that belongs to a date which begins at `first`.
  [[nodiscard]] std::size_t with_what_leads_in(std::size_t first) const {
    while (first > 0) {
      const Piece& before = pieces_.all()[first - 1];
      const bool is_mark = before.kind == Piece::Kind::mark &&
                           (before.text == "," || before.text == ":" || before.text == ".");
      const std::size_t word = is_mark ? first - 1 : first;
      if (word == 0 || !known_.before_.contains(in_small_letters(pieces_.all()[word - 1].text))) {
        break;
      }
      first = word - 1;
    }
    return first;
  }

  std::optional<int> month() {
    const auto found = known_.months_.find(pieces_.word());
    if (found == known_.months_.end()) {
      return std::nullopt;
    }
    pieces_.step();
    pieces_.mark('.');
    return found->second;
  }

  /// Takes a whole date, or leaves the place where it was.
  bool read_date() {
    const std::size_t begin = pieces_.at();
    for (const auto form : {&DateReader::month_first, &DateReader::day_first,
                            &DateReader::year_first, &DateReader::in_figures}) {
      pieces_.go_to(begin);
      clock_.clear();
      if ((this->*form)() && is_a_day()) {
        return true;
      }
    }
    pieces_.go_to(begin);
    return false;
  }

  [[nodiscard]] bool is_a_day() const {
    const std::chrono::year_month_day date{std::chrono::year{year_},
                                           std::chrono::month{static_cast<unsigned>(month_)},
                                           std::chrono::day{static_cast<unsigned>(day_)}};
    return year_ >= 1000 && date.ok();
  }

  bool set(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year || !month || !day) {
      return false;
    }
    year_ = *year;
    month_ = *month;
    day_ = *day;
    return true;
  }

  void skip_ordinal() {
    for (const std::string_view ending : {"st", "nd", "rd", "th", "of"}) {
      pieces_.skip_word(ending);
    }
  }

  bool month_first() {
    const auto m = month();
    const auto d = m ? pieces_.number(1, 2) : std::nullopt;
    // "Sun Apr 12 08:30:00 UTC 2026", as machines print it.
    clock_ = d ? ClockReader{pieces_, known_}.read_clock() : "";
    skip_ordinal();
    pieces_.mark(',');
    return d && set(pieces_.number(4, 4), m, d);
  }

  bool day_first() {
    const auto d = pieces_.number(1, 2);
    if (!d) {
      return false;
    }
    skip_ordinal();
    pieces_.mark('.');
    pieces_.skip_word("of");
    pieces_.mark('-');
    const auto m = month();
    pieces_.mark(',');
    pieces_.mark('-');
    return m && set(pieces_.number(4, 4), m, d);
  }

  bool year_first() {
    const auto y = pieces_.number(4, 4);
    if (!y || (!pieces_.mark('-') && !pieces_.mark('/'))) {
      return false;
    }
    const auto m = pieces_.number(1, 2);
    return m && (pieces_.mark('-') || pieces_.mark('/')) && set(y, m, pieces_.number(1, 2));
  }

  /// "12.4.2026" has the day first; with strokes, only a number over twelve tells it.
  bool in_figures() {
    const auto first = pieces_.number(1, 2);
    if (!first) {
      return false;
    }
    const bool points = pieces_.mark('.');
    if (!points && !pieces_.mark('/')) {
      return false;
    }
    const auto second = pieces_.number(1, 2);
    if (!second || !(points ? pieces_.mark('.') : pieces_.mark('/'))) {
      return false;
    }
    const auto y = pieces_.number(4, 4);
    if (points || *first > 12 || *first == *second) {
      return set(y, second, first);
    }
    return *second > 12 && set(y, first, second);
  }

  const DateWords& known_;
  DatePieces pieces_;
  int year_ = 0, month_ = 0, day_ = 0;
  std::string clock_;  ///< where it stands inside the date
};

Result<DateWords> DateWords::load(const std::filesystem::path& path) {
  FB_TRY(table, Table::load(path, {"word", "kind", "value"}));
  return from(table);
}

Result<DateWords> DateWords::from(const Table& table) {
  DateWords words;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto cells = table.row(i);
    int number = 0;
    std::from_chars(cells[2].data(), cells[2].data() + cells[2].size(), number);
    // not English: kinds of the table.
    if (cells[1] == "month" && number >= 1 && number <= 12) {
      words.months_.emplace(cells[0], number);
    } else if (cells[1] == "zone" && cells[2].size() == 6) {  // not English: a kind
      words.zones_.emplace(cells[0], cells[2]);
    } else if (cells[1] == "half") {  // not English: a kind
      words.halves_.emplace(cells[0], number);
    } else if (cells[1] == "weekday" || cells[1] == "lead") {  // not English: kinds
      words.before_.emplace(cells[0]);
    } else {
      return tl::unexpected(
          table.wrong(i, "kind is month (1 to 12), zone (+03:30), half, weekday or lead"));
    }
  }
  return words;
}

std::optional<PrintedDate> DateWords::find(std::string_view words) const {
  return DateReader{words, *this}.find();
}

int DateWords::month(std::string_view name) const {
  const auto found = months_.find(std::string{name});
  return found == months_.end() ? 0 : found->second;
}

}  // namespace factbox::reports
