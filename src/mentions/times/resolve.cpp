#include "mentions/times/resolve.h"

#include <fmt/format.h>

#include <array>

namespace factbox::mentions {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// How much farther off it counts what the tense speaks against, and what lies ahead unsaid.
constexpr double kNotYet = 40;
constexpr double kHardlyYet = 12;
constexpr double kNoMore = 3;
constexpr double kUnsaid = 1.5;
/// "Last May" isn't said of the month that ended so short a time ago: that is "last month".
constexpr days kJustOver{20};
constexpr days kMonths{32};

/// How much farther off than it is the tense makes what lies `before` or `after` the day.
double doubt_of(Tense tense, bool before, bool after) {
  if (after && (tense == Tense::past || tense == Tense::likely_past)) {
    return tense == Tense::past ? kNotYet : kHardlyYet;
  }
  if (before && (tense == Tense::future || tense == Tense::present)) {
    return kNoMore;
  }
  return tense == Tense::none && after ? kUnsaid : 1;
}

/// The one of `candidates`, in order of time, that the side or the tense means, seen from `day`.
///
/// Without a side the nearest is meant, and one that the tense speaks against counts as farther
/// off: papers name the year of what lies far away. "Last May", said in June, is a year ago.
const Span& choose(std::span<const Span> candidates, Day day, Side side, Tense tense) {
  const Span* best = candidates.data();
  double best_distance = 1e300;
  for (const Span& candidate : candidates) {
    const bool before = candidate.past <= day;
    const bool after = candidate.first > day;
    double distance = before  ? static_cast<double>((day - candidate.past).count()) + 1
                      : after ? static_cast<double>((candidate.first - day).count())
                              : 0;
    const bool just_over =
        before && day - candidate.past < kJustOver && candidate.past - candidate.first < kMonths;
    if ((side == Side::last && (!before || just_over)) || (side == Side::next && !after)) {
      continue;
    }
    if (side == Side::none) {
      distance *= doubt_of(tense, before, after);
    }
    if (distance < best_distance) {
      best_distance = distance;
      best = &candidate;
    }
  }
  return *best;
}

/// "three hours ago".
void clock_away(const Expression& e, const Anchor& anchor, TimeMention& time) {
  const int count = e.shift->count;
  const bool hour = e.shift->grain == Grain::hour;
  if (!anchor.moment || e.shift->from_told) {
    time.type = TimexType::duration;
    const int length = count < 0 ? -count : count;
    time.value = fmt::format("PT{}{}", length, hour ? "H" : "M");
    return;
  }
  const Instant moment =
      *anchor.moment + (hour ? hours{count} : std::chrono::seconds{minutes{count}});
  const Instant local = moment + anchor.offset;
  const Day day = std::chrono::floor<days>(local);
  const std::chrono::hh_mm_ss clock{local - Instant{day}};
  time.value = fmt::format("{}T{:02}", day_span(day).value, clock.hours().count());
  if (!hour) {
    time.value += fmt::format(":{:02}", clock.minutes().count());
  }
  time.anchor = anchor.moment;
  time.first = moment;
  time.past = moment + (hour ? std::chrono::seconds{hours{1}} : minutes{1});
}

void within_day(const Expression& e, TimeMention& time) {
  if (!e.part.empty()) {
    static constexpr std::array<std::tuple<std::string_view, int, int>, 4> kParts{
        {{"MO", 5, 12}, {"AF", 12, 18}, {"EV", 17, 24}, {"NI", 18, 30}}};
    time.type = TimexType::time;
    time.value += "T" + e.part;
    for (const auto& [part, from, to] : kParts) {
      if (part == e.part) {
        time.past = *time.first + hours{to};
        time.first = *time.first + hours{from};
      }
    }
  } else if (e.minute) {
    time.type = TimexType::time;
    time.value += fmt::format("T{:02}:{:02}", *e.minute / 60, *e.minute % 60);
    time.first = *time.first + minutes{*e.minute};
    time.past = *time.first + minutes{1};
  }
}

/// The value where nothing tells the year or the day, or there is no such day: "XXXX-04-12",
/// "XXXX-WXX-5", "2026-02-30".
std::string unresolved(const Expression& e) {
  std::string value = e.year ? fmt::format("{:04}", *e.year) : "XXXX";
  const bool by_day = !e.shift || e.shift->grain == Grain::day;
  const Grain grain = e.shift ? e.shift->grain : Grain::day;
  if (e.month) {
    value += fmt::format("-{:02}", *e.month);
    value += e.day ? fmt::format("-{:02}", *e.day) : "";
  } else if (e.weekday) {
    value += fmt::format("-WXX-{}", *e.weekday);
  } else if (e.quarter) {
    value += fmt::format("-Q{}", *e.quarter);
  } else if (e.half) {
    value += fmt::format("-H{}", *e.half);
  } else if (!e.season.empty()) {
    value += "-" + e.season;
  } else if (grain == Grain::week || grain == Grain::weekend) {
    value += grain == Grain::week ? "-WXX" : "-WXX-WE";
  } else if (grain == Grain::month) {
    value += "-XX";
  } else if (grain == Grain::quarter) {
    value += "-QX";
  } else if (by_day) {
    value += "-XX-XX";
  }
  if (!e.part.empty()) {
    value += "T" + e.part;
  } else if (e.minute) {
    value += fmt::format("T{:02}:{:02}", *e.minute / 60, *e.minute % 60);
  }
  return value;
}

class Resolver {
 public:
  Resolver(const Expression& expression, const Anchor& anchor, const Told& told, Tense tense)
      : e_(expression), anchor_(anchor), told_(told), tense_(tense) {}

  TimeMention run() {
    TimeMention time;
    time.type = e_.type;
    time.value = e_.value;
    if (!e_.value.empty()) {
      return time;
    }
    if (e_.shift && (e_.shift->grain == Grain::hour || e_.shift->grain == Grain::minute)) {
      clock_away(e_, anchor_, time);
      return time;
    }
    const auto span = calendar();
    if (!span) {
      time.value = unresolved(e_);
      return time;
    }
    time.value = span->value;
    time.anchor = counted_from_;
    const std::chrono::seconds offset = e_.zone ? minutes{*e_.zone} : anchor_.offset;
    time.first = Instant{span->first} - offset;
    time.past = Instant{span->past} - offset;
    within_day(e_, time);
    return time;
  }

 private:
  /// The day that the expression counts from.
  std::optional<Day> base() {
    const bool told = counts_from_told();
    const auto day = counts_from_year() ? told_.year : told ? told_.day : anchor_.day;
    if (day) {
      counted_from_ = told || !anchor_.moment ? Instant{*day} - anchor_.offset : *anchor_.moment;
    }
    return day;
  }

  [[nodiscard]] bool counts_from_told() const {
    return ((e_.from_told || (e_.shift && e_.shift->from_told)) && told_.day) || counts_from_year();
  }

  /// "later that year", "the following year", "two years later": from the year named last.
  [[nodiscard]] bool counts_from_year() const {
    return e_.shift && e_.shift->from_told && e_.shift->grain == Grain::year &&
           e_.shift->count >= 0 && told_.year;
  }

  /// "on Friday", "two weeks ago": a day or a week, counted from another.
  [[nodiscard]] bool is_day_or_week() const {
    if (e_.shift) {
      return e_.shift->grain == Grain::day || e_.shift->grain == Grain::weekend ||
             e_.shift->grain == Grain::week;
    }
    return (e_.weekday && !e_.day) || !has_part_of_year();
  }

  std::optional<Span> calendar() {
    if (e_.century) {
      return century_span(*e_.century);
    }
    if (e_.decade) {
      return decade_span(*e_.decade);
    }
    if (e_.year) {
      return exists_in(*e_.year) ? std::optional{in_year(*e_.year)} : std::nullopt;
    }
    const auto day = base();
    if (!day || (anchor_.estimated && !counts_from_told() && is_day_or_week())) {
      return std::nullopt;
    }
    if (e_.shift) {
      return shifted(*day);
    }
    if (e_.weekday && !e_.day) {
      return by_weekday(*day);
    }
    if (has_part_of_year()) {
      const auto nearest = nearest_in_years(*day);
      return exists_in(year_of(nearest.first)) ? std::optional{nearest} : std::nullopt;
    }
    if (e_.minute || !e_.part.empty()) {
      return day_of_moment(told_.day.value_or(*day));
    }
    return std::nullopt;
  }

  /// "30 February" is a slip of somebody's: which day was meant, nobody knows.
  [[nodiscard]] bool exists_in(int year) const {
    return !e_.month || !e_.day || has_day(year, *e_.month, *e_.day);
  }

  /// The day of a time without one: `day`, or of what has happened ("failed shortly after
  /// midnight") the day before, where it would lie ahead of the report.
  [[nodiscard]] Span day_of_moment(Day day) const {
    const bool happened = tense_ == Tense::past || tense_ == Tense::likely_past;
    const bool ahead = e_.minute && anchor_.moment &&
                       Instant{day} - anchor_.offset + minutes{*e_.minute} > *anchor_.moment;
    return day_span(happened && ahead ? day - days{1} : day);
  }

  [[nodiscard]] bool has_part_of_year() const {
    return e_.month || e_.quarter || e_.half || !e_.season.empty() || !e_.holiday.empty();
  }

  /// The part of `year` that the expression names; the year itself where it names none.
  [[nodiscard]] Span in_year(int year) const {
    if (e_.is_loose && told_.quarter) {
      return quarter_span(year, quarter_of(*told_.quarter));
    }
    if (e_.month && e_.day) {
      const Day day = day_in(year, *e_.month, *e_.day);
      return e_.has_week ? week_span(day) : day_span(day);
    }
    if (e_.month) {
      return month_span(year, *e_.month);
    }
    if (e_.quarter) {
      return quarter_span(year, *e_.quarter);
    }
    if (e_.half) {
      return half_span(year, *e_.half);
    }
    if (!e_.season.empty()) {
      return season_span(year, e_.season);
    }
    return e_.holiday.empty() ? year_span(year) : day_span(holiday_in(year, e_.holiday));
  }

  [[nodiscard]] Span nearest_in_years(Day day) const {
    const int year = year_of(day);
    const std::array<Span, 3> spans{in_year(year - 1), in_year(year), in_year(year + 1)};
    if (e_.side == Side::this_one) {
      return spans[1];
    }
    if (e_.quarter && e_.side == Side::none && tense_ != Tense::future) {
      return spans[1].first <= day ? spans[1] : spans[0];  // accounts speak of what has begun
    }
    return choose(spans, day, e_.side, tense_);
  }

  [[nodiscard]] Span by_weekday(Day day) const {
    const int away = *e_.weekday - weekday_of(day);
    if (e_.week_on) {
      return day_span(day + days{(away + 7) % 7 + 7});
    }
    switch (e_.side) {
      case Side::last:
        return day_span(day + days{away >= 0 ? away - 7 : away});
      case Side::next:
        return day_span(day + days{away <= 0 ? away + 7 : away});
      case Side::this_one:
        return day_span(day + days{away < 0 && tense_ != Tense::past && tense_ != Tense::likely_past
                                       ? away + 7
                                       : away});
      default:
        break;
    }
    const bool ahead = tense_ == Tense::future;
    return day_span(day + days{ahead ? (away + 7) % 7 : (away > 0 ? away - 7 : away)});
  }

  std::optional<Span> shifted(Day day) {
    const Shift& shift = *e_.shift;
    switch (shift.grain) {
      case Grain::day:
        return day_span(day + days{shift.count});
      case Grain::week:
        return in_week(day + days{7 * shift.count});
      case Grain::weekend:
        return by_weekend(day, shift.count);
      case Grain::month:
        return month_of_shift(add_months(day, shift.count));
      case Grain::quarter:
        return quarter_of_shift(day, shift.count);
      case Grain::year:
        return year_of_shift(day, shift.count);
      case Grain::decade:
        return decade_span(year_of(day) / 10 + shift.count);
      case Grain::century:
        return century_span(year_of(day) / 100 + shift.count);
      default:
        return std::nullopt;
    }
  }

  /// "Tuesday last week".
  [[nodiscard]] Span in_week(Day day) const {
    const Span week = week_span(day);
    return e_.weekday ? day_span(week.first + days{*e_.weekday - 1}) : week;
  }

  /// "the 12th of last month".
  [[nodiscard]] Span month_of_shift(Day day) const {
    return e_.day ? day_span(day_in(year_of(day), month_of(day), *e_.day))
                  : span_around(Grain::month, day);
  }

  /// "the quarter", "the latest quarter" of accounts: the one told of, else the last that is over.
  [[nodiscard]] Span quarter_of_shift(Day day, int count) const {
    if (e_.side == Side::none && e_.is_loose) {
      return span_around(Grain::quarter, told_.quarter ? *told_.quarter : add_months(day, -3));
    }
    return span_around(Grain::quarter, add_months(day, 3 * count));
  }

  [[nodiscard]] Span year_of_shift(Day day, int count) const {
    const int year = year_of(day) + count;
    if (has_part_of_year()) {
      return in_year(year);
    }
    if (e_.is_loose && !told_.quarter) {
      return span_around(Grain::quarter, add_months(day, 12 * count - 3));
    }
    if (e_.is_pointed && told_.quarter &&
        count < 0) {  // "third-quarter profit …, from … a year ago"
      const Day quarter = add_months(*told_.quarter, 12 * count);
      return quarter_span(year_of(quarter), quarter_of(quarter));
    }
    return year_span(year);
  }

  [[nodiscard]] Span by_weekend(Day day, int count) const {
    if (count == 0 && e_.side == Side::none && weekday_of(day) < 6 && tense_ != Tense::future &&
        tense_ != Tense::present) {
      return weekend_span(day - days{7});
    }
    return weekend_span(day + days{7 * count});
  }

  const Expression& e_;
  const Anchor& anchor_;
  const Told& told_;
  Tense tense_;
  std::optional<Instant> counted_from_;
};

}  // namespace

TimeMention resolve(const Expression& expression, const Anchor& anchor, const Told& told,
                    Tense tense) {
  return Resolver{expression, anchor, told, tense}.run();
}

}  // namespace factbox::mentions
