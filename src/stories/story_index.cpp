#include "stories/story_index.h"

#include "base/assert.h"

namespace factbox::stories {
namespace {

constexpr std::size_t kReportsOfOneHash = 48;

}  // namespace

std::span<const ArrivalNumber> WordingsInMemory::with_sketch(std::uint32_t hash) const {
  const auto found = by_sketch_.find(hash);
  if (found == by_sketch_.end()) {
    return {};
  }
  return found->second;
}

std::optional<ArrivalNumber> WordingsInMemory::with_whole(std::uint64_t hash) const {
  const auto found = by_whole_.find(hash);
  if (found == by_whole_.end()) {
    return std::nullopt;
  }
  return found->second;
}

const Shingles& WordingsInMemory::wording(ArrivalNumber report) const {
  FB_ASSERT(report < wordings_.size());
  return wordings_[report];
}

ArrivalNumber WordingsInMemory::add(Shingles wording) {
  const auto number = static_cast<ArrivalNumber>(wordings_.size());
  wordings_.push_back(std::move(wording));
  index(number);
  return number;
}

void WordingsInMemory::index(ArrivalNumber number) {
  const Shingles& wording = wordings_[number];
  if (wording.words == 0) {
    return;
  }
  for (const std::uint32_t hash : wording.sketch) {
    auto& reports = by_sketch_[hash];
    if (reports.size() < kReportsOfOneHash) {
      reports.push_back(number);
    }
  }
  by_whole_.emplace(wording.whole, number);
}

void WordingsInMemory::index_all() {
  by_sketch_.clear();
  by_whole_.clear();
  for (std::size_t number = 0; number < wordings_.size(); ++number) {
    index(static_cast<ArrivalNumber>(number));
  }
}

void WordingsInMemory::forget(const std::vector<bool>& gone) {
  for (std::size_t number = 0; number < wordings_.size(); ++number) {
    if (gone[number]) {
      wordings_[number] = {};
    }
  }
  index_all();
}

}  // namespace factbox::stories
