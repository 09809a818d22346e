#include "factboxes/choose.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace factbox::factboxes {
namespace {

constexpr double kMostSame = 0.8;        // lines of which so much is the same say the same,
constexpr double kSame = 0.6;            // or so much of the lesser
constexpr double kSameOfBoth = 0.35;     // and of both together
constexpr double kTold = 0.5;            // how much one line takes off a word's worth
constexpr double kLeastRelevance = 0.3;  // of the best draft's, to belong on the page
constexpr std::size_t kMostBackground = 6;
constexpr std::size_t kMostContradictions = 3;
constexpr std::size_t kFewReports = 6;

class Chooser {
 public:
  Chooser(const Desk& desk, const std::vector<Draft>& drafts,
          const std::set<std::uint32_t>& withheld)
      : desk_(desk), drafts_(drafts), worth_(desk.words.size()) {
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      by_claim_.emplace(drafts[i].claim, i);
      usable_.push_back(!withheld.contains(drafts[i].claim));
      best_relevance_ = std::max(best_relevance_, drafts[i].relevance);
    }
    for (const auto& relation : desk.story.relations) {
      if (relation.relation == stories::Relation::entails && by_claim_.contains(relation.first) &&
          by_claim_.contains(relation.second)) {
        told_by_[relation.first].insert(relation.second);
        told_by_[relation.second].insert(relation.first);
      }
    }
    for (Term term = 0; term < worth_.size(); ++term) {
      worth_[term] = desk.words.weight(term);
    }
    const auto reports = desk.story.reports.size();
    per_report_ = reports < kFewReports
                      ? desk.options.max_lines
                      : std::max<std::size_t>(2, 2 * desk.options.max_lines / reports);
  }

  std::vector<std::size_t> choose() {
    take_contradictions();
    const std::size_t most = desk_.options.max_lines;
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
    const auto heard = voices_.find(voice(draft));
    const double fresh = heard == voices_.end() ? 1 : 1 / (1 + 0.3 * heard->second);
    return sum * draft.quality * fresh / std::sqrt(static_cast<double>(draft.terms.size()) + 3);
  }

  /// Who is heard in a line: its first source, or the outlet itself.
  [[nodiscard]] static std::string voice(const Draft& draft) {
    if (draft.worded.attribution.empty()) {
      return {};
    }
    const auto& member = draft.worded.attribution.front().member;
    return member.name.empty() ? member.description : member.name;
  }

  [[nodiscard]] bool says_again(const Draft& draft) const {
    const auto akin = told_by_.find(draft.claim);
    return std::any_of(chosen_.begin(), chosen_.end(), [&](std::size_t other) {
      if (akin != told_by_.end() && akin->second.contains(drafts_[other].claim)) {
        return true;
      }
      const auto same = overlap(desk_.words, draft.terms, drafts_[other].terms);
      return same.of_lesser >= kMostSame ||
             (same.of_lesser >= kSame && same.of_both >= kSameOfBoth) ||
             drafts_[other].worded.statement == draft.worded.statement;
    });
  }

  void take(std::size_t index) {
    const auto& draft = drafts_[index];
    chosen_.push_back(index);
    usable_[index] = false;
    for (const auto term : draft.terms) {
      worth_[term] *= 1 - kTold * std::min(1.0, draft.quality);
    }
    voices_[voice(draft)] += 1;
    from_report_[draft.from.report] += 1;
  }

  /// Sides of contradictions that can all be shown, each by its best draft.
  void take_contradictions() {
    std::vector<std::pair<double, std::vector<std::size_t>>> pairs;
    for (const auto& contradiction : desk_.story.contradictions) {
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
          chosen_.size() + sides.size() <= desk_.options.max_lines) {
        std::for_each(sides.begin(), sides.end(), [&](std::size_t side) { take(side); });
        ++taken;
      }
    }
    // What contradicts something that isn't shown would hide a loser.
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      usable_[i] = usable_[i] && !drafts_[i].disputed;
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
      double most = 0;
      for (std::size_t i = 0; i < drafts_.size(); ++i) {
        const auto& draft = drafts_[i];
        if (!usable_[i] || draft.background != background) {
          continue;
        }
        const auto told = from_report_.find(draft.from.report);
        if ((told != from_report_.end() && told->second >= per_report_) ||
            draft.relevance < kLeastRelevance * best_relevance_) {
          continue;
        }
        if (const double gained = gain(draft); gained > most) {
          most = gained;
          best = i;
        }
      }
      if (!best) {
        return;
      }
      if (says_again(drafts_[*best])) {
        usable_[*best] = false;
      } else {
        take(*best);
      }
    }
  }

  const Desk& desk_;
  const std::vector<Draft>& drafts_;
  std::vector<double> worth_;
  std::vector<bool> usable_;
  std::vector<std::size_t> chosen_;
  std::map<std::uint32_t, std::size_t> by_claim_;
  std::map<std::uint32_t, std::set<std::uint32_t>> told_by_;  ///< claims that tell each other
  std::map<std::string, double> voices_;
  std::map<std::uint32_t, std::size_t> from_report_;
  double best_relevance_ = 0;
  std::size_t per_report_ = 0;
};

}  // namespace

std::vector<std::size_t> choose(const Desk& desk, const std::vector<Draft>& drafts,
                                const std::set<std::uint32_t>& withheld) {
  return Chooser{desk, drafts, withheld}.choose();
}

}  // namespace factbox::factboxes
