#include "mentions/times/find_times.h"

#include <algorithm>

#include "mentions/times/joined.h"
#include "mentions/times/tense.h"

namespace factbox::mentions {
namespace {

using std::chrono::days;

/// A quarter that was named so many pieces ago is still what "a year ago" speaks of.
constexpr std::uint32_t kQuarterReach = 300;
/// A dateline ends within so many pieces, and its day is so many before publication at most.
constexpr std::uint32_t kDatelinePieces = 14;
constexpr int kDatelineDays = 3;

class TimeFinder {
 public:
  TimeFinder(const TimeText& text, Field field, Anchor anchor)
      : text_(text), field_(field), anchor_(anchor) {}

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
    const bool goal = is_goal(expression.first);
    const std::uint32_t token = text_.pieces[expression.past - 1].token;
    const Tense tense = goal ? Tense::none : tense_at(text_.analysis, token);
    TimeMention time = resolve(expression, anchor_, told_, tense);
    time.where = {field_, text_.pieces.bytes(expression.first, expression.past)};
    remember(expression, time);
    times_.push_back(std::move(time));
  }

  /// "extended to Nov. 20", "effective May 1": the verb's tense says nothing of the day.
  [[nodiscard]] bool is_goal(std::uint32_t first) const {
    static constexpr std::string_view kGoals[] = {"to",  "until", "till",    "through", "effective",
                                                  "due", "by",    "payable", "expire",  "expiring"};
    return first > 0 && std::ranges::find(kGoals, text_.word(first - 1)) != std::end(kGoals);
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
    if (expression.quarter) {
      told_.quarter = day;
      quarter_at_ = expression.first;
    }
  }

  /// "WASHINGTON, March 12 (Xinhua) --": what follows was written that day.
  [[nodiscard]] bool is_dateline(const Expression& expression, Day day) const {
    if (expression.past > kDatelinePieces || !expression.day || !expression.month || !anchor_.day ||
        times_.size() > 0) {
      return false;
    }
    const std::string_view next = text_.word(expression.past);
    const bool marked = next == "(" || next == "-" || next == "--" || next == ":";
    return marked && day <= *anchor_.day && *anchor_.day - day <= days{kDatelineDays};
  }

  const TimeText& text_;
  Field field_;
  Anchor anchor_;
  Told told_;
  std::uint32_t quarter_at_ = 0;
  std::vector<TimeMention> times_;
};

}  // namespace

std::vector<TimeMention> find_times(const Pieces& pieces, const language::Analysis& analysis,
                                    Field field, const TimeWords& words, const NumberWords& numbers,
                                    Anchor anchor) {
  const TimeText text{pieces, analysis, words, numbers};
  return TimeFinder{text, field, anchor}.run();
}

}  // namespace factbox::mentions
