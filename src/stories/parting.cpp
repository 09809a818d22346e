#include "stories/parting.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>

namespace factbox::stories {
namespace {

/// How alike reports are, two by two.
class Likenesses {
 public:
  explicit Likenesses(std::span<const ReportVector* const> reports)
      : size_(reports.size()), all_(size_ * size_, 0) {
    const auto leads = weigh_leads(reports);
    for (std::size_t a = 0; a < size_; ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        all_[a * size_ + b] = all_[b * size_ + a] = cosine(leads[a], leads[b]);
      }
    }
  }

  [[nodiscard]] double of(std::size_t a, std::size_t b) const { return all_[a * size_ + b]; }

 private:
  struct LocalWord {
    TermNumber term = 0;
    double weight = 0;
  };
  using Lead = std::vector<LocalWord>;

  /// The words of the leads by their rarity among the reports; each lead of length 1.
  static std::vector<Lead> weigh_leads(std::span<const ReportVector* const> reports) {
    std::unordered_map<TermNumber, double> reports_with;
    for (const ReportVector* report : reports) {
      for (const WeightedTerm& word : *report) {
        reports_with[word.term] += word.lead > 0 ? 1 : 0;
      }
    }
    std::vector<Lead> leads;
    for (const ReportVector* report : reports) {
      Lead lead;
      double square = 0;
      for (const WeightedTerm& word : *report) {
        const double with = word.lead > 0 ? reports_with[word.term] : 0;
        if (with < 2) {
          continue;
        }
        const double weight = word.lead * std::log(static_cast<double>(reports.size()) / with);
        square += weight * weight;
        lead.push_back({word.term, weight});
      }
      for (LocalWord& word : lead) {
        word.weight = square > 0 ? word.weight / std::sqrt(square) : 0;
      }
      leads.push_back(std::move(lead));
    }
    return leads;
  }

  static double cosine(const Lead& a, const Lead& b) {
    double sum = 0;
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
      if (a[i].term == b[k].term) {
        sum += a[i++].weight * b[k++].weight;
      } else if (a[i].term < b[k].term) {
        ++i;
      } else {
        ++k;
      }
    }
    return sum;
  }

  std::size_t size_;
  std::vector<double> all_;
};

using Group = std::vector<std::size_t>;

/// Groups of reports, of which the two that are most alike on average become one, until two are
/// left.
class Tree {
 public:
  Tree(const Group& reports, const Likenesses& likenesses)
      : size_(reports.size()), sums_(size_ * size_, 0), within_(size_, 0), alive_(size_) {
    std::iota(alive_.begin(), alive_.end(), std::size_t{0});
    for (std::size_t a = 0; a < size_; ++a) {
      groups_.push_back({reports[a]});
      for (std::size_t b = 0; b < size_; ++b) {
        sum(a, b) = likenesses.of(reports[a], reports[b]);
      }
    }
    for (const std::size_t a : alive_) {
      nearest_.push_back(a == 0 ? 1 : 0);
      find_nearest(a);
    }
    while (alive_.size() > 2) {
      std::size_t first = alive_[0];
      for (const std::size_t a : alive_) {
        if (mean(a, nearest_[a]) > mean(first, nearest_[first])) {
          first = a;
        }
      }
      join(std::min(first, nearest_[first]), std::max(first, nearest_[first]));
    }
  }

  [[nodiscard]] std::pair<Group, Group> halves() const {
    std::pair both{groups_[alive_[0]], groups_[alive_[1]]};
    std::sort(both.first.begin(), both.first.end());
    std::sort(both.second.begin(), both.second.end());
    return both;
  }
  [[nodiscard]] double between() const { return mean(alive_[0], alive_[1]); }
  [[nodiscard]] double within() const {
    double pairs = 0;
    for (const std::size_t half : alive_) {
      const auto count = static_cast<double>(groups_[half].size());
      pairs += count * (count - 1) / 2;
    }
    return pairs > 0 ? (within_[alive_[0]] + within_[alive_[1]]) / pairs : 0;
  }

 private:
  double& sum(std::size_t a, std::size_t b) { return sums_[a * size_ + b]; }
  [[nodiscard]] double mean(std::size_t a, std::size_t b) const {
    return sums_[a * size_ + b] / static_cast<double>(groups_[a].size() * groups_[b].size());
  }

  void find_nearest(std::size_t a) {
    nearest_[a] = alive_[0] == a ? alive_[1] : alive_[0];
    for (const std::size_t b : alive_) {
      if (b != a && mean(a, b) > mean(a, nearest_[a])) {
        nearest_[a] = b;
      }
    }
  }

  void join(std::size_t kept, std::size_t gone) {
    within_[kept] += within_[gone] + sum(kept, gone);
    for (const std::size_t other : alive_) {
      sum(kept, other) += sum(gone, other);
      sum(other, kept) = sum(kept, other);
    }
    groups_[kept].insert(groups_[kept].end(), groups_[gone].begin(), groups_[gone].end());
    alive_.erase(std::find(alive_.begin(), alive_.end(), gone));
    for (const std::size_t other : alive_) {
      if (other == kept || nearest_[other] == kept || nearest_[other] == gone ||
          mean(other, kept) > mean(other, nearest_[other])) {
        find_nearest(other);
      }
    }
  }

  std::size_t size_;
  std::vector<double> sums_;    ///< of the likenesses between two groups
  std::vector<double> within_;  ///< of those within one
  std::vector<Group> groups_;
  std::vector<std::size_t> alive_;    ///< groups that haven't joined another
  std::vector<std::size_t> nearest_;  ///< to each, by mean likeness
};

}  // namespace

std::vector<std::uint32_t> part(std::span<const ReportVector* const> reports,
                                const PartingOptions& options) {
  struct Event {
    Group reports;
    double between = 0;  ///< what is asked of its halves
  };
  std::vector<std::uint32_t> event_of(reports.size(), 0);
  const std::size_t least = std::max<std::size_t>(2 * options.least, 3);
  if (reports.size() < least || reports.size() > options.most) {
    return event_of;
  }
  const Likenesses likenesses{reports};
  Group all(reports.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::vector<Event> events{{std::move(all), options.between}};
  for (std::size_t next = 0; next < events.size();) {
    if (events[next].reports.size() < least) {
      ++next;
      continue;
    }
    const Tree tree{events[next].reports, likenesses};
    auto [first, second] = tree.halves();
    if (std::min(first.size(), second.size()) < options.least ||
        tree.between() >= events[next].between * tree.within()) {
      ++next;
      continue;
    }
    if (second.front() < first.front()) {
      std::swap(first, second);
    }
    for (const std::size_t report : second) {
      event_of[report] = static_cast<std::uint32_t>(events.size());
    }
    events[next].reports = std::move(first);
    events[next].between *= options.deeper;
    events.push_back({std::move(second), events[next].between});
  }
  return event_of;
}

}  // namespace factbox::stories
