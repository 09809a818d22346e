#include "factboxes/layout/lead.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "factboxes/words.h"

namespace factbox::factboxes {
namespace {

using statements::Act;
using statements::Modality;

constexpr std::size_t kMostMore = 2;
constexpr std::size_t kMostPoints = 5;
constexpr std::size_t kSmallPage = 6;
constexpr std::size_t kLongLead = 40;
constexpr double kSameAsLead = 0.35;

class Picker {
 public:
  Picker(const Workbench& bench, const std::vector<Draft>& drafts,
         const std::vector<SectionPlan>& plans)
      : bench_(bench), drafts_(drafts) {
    const auto& reports = bench.story.reports;
    const auto dated = std::count_if(reports.begin(), reports.end(),
                                     [&](auto report) { return published(report); });
    mostly_dated_ = 2 * dated > static_cast<std::ptrdiff_t>(reports.size());
    std::map<std::size_t, double> scores;
    for (const auto& plan : plans) {
      const bool events = plan.kind == kHappened || plan.kind == kCasualties ||
                          plan.kind == kNext || plan.kind == kTopic;
      for (const auto index : plan.drafts) {
        ranked_.push_back(index);
        scores[index] = score(drafts_[index]) * (events ? 1.25 : 1);
      }
    }
    std::sort(ranked_.begin(), ranked_.end());
    std::stable_sort(ranked_.begin(), ranked_.end(),
                     [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  }

  Lead pick() {
    Lead lead;
    for (const auto index : ranked_) {
      const auto& draft = drafts_[index];
      if (!may_lead(draft)) {
        continue;
      }
      if (!lead.first) {
        lead.first = index;
      } else if (lead.more.size() < kMostMore && is_new(draft, lead) &&
                 draft.worded.words <= kLongLead && !draft.background && sure(draft)) {
        lead.more.push_back(index);
      }
    }
    if (ranked_.size() >= kSmallPage) {
      pick_points(lead);
    }
    return lead;
  }

 private:
  [[nodiscard]] bool published(std::size_t report) const {
    return bench_.reports[report].report->published_at.has_value();
  }

  [[nodiscard]] bool sure(const Draft& draft) const {
    const auto& statement = bench_.statement(draft.from);
    return statement.act == Act::said &&
           (statement.modality == Modality::asserted || statement.modality == Modality::planned ||
            statement.modality == Modality::denied);
  }

  [[nodiscard]] static bool may_lead(const Draft& draft) {
    return !draft.anonymous || draft.origins >= 2;
  }

  [[nodiscard]] double score(const Draft& draft) const {
    double score = std::max(draft.worth, 0.1);
    score *= draft.background ? 0.1 : 1;
    score *= draft.disputed ? 0.4 : 1;
    score *= draft.outdated || draft.over ? 0.1 : 1;
    // A portrait or an explainer, which has no day, isn't what is going on now.
    score *= mostly_dated_ && !published(draft.from.report) ? 0.3 : 1;
    score *= sure(draft) ? 1 : 0.4;
    score *= draft.worded.words <= kLongLead ? 1 : 0.5;
    score *= bench_.statement(draft.from).kind == statements::Kind::quote ? 0.5 : 1;
    score *= draft.worded.statement.find("\xE2\x80\x9C") == std::string::npos ? 1 : 0.7;
    score *= looks_back(draft) ? 0.5 : 1;
    score *= bench_.statement(draft.from).polarity == statements::Polarity::negative ? 0.7 : 1;
    score *= 0.4 + 0.6 * headline(draft);
    if (bench_.as_of && draft.last && bench_.story.first) {
      const auto age = static_cast<double>((*bench_.as_of - *draft.last).count());
      const auto span = static_cast<double>((*bench_.as_of - *bench_.story.first).count());
      score *= span > 0 ? 1 - 0.6 * std::min(1.0, age / span) : 1;
    }
    return score;
  }

  /// How much of the story's titles the line speaks: 0 to 3.
  [[nodiscard]] double headline(const Draft& draft) const {
    double share = 0;
    for (const auto term : draft.terms) {
      share += bench_.words.title_share(term);
    }
    return std::min(3.0, share);
  }

  /// "Jordan had asked for the meeting": told as what went before.
  [[nodiscard]] static bool looks_back(const Draft& draft) {
    return folded(draft.worded.statement.substr(0, 60)).find(" had ") != std::string::npos;
  }

  [[nodiscard]] bool is_new(const Draft& draft, const Lead& lead) const {
    const auto apart = [&](std::size_t other) {
      return overlap(bench_.words, draft.terms, drafts_[other].terms).of_lesser < kSameAsLead;
    };
    return apart(*lead.first) && std::all_of(lead.more.begin(), lead.more.end(), apart);
  }

  /// The best lines that don't lead; those that do only where too few are left.
  void pick_points(Lead& lead) const {
    const auto leads = [&](std::size_t index) {
      return lead.first == index ||
             std::find(lead.more.begin(), lead.more.end(), index) != lead.more.end();
    };
    for (const bool leading : {false, true}) {
      for (const auto index : ranked_) {
        const auto& draft = drafts_[index];
        const std::size_t most = leading ? 2 : kMostPoints;
        if (lead.key_points.size() < most && leads(index) == leading && may_lead(draft) &&
            !draft.background) {
          lead.key_points.push_back(index);
        }
      }
    }
  }

  const Workbench& bench_;
  const std::vector<Draft>& drafts_;
  std::vector<std::size_t> ranked_;
  bool mostly_dated_ = false;
};

}  // namespace

Lead pick_lead(const Workbench& bench, const std::vector<Draft>& drafts,
               const std::vector<SectionPlan>& plans) {
  return Picker{bench, drafts, plans}.pick();
}

}  // namespace factbox::factboxes
