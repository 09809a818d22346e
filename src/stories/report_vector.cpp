#include "stories/report_vector.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace factbox::stories {
namespace {

constexpr std::size_t kCentreTerms = 1000;

}  // namespace

ReportVector Rarity::weigh(std::span<const TermCount> counts,
                           const WeighingOptions& options) const {
  ReportVector vector;
  double square = 0;
  for (const TermCount& count : counts) {
    const double with = count.term < reports_with_.size() ? reports_with_[count.term] : 0;
    const double rarity = std::log((reports_ + options.prior) / (with + 1));
    double weight = std::log1p(count.in_lead + count.in_body);
    if (count.in_title > 0) {
      weight += options.title;
    }
    if (count.in_lead > 0) {
      weight += options.lead;
    }
    if (count.name) {
      weight *= options.name;
    }
    weight *= rarity;
    if (weight <= 0) {
      continue;
    }
    square += weight * weight;
    vector.push_back({count.term, static_cast<float>(weight), count.name});
  }
  const double length = std::sqrt(square);
  for (WeightedTerm& word : vector) {
    word.weight = static_cast<float>(word.weight / length);
  }
  return vector;
}

void Rarity::count(std::span<const TermCount> counts) {
  reports_ += 1;
  for (const TermCount& count : counts) {
    if (count.term >= reports_with_.size()) {
      reports_with_.resize(count.term + 1, 0);
    }
    ++reports_with_[count.term];
  }
}

double Centre::likeness(std::span<const WeightedTerm> report, double names_at_most) const {
  if (square_ <= 0) {
    return 0;
  }
  double words = 0;
  double names = 0;
  for (std::size_t i = 0, k = 0; i < report.size() && k < weights_.size();) {
    if (report[i].term == weights_[k].term) {
      (report[i].name ? names : words) +=
          static_cast<double>(report[i].weight) * weights_[k].weight;
      ++i;
      ++k;
    } else if (report[i].term < weights_[k].term) {
      ++i;
    } else {
      ++k;
    }
  }
  return (words + std::min(names, names_at_most * words)) / std::sqrt(square_);
}

double Centre::headline_worth(std::span<const TermNumber> headline) const {
  double worth = 0;
  for (const TermNumber term : headline) {
    const auto at =
        std::lower_bound(weights_.begin(), weights_.end(), term,
                         [](const WeightedTerm& w, TermNumber t) { return w.term < t; });
    if (at != weights_.end() && at->term == term) {
      worth += at->weight;
    }
  }
  return worth / (static_cast<double>(headline.size()) + 3);
}

std::vector<TermNumber> Centre::join(std::span<const WeightedTerm> report, double fade) {
  std::vector<TermNumber> fresh;
  std::vector<WeightedTerm> merged;
  merged.reserve(weights_.size() + report.size());
  for (std::size_t i = 0, k = 0; i < report.size() || k < weights_.size();) {
    if (k == weights_.size() || (i < report.size() && report[i].term < weights_[k].term)) {
      fresh.push_back(report[i].term);
      merged.push_back(report[i++]);
      continue;
    }
    WeightedTerm word = weights_[k++];
    word.weight = static_cast<float>(word.weight * fade);
    if (i < report.size() && report[i].term == word.term) {
      word.weight += report[i++].weight;
    }
    merged.push_back(word);
  }
  if (merged.size() > kCentreTerms) {
    std::vector<float> by_weight;
    for (const WeightedTerm& word : merged) {
      by_weight.push_back(word.weight);
    }
    std::nth_element(by_weight.begin(), by_weight.begin() + kCentreTerms, by_weight.end(),
                     std::greater<>{});
    std::erase_if(merged,
                  [&](const WeightedTerm& word) { return word.weight < by_weight[kCentreTerms]; });
  }
  square_ = 0;
  for (const WeightedTerm& word : merged) {
    square_ += static_cast<double>(word.weight) * word.weight;
  }
  weights_ = std::move(merged);
  return fresh;
}

}  // namespace factbox::stories
