#include "factboxes/choice/choose.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace factbox::factboxes {
namespace {

constexpr double kTold = 0.5;            // how much one line takes off a word's worth
constexpr double kLeastRelevance = 0.3;  // of the best draft's, to belong on the page
constexpr double kQuiteRelevant = 0.4;   // or else it has to mean what the story's titles mean
constexpr double kQuiteAbout = 0.4;
constexpr double kLeastGain = 0.15;    // of the first line's, to add enough
constexpr std::size_t kFewLines = 10;  // which a page has in any case, if it can
constexpr std::size_t kMiddle = 6;     // lines that tell what a page is about,
constexpr double kLeastAkin = 0.12;    // and how much others mean the like
constexpr std::size_t kMostBackground = 6;
constexpr std::size_t kMostContradictions = 3;
constexpr std::size_t kMostReplacements = 3;
constexpr double kFewReports = 6;

class Chooser {
 public:
  Chooser(const Workbench& bench, const std::vector<Draft>& drafts, DraftMeanings& meanings,
          Repeats& repeats, const std::set<std::uint32_t>& withheld)
      : bench_(bench),
        drafts_(drafts),
        meanings_(meanings),
        repeats_(repeats),
        worth_(bench.words.size()),
        about_(drafts.size()) {
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      by_claim_.emplace(drafts[i].claim, i);
      usable_.push_back(!withheld.contains(drafts[i].claim));
      best_relevance_ = std::max(best_relevance_, drafts[i].relevance);
    }
    for (Term term = 0; term < worth_.size(); ++term) {
      worth_[term] = bench.words.weight(term);
    }
    const auto reports = bench.story.reports.size();
    per_report_ = static_cast<double>(reports) < kFewReports
                      ? bench.options.max_lines
                      : std::max<std::size_t>(2, 2 * bench.options.max_lines / reports);
  }

  std::vector<std::size_t> choose() {
    take_contradictions();
    take_replacements();
    const std::size_t most = bench_.options.max_lines;
    const std::size_t background = std::min(kMostBackground, most / 5);
    fill(most - background, false);
    fill(most, true);
    fill(most, false);
    return std::move(chosen_);
  }

 private:
  /// What the page gains by a draft.
  [[nodiscard]] double gain(const Draft& draft) const {
    double sum = 0;
    for (const auto term : draft.terms) {
      sum += worth_[term];
    }
    const auto heard = voices_.find(voice_of(draft));
    const double fresh = heard == voices_.end() ? 1 : 1 / (1 + 0.3 * heard->second);
    return sum * draft.quality * fresh / std::sqrt(static_cast<double>(draft.terms.size()) + 3);
  }

  [[nodiscard]] bool says_again(std::size_t index) const {
    return std::any_of(chosen_.begin(), chosen_.end(),
                       [&](std::size_t other) { return repeats_.says_the_same(index, other); });
  }

  [[nodiscard]] bool means_again(std::size_t index) {
    return std::any_of(chosen_.begin(), chosen_.end(),
                       [&](std::size_t other) { return repeats_.means_the_same(index, other); });
  }

  /// What a line has to add. Where many report, much is left to tell when the main thing is told.
  [[nodiscard]] double least_gain() const {
    const auto reports = static_cast<double>(bench_.story.reports.size());
    return first_gain_ * kLeastGain * std::sqrt(std::min(1.0, kFewReports / reports));
  }

  /// How much a draft means what the story's titles mean, from a half to 1. Lazily, as it costs.
  [[nodiscard]] double about(std::size_t index) {
    constexpr double kQuite = 0.5;
    return 0.5 + 0.5 * std::clamp(meanings_.about(index) / kQuite, 0.0, 1.0);
  }

  /// Speaks of another matter than the first lines do.
  [[nodiscard]] bool is_apart(std::size_t index) {
    const auto& draft = drafts_[index];
    if (draft.relevance < kQuiteRelevant * best_relevance_ &&
        meanings_.about(index) < kQuiteAbout) {
      return true;
    }
    if (chosen_.size() < kMiddle) {
      return false;
    }
    double akin = 0;
    for (std::size_t i = 0; i < kMiddle; ++i) {
      akin += meanings_.likeness(index, chosen_[i]);
    }
    return akin < kLeastAkin * kMiddle;
  }

  void take(std::size_t index) {
    const auto& draft = drafts_[index];
    chosen_.push_back(index);
    usable_[index] = false;
    for (const auto term : draft.terms) {
      worth_[term] *= 1 - kTold * std::min(1.0, draft.quality);
    }
    voices_[voice_of(draft)] += 1;
    from_report_[draft.from.report] += 1;
  }

  /// Sides of contradictions that can all be shown, each by its best draft.
  void take_contradictions() {
    std::vector<std::pair<double, std::vector<std::size_t>>> pairs;
    for (const auto& contradiction : bench_.story.contradictions) {
      std::vector<std::size_t> sides;
      double score = 0;
      for (const auto& side : contradiction.sides) {
        if (const auto best = best_of(side)) {
          sides.push_back(*best);
          score += drafts_[*best].relevance * drafts_[*best].quality;
        }
      }
      if (sides.size() == contradiction.sides.size() && sides.size() >= 2) {
        pairs.emplace_back(score / static_cast<double>(sides.size()), std::move(sides));
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::size_t taken = 0;
    for (const auto& [score, sides] : pairs) {
      const bool free =
          std::all_of(sides.begin(), sides.end(), [&](std::size_t side) { return usable_[side]; });
      if (taken < kMostContradictions && free && score >= kLeastRelevance * best_relevance_ &&
          chosen_.size() + sides.size() <= bench_.options.max_lines) {
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
          draft.relevance >= kLeastRelevance * best_relevance_ && !says_again(i) &&
          !means_again(i)) {
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

  void fill(std::size_t up_to, bool background) {
    while (chosen_.size() < up_to) {
      std::optional<std::size_t> best;
      std::optional<std::size_t> next;
      double most = 0;
      double runner_up = 0;
      for (std::size_t i = 0; i < drafts_.size(); ++i) {
        const auto& draft = drafts_[i];
        if (!usable_[i] || draft.background != background) {
          continue;
        }
        const auto told = from_report_.find(draft.from.report);
        if ((told != from_report_.end() && told->second >= per_report_) ||
            draft.relevance < (background ? kQuiteRelevant : kLeastRelevance) * best_relevance_) {
          continue;
        }
        const double gained = gain(draft) * about_[i].value_or(1);
        if (gained > most) {
          next = std::exchange(best, i);
          runner_up = std::exchange(most, gained);
        } else if (gained > runner_up) {
          next = i;
          runner_up = gained;
        }
      }
      if (best && says_again(*best)) {
        usable_[*best] = false;
        continue;
      }
      if (best && !about_[*best]) {
        meanings_.read_both(*best, next.value_or(*best));
        about_[*best] = about(*best);
        if (most * *about_[*best] < runner_up) {
          continue;  // another may be more to the matter
        }
        most *= *about_[*best];
      }
      first_gain_ = std::max(first_gain_, most);
      const bool little = most < least_gain() && chosen_.size() >= kFewLines && !background;
      if (!best || little) {
        return;
      }
      if (means_again(*best) || is_apart(*best)) {
        usable_[*best] = false;
      } else {
        take(*best);
      }
    }
  }

  const Workbench& bench_;
  const std::vector<Draft>& drafts_;
  DraftMeanings& meanings_;
  Repeats& repeats_;
  std::vector<double> worth_;
  std::vector<bool> usable_;
  std::vector<std::optional<double>> about_;  ///< of each draft, once asked for
  std::vector<std::size_t> chosen_;
  std::map<std::uint32_t, std::size_t> by_claim_;
  std::map<std::string, double> voices_;
  std::map<std::uint32_t, std::size_t> from_report_;
  double best_relevance_ = 0;
  double first_gain_ = 0;  ///< what the first line adds
  std::size_t per_report_ = 0;
};

}  // namespace

std::vector<std::size_t> choose(const Workbench& bench, const std::vector<Draft>& drafts,
                                DraftMeanings& meanings, Repeats& repeats,
                                const std::set<std::uint32_t>& withheld) {
  return Chooser{bench, drafts, meanings, repeats, withheld}.choose();
}

}  // namespace factbox::factboxes
