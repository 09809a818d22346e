#include "factboxes/draft_meanings.h"

#include <algorithm>
#include <cmath>

namespace factbox::factboxes {
namespace {

constexpr std::size_t kMostTitles = 40;  // read, evenly spread over the story

}  // namespace

DraftMeanings::DraftMeanings(const Desk& desk, const std::vector<Draft>& drafts,
                             const statements::MeaningReader& reader)
    : drafts_(drafts), reader_(reader), meanings_(drafts.size()) {
  read_titles(desk);
}

void DraftMeanings::read_titles(const Desk& desk) {
  const auto& reports = desk.story.reports;
  const std::size_t step = reports.size() / kMostTitles + 1;
  for (std::size_t i = 0; i < reports.size(); i += step) {
    const std::string& title = desk.reports[reports[i]].report->title;
    if (title.empty()) {
      continue;
    }
    const auto meaning = reader_.read(title, space_);
    titles_.resize(meaning.size());
    std::transform(titles_.begin(), titles_.end(), meaning.begin(), titles_.begin(), std::plus{});
  }
  const auto length = static_cast<float>(std::sqrt(statements::likeness(titles_, titles_)));
  if (length > 0) {
    std::for_each(titles_.begin(), titles_.end(), [&](float& each) { each /= length; });
  }
}

double DraftMeanings::about(std::size_t index) {
  return titles_.empty() ? 1 : statements::likeness(of(index), titles_);
}

const statements::Meaning& DraftMeanings::of(std::size_t index) {
  auto& meaning = meanings_[index];
  if (!meaning) {
    meaning = reader_.read(drafts_[index].worded.statement, space_);
  }
  return *meaning;
}

}  // namespace factbox::factboxes
