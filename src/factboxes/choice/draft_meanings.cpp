#include "factboxes/choice/draft_meanings.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace factbox::factboxes {
namespace {

constexpr std::size_t kMostTitles = 20;  // read, evenly spread over the story

}  // namespace

DraftMeanings::DraftMeanings(const Workbench& bench, const std::vector<Draft>& drafts,
                             const readers::MeaningReader& reader, const Executor& executor)
    : drafts_(drafts), reader_(reader), executor_(executor), meanings_(drafts.size()) {
  read_titles(bench);
}

void DraftMeanings::read_titles(const Workbench& bench) {
  const auto& reports = bench.story.reports;
  const std::size_t step = reports.size() / kMostTitles + 1;
  std::array<std::vector<readers::Meaning>, 2> halves;
  executor_.run(halves.size(), [&](std::size_t half) {
    for (std::size_t i = half * step; i < reports.size(); i += halves.size() * step) {
      const std::string& title = bench.reports[reports[i]].report->title;
      if (!title.empty()) {
        halves.at(half).push_back(reader_.read(title, spaces_.at(half)));
      }
    }
  });
  // Always in the same order: sums of floats depend on it.
  for (const auto& half : halves) {
    for (const auto& meaning : half) {
      titles_.resize(meaning.size());
      std::transform(titles_.begin(), titles_.end(), meaning.begin(), titles_.begin(), std::plus{});
    }
  }
  const auto length = static_cast<float>(std::sqrt(readers::likeness(titles_, titles_)));
  if (length > 0) {
    std::for_each(titles_.begin(), titles_.end(), [&](float& each) { each /= length; });
  }
}

void DraftMeanings::read_both(std::size_t wanted, std::size_t likely) {
  if (wanted == likely || meanings_[wanted] || meanings_[likely]) {
    return;
  }
  const std::array both{wanted, likely};
  executor_.run(both.size(), [&](std::size_t which) {
    const auto index = both.at(which);
    meanings_[index] = reader_.read(drafts_[index].worded.statement, spaces_.at(which));
  });
}

double DraftMeanings::about(std::size_t index) {
  return titles_.empty() ? 1 : readers::likeness(of(index), titles_);
}

const readers::Meaning& DraftMeanings::of(std::size_t index) {
  auto& meaning = meanings_[index];
  if (!meaning) {
    meaning = reader_.read(drafts_[index].worded.statement, spaces_.front());
  }
  return *meaning;
}

}  // namespace factbox::factboxes
