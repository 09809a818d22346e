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
  for (const std::uint32_t hash : wording.sketch) {
    auto& reports = by_sketch_[hash];
    if (reports.size() < kReportsOfOneHash) {
      reports.push_back(number);
    }
  }
  by_whole_.emplace(wording.whole, number);
  wordings_.push_back(std::move(wording));
  return number;
}

}  // namespace factbox::stories
