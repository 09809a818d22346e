#include "factboxes/choice/choose.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace factbox::factboxes {
namespace {

constexpr double kLeastWorth = 0.3;  // of a line: what has less an editor would leave out
constexpr double kAnyWorth = 0.1;    // but a small page leaves out only what adds nothing
constexpr std::size_t kSmallPage = 10;
constexpr double kWorthShowing = 0.6;  // of the sides of a contradiction, on average
constexpr double kSameSentence = 0.6;  // how likely a second line of one sentence tells no more
constexpr double kHeardAgain = 0.08;   // and for each line of the same voice
constexpr std::size_t kMostContradictions = 3;
constexpr std::size_t kMostReplacements = 3;
constexpr std::size_t kBackgroundPart = 4;  // at most one line in so many

class Chooser {
 public:
  Chooser(const Workbench& bench, const std::vector<Draft>& drafts, Repeats& repeats,
          const std::set<std::uint32_t>& withheld)
      : bench_(bench),
        drafts_(drafts),
        repeats_(repeats),
        told_(drafts.size()),
        compared_(drafts.size()) {
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      by_claim_.emplace(drafts[i].claim, i);
      usable_.push_back(!withheld.contains(drafts[i].claim));
    }
  }

  std::vector<std::size_t> choose() {
    take_contradictions();
    take_replacements();
    fill();
    return std::move(chosen_);
  }

 private:
  /// What the page gains by a draft.
  [[nodiscard]] double gain(std::size_t index) const {
    const auto& draft = drafts_[index];
    const auto heard = voices_.find(voice_of(draft));
    const double again = heard == voices_.end() ? 0 : kHeardAgain * heard->second;
    return draft.worth * (1 - told_[index]) / (1 + again);
  }

  /// Compares a draft with the lines chosen since it was compared last: true where one of them
  /// tells it. What is likely told by one is worth less.
  [[nodiscard]] bool is_again(std::size_t index) {
    bool again = false;
    for (; compared_[index] < chosen_.size() && !again; ++compared_[index]) {
      const auto other = chosen_[compared_[index]];
      const bool beside = in_one_sentence(drafts_[index], drafts_[other]);
      const double told = beside ? kSameSentence : repeats_.likelihood_by_meaning(index, other);
      told_[index] = std::max(told_[index], told);
      again = !beside && told >= Repeats::kToldAgain;
    }
    return again;
  }

  void take(std::size_t index) {
    const auto& draft = drafts_[index];
    chosen_.push_back(index);
    usable_[index] = false;
    voices_[voice_of(draft)] += 1;
    background_ += draft.background ? 1 : 0;
  }

  [[nodiscard]] bool in_one_sentence(const Draft& one, const Draft& other) const {
    const auto sentence = [&](const Draft& draft) {
      const auto& statement = bench_.statement(draft.from);
      const auto& analysis = bench_.reports[draft.from.report].of(statement.field);
      return analysis.sentence_of(analysis.token_at(statement.content.front().begin));
    };
    return one.from.report == other.from.report &&
           bench_.statement(one.from).field == bench_.statement(other.from).field &&
           sentence(one) == sentence(other);
  }

  /// Sides of contradictions that can all be shown, each by its best draft.
  void take_contradictions() {
    std::vector<std::pair<double, std::vector<std::size_t>>> pairs;
    for (const auto& contradiction : bench_.story.contradictions) {
      std::vector<std::size_t> sides;
      double worth = 0;
      for (const auto& side : contradiction.sides) {
        if (const auto best = best_of(side)) {
          sides.push_back(*best);
          worth += drafts_[*best].worth;
        }
      }
      if (sides.size() == contradiction.sides.size() && sides.size() >= 2) {
        pairs.emplace_back(worth / static_cast<double>(sides.size()), std::move(sides));
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::size_t taken = 0;
    for (const auto& [worth, sides] : pairs) {
      const bool free =
          std::all_of(sides.begin(), sides.end(), [&](std::size_t side) { return usable_[side]; });
      const bool wanted = all_ || (taken < kMostContradictions && worth >= kWorthShowing);
      if (wanted && free && chosen_.size() + sides.size() <= bench_.options.max_lines) {
        std::for_each(sides.begin(), sides.end(), [&](std::size_t side) { take(side); });
        ++taken;
      }
    }
    // What contradicts something that isn't shown would hide a loser.
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      usable_[i] = usable_[i] && !drafts_[i].disputed;
    }
  }

  /// Counts that moved and what was corrected: who has read the old page looks for these.
  void take_replacements() {
    std::size_t taken = 0;
    for (std::size_t i = 0; i < drafts_.size() && taken < kMostReplacements; ++i) {
      const auto& draft = drafts_[i];
      if (draft.replaces && usable_[i] && chosen_.size() < bench_.options.max_lines &&
          draft.worth >= kWorthShowing && !is_again(i)) {
        take(i);
        ++taken;
      }
    }
  }

  [[nodiscard]] std::optional<std::size_t> best_of(const std::vector<std::uint32_t>& claims) const {
    std::optional<std::size_t> best;
    for (const auto claim : claims) {
      const auto found = by_claim_.find(claim);
      if (found != by_claim_.end() && usable_[found->second] && (!best || found->second < *best)) {
        best = found->second;  // drafts come best first
      }
    }
    return best;
  }

  /// The draft that adds most; none where none adds enough.
  [[nodiscard]] std::optional<std::size_t> best_left() const {
    const std::size_t most_background = bench_.options.max_lines / kBackgroundPart;
    std::optional<std::size_t> best;
    double most = all_                          ? -std::numeric_limits<double>::infinity()
                  : chosen_.size() < kSmallPage ? kAnyWorth
                                                : kLeastWorth;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const bool fits = !drafts_[i].background || background_ < most_background;
      if (!usable_[i] || !fits || drafts_[i].worth <= most) {
        continue;
      }
      if (const double gained = gain(i); gained > most) {
        best = i;
        most = gained;
      }
    }
    return best;
  }

  void fill() {
    while (chosen_.size() < bench_.options.max_lines) {
      const auto best = best_left();
      if (!best) {
        return;
      }
      // What is likely told may no longer be the best.
      const bool known = compared_[*best] == chosen_.size();
      if (is_again(*best)) {
        usable_[*best] = false;
      } else if (known) {
        take(*best);
      }
    }
  }

  const Workbench& bench_;
  const bool all_ = bench_.options.max_lines >= kEveryLine;
  const std::vector<Draft>& drafts_;
  Repeats& repeats_;
  std::vector<double> told_;  ///< of each draft, how much a chosen line tells of it: 0 to 1
  std::vector<std::size_t> compared_;  ///< and with how many of them it was compared
  std::vector<bool> usable_;
  std::vector<std::size_t> chosen_;
  std::map<std::uint32_t, std::size_t> by_claim_;
  std::map<std::string, double> voices_;
  std::size_t background_ = 0;
};

}  // namespace

std::vector<std::size_t> choose(const Workbench& bench, const std::vector<Draft>& drafts,
                                Repeats& repeats, const std::set<std::uint32_t>& withheld) {
  return Chooser{bench, drafts, repeats, withheld}.choose();
}

}  // namespace factbox::factboxes
