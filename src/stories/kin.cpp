#include "stories/kin.h"

#include <cmath>

#include "stories/words.h"

namespace factbox::stories {

Kin::Kin(const RunningStory& story, std::span<const reports::ReportPtr> reports, Terms& terms,
         const Rarity& rarity)
    : reports_(reports), terms_(terms), rarity_(rarity), mean_(mean_of(story)) {}

double Kin::likeness(const RunningStory& other) const {
  double alike = 0;
  for (const auto& [term, weight] : mean_of(other)) {
    const auto shared = mean_.find(term);
    alike += shared == mean_.end() ? 0 : shared->second * weight;
  }
  return alike;
}

Kin::Weights Kin::mean_of(const RunningStory& story) const {
  Weights mean;
  for (const std::uint32_t number : story.reports) {
    const reports::Report& report = *reports_[number];
    const auto counts = terms_.of(split_words(report.title), split_words(report.text));
    for (const WeightedTerm& word : rarity_.weigh(counts, {})) {
      mean[word.term] += word.weight;
    }
  }
  double square = 0;
  for (const auto& [term, weight] : mean) {
    square += weight * weight;
  }
  if (square == 0) {
    return {};  // without a word that tells stories apart, it is alike to none
  }
  for (auto& [term, weight] : mean) {
    weight /= std::sqrt(square);
  }
  return mean;
}

}  // namespace factbox::stories
