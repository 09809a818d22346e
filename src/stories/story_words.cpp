#include "stories/story_words.h"

#include <algorithm>
#include <cstddef>

namespace factbox::stories {
namespace {

constexpr std::size_t kSearchWords = 40;
constexpr std::size_t kCandidates = 24;
/// A word that more stories have leads to those that had a report last.
constexpr std::size_t kStoriesOfOneWord = 1024;

/// The words of a report that weigh most.
ReportVector strongest(const ReportVector& report) {
  ReportVector words = report;
  const std::size_t most = std::min(kSearchWords, words.size());
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(most), words.end(),
                    [](const WeightedTerm& a, const WeightedTerm& b) {
                      return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
                    });
  words.resize(most);
  return words;
}

}  // namespace

void StoryWords::remember(std::span<const TermNumber> words, std::uint32_t story,
                          std::span<const std::uint32_t> stories_last) {
  for (const TermNumber word : words) {
    if (word >= stories_with_.size()) {
      stories_with_.resize(word + 1);
    }
    auto& with = stories_with_[word];
    if (std::find(with.begin(), with.end(), story) != with.end()) {
      continue;
    }
    with.push_back(story);
    if (with.size() <= kStoriesOfOneWord) {
      continue;
    }
    std::nth_element(with.begin(), with.begin() + kStoriesOfOneWord / 2, with.end(),
                     [&](std::uint32_t a, std::uint32_t b) {
                       return stories_last[a] != stories_last[b] ? stories_last[a] > stories_last[b]
                                                                 : a > b;
                     });
    with.resize(kStoriesOfOneWord / 2);
    std::sort(with.begin(), with.end());
  }
}

std::vector<std::uint32_t> StoryWords::sharing(const ReportVector& report,
                                               std::span<const std::uint32_t> heirs) {
  shared_.resize(heirs.size(), 0);
  std::vector<std::uint32_t> met;
  for (const WeightedTerm& word : strongest(report)) {
    if (word.term >= stories_with_.size()) {
      continue;
    }
    for (const std::uint32_t known : stories_with_[word.term]) {
      std::uint32_t story = known;
      while (heirs[story] != story) {
        story = heirs[story];
      }
      if (shared_[story] == 0) {
        met.push_back(story);
      }
      shared_[story] += word.weight * word.weight;
    }
  }
  const std::size_t keep = std::min(kCandidates, met.size());
  std::partial_sort(met.begin(), met.begin() + static_cast<std::ptrdiff_t>(keep), met.end(),
                    [&](std::uint32_t a, std::uint32_t b) {
                      return shared_[a] != shared_[b] ? shared_[a] > shared_[b] : a > b;
                    });
  for (const std::uint32_t story : met) {
    shared_[story] = 0;
  }
  met.resize(keep);
  return met;
}

void StoryWords::forget(const std::vector<bool>& gone) {
  for (auto& stories : stories_with_) {
    std::erase_if(stories, [&](std::uint32_t story) { return gone[story]; });
    stories.shrink_to_fit();
  }
}

bool StoryWords::leads_within(std::size_t stories) const {
  return std::all_of(stories_with_.begin(), stories_with_.end(), [&](const auto& with) {
    return std::all_of(with.begin(), with.end(),
                       [&](std::uint32_t story) { return story < stories; });
  });
}

}  // namespace factbox::stories
