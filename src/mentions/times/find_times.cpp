#include "mentions/times/find_times.h"

#include <algorithm>

#include "mentions/times/joined.h"
#include "mentions/times/tense.h"
#include "texts/parts.h"

namespace factbox::mentions {
namespace {

using std::chrono::days;

/// A quarter that was named so many pieces ago is still what "a year ago" speaks of.
constexpr std::uint32_t kQuarterReach = 300;
/// The day of a dateline is so many before publication at most.
constexpr int kDatelineDays = 3;
/// A quarter is over so many days after its first.
constexpr int kQuarterDays = 80;

class TimeFinder {
 public:
  TimeFinder(const TimeText& text, Field field, Anchor anchor)
      : text_(text), field_(field), anchor_(anchor) {
    if (field == Field::text && text.sheet.size() > 0) {
      dateline_ = text.sheet.bytes(texts::dateline_of(text.sheet).tokens);
    }
  }

  std::vector<TimeMention> run() {
    const std::uint32_t size = text_.pieces.size();
    for (std::uint32_t at = 0; at < size;) {
      const auto time = read_whole(text_, at);
      if (!time) {
        ++at;
        continue;
      }
      add(*time);
      Expression last = *time;
      while (const auto further = read_further_day(text_, last)) {
        add(*further);
        last = *further;
      }
      at = last.past;
    }
    return std::move(times_);
  }

 private:
  void add(const Expression& expression) {
    if (quarter_at_ + kQuarterReach < expression.first) {
      told_.quarter.reset();
    }
    TimeMention time = resolve(expression, anchor_, told_, tense_of(expression));
    time.where = {field_, text_.pieces.bytes(expression.first, expression.past)};
    remember(expression, time);
    times_.push_back(std::move(time));
  }

  /// Of the verb that says when it was, or will be.
  [[nodiscard]] Tense tense_of(const Expression& expression) const {
    const std::uint32_t first = expression.first;
    const std::uint32_t token = text_.pieces[expression.past - 1].token;
    if (text_.is(first - 1, TimeList::goal) || text_.is(first - 1, TimeList::until)) {
      return tense_of_goal(text_.sheet, text_.words, text_.pieces[first - 1].token, token);
    }
    return tense_at(text_.sheet, text_.words, text_.pieces[first].token, token);
  }

  static bool names_year(const Expression& expression) {
    return expression.year || expression.month || expression.quarter ||
           !expression.season.empty() ||
           (expression.shift && expression.shift->grain == Grain::year);
  }

  void remember(const Expression& expression, const TimeMention& time) {
    if (!time.first) {
      return;
    }
    const Day day = std::chrono::floor<days>(*time.first + anchor_.offset);
    if (is_dateline(expression, day)) {
      anchor_.day = day;
      anchor_.moment.reset();
      return;
    }
    const bool near = *time.past - *time.first <= days{1};
    if (near || expression.is_day() || (expression.month && !expression.year)) {
      told_.day = day;
    }
    if (names_year(expression)) {
      told_.year = day;
    }
    const bool over = !anchor_.day || day < *anchor_.day - days{kQuarterDays};
    if (expression.quarter && over) {  // "a year ago" is said of accounts, not of what will be
      told_.quarter = day;
      quarter_at_ = expression.first;
    }
  }

  /// "WASHINGTON, March 12 (Xinhua) --": what follows was written that day.
  [[nodiscard]] bool is_dateline(const Expression& expression, Day day) const {
    if (!expression.day || !expression.month || !anchor_.day || !times_.empty()) {
      return false;
    }
    const bool inside = dateline_.covers(text_.pieces.bytes(expression.first, expression.past));
    return inside && day <= *anchor_.day && *anchor_.day - day <= days{kDatelineDays};
  }

  const TimeText& text_;
  Field field_;
  Anchor anchor_;
  ByteRange dateline_;
  Told told_;
  std::uint32_t quarter_at_ = 0;
  std::vector<TimeMention> times_;
};

}  // namespace

std::vector<TimeMention> find_times(const Pieces& pieces, const texts::Sheet& sheet, Field field,
                                    const TimeWords& words, const NumberWords& numbers,
                                    Anchor anchor) {
  std::vector<ListsOfWord<TimeList>> listed;
  listed.reserve(pieces.size());
  for (std::uint32_t at = 0; at < pieces.size(); ++at) {
    listed.push_back(words.lists_of(pieces.word(at)));
  }
  const TimeText text{pieces, sheet, words, numbers, listed};
  return TimeFinder{text, field, anchor}.run();
}

}  // namespace factbox::mentions
