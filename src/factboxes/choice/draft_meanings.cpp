#include "factboxes/choice/draft_meanings.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <future>

namespace factbox::factboxes {
namespace {

constexpr std::size_t kMostTitles = 20;  // read, evenly spread over the story

}  // namespace

DraftMeanings::DraftMeanings(const Workbench& bench, const std::vector<Draft>& drafts,
                             const readers::MeaningReader& reader)
    : drafts_(drafts), reader_(reader), meanings_(drafts.size()) {
  read_titles(bench);
}

void DraftMeanings::read_titles(const Workbench& bench) {
  const auto& reports = bench.story.reports;
  const std::size_t step = reports.size() / kMostTitles + 1;
  const auto read_from = [&](std::size_t first, readers::MeaningReader::Space& space) {
    std::vector<readers::Meaning> meanings;
    for (std::size_t i = first; i < reports.size(); i += 2 * step) {
      const std::string& title = bench.reports[reports[i]].report->title;
      if (!title.empty()) {
        meanings.push_back(reader_.read(title, space));
      }
    }
    return meanings;
  };
  auto other = std::async(std::launch::async, [&] { return read_from(step, other_space_); });
  auto meanings = read_from(0, space_);
  for (auto& meaning : other.get()) {
    meanings.push_back(std::move(meaning));
  }
  for (const auto& meaning : meanings) {
    titles_.resize(meaning.size());
    std::transform(titles_.begin(), titles_.end(), meaning.begin(), titles_.begin(), std::plus{});
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
  auto other = std::async(std::launch::async, [&] {
    return reader_.read(drafts_[likely].worded.statement, other_space_);
  });
  (void)of(wanted);
  meanings_[likely] = other.get();
}

double DraftMeanings::about(std::size_t index) {
  return titles_.empty() ? 1 : readers::likeness(of(index), titles_);
}

const readers::Meaning& DraftMeanings::of(std::size_t index) {
  auto& meaning = meanings_[index];
  if (!meaning) {
    meaning = reader_.read(drafts_[index].worded.statement, space_);
  }
  return *meaning;
}

}  // namespace factbox::factboxes
