#include "stories/report_vector.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace factbox::stories {
namespace {

constexpr std::size_t kCentreTerms = 1000;

/// Without rarity, in eighths.
std::uint8_t weight_in_lead(const TermCount& count, const WeighingOptions& options) {
  if (count.in_title == 0 && count.in_lead == 0) {
    return 0;
  }
  const double weight = std::log1p(count.in_lead + count.in_body) +
                        (count.in_title > 0 ? options.title : 0) +
                        (count.in_lead > 0 ? options.lead : 0);
  const double telling = count.name || count.figure ? options.telling : 1;
  return static_cast<std::uint8_t>(std::min(255.0, 8 * weight * telling));
}

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
    vector.push_back(
        {count.term, static_cast<float>(weight), count.name, weight_in_lead(count, options)});
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

namespace {

double dot(std::span<const WeightedTerm> a, std::span<const WeightedTerm> b, double names_at_most) {
  double words = 0;
  double names = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i].term == b[k].term) {
      (a[i].name ? names : words) += static_cast<double>(a[i].weight) * b[k].weight;
      ++i;
      ++k;
    } else if (a[i].term < b[k].term) {
      ++i;
    } else {
      ++k;
    }
  }
  return words + std::min(names, names_at_most * words);
}

double dot(std::span<const float> a, std::span<const float> b) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    sum += static_cast<double>(a[i]) * b[i];
  }
  return sum;
}

}  // namespace

Alike Centre::likeness(std::span<const WeightedTerm> report, std::span<const float> meaning,
                       double names_at_most) const {
  if (count_ <= 0) {
    return {};
  }
  return {dot(report, weights_, names_at_most) / count_, dot(meaning, meanings_) / count_,
          meaning.empty() ? 0 : meant_ / count_};
}

Alike Centre::likeness(const Centre& other, double names_at_most) const {
  const double pairs = count_ * other.count_;
  if (pairs <= 0) {
    return {};
  }
  return {dot(weights_, other.weights_, names_at_most) / pairs,
          dot(meanings_, other.meanings_) / pairs, meant_ * other.meant_ / pairs};
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

std::vector<TermNumber> Centre::join(std::span<const WeightedTerm> report,
                                     std::span<const float> meaning, double fade) {
  for (float& number : meanings_) {
    number = static_cast<float>(number * fade);
  }
  count_ = count_ * fade + 1;
  meant_ *= fade;
  if (!meaning.empty()) {
    meant_ += 1;
    meanings_.resize(meaning.size(), 0);
    for (std::size_t i = 0; i < meaning.size(); ++i) {
      meanings_[i] += meaning[i];
    }
  }
  return add(report, fade);
}

std::vector<TermNumber> Centre::join(const Centre& other) {
  count_ += other.count_;
  meant_ += other.meant_;
  meanings_.resize(std::max(meanings_.size(), other.meanings_.size()), 0);
  for (std::size_t i = 0; i < other.meanings_.size(); ++i) {
    meanings_[i] += other.meanings_[i];
  }
  return add(other.weights_, 1);
}

std::vector<TermNumber> Centre::add(std::span<const WeightedTerm> report, double fade) {
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
    by_weight.reserve(merged.size());
    for (const WeightedTerm& word : merged) {
      by_weight.push_back(word.weight);
    }
    std::nth_element(by_weight.begin(), by_weight.begin() + kCentreTerms, by_weight.end(),
                     std::greater<>{});
    std::erase_if(merged,
                  [&](const WeightedTerm& word) { return word.weight < by_weight[kCentreTerms]; });
  }
  weights_ = std::move(merged);
  return fresh;
}

}  // namespace factbox::stories
