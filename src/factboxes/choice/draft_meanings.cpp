#include "factboxes/choice/draft_meanings.h"

namespace factbox::factboxes {

DraftMeanings::DraftMeanings(const std::vector<Draft>& drafts, const readers::MeaningReader& reader)
    : drafts_(drafts), reader_(reader), meanings_(drafts.size()) {}

const readers::Meaning& DraftMeanings::of(std::size_t index) {
  auto& meaning = meanings_[index];
  if (!meaning) {
    meaning = reader_.read(drafts_[index].worded.statement, space_);
  }
  return *meaning;
}

}  // namespace factbox::factboxes
