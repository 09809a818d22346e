/// \file
/// What placing a report asks of the past. Kept in memory here; a store may keep it elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "stories/shingles.h"
#include "stories/walk_numbers.h"

namespace factbox::stories {

/// Numbers reports in the order in which they came.
using ArrivalNumber = std::uint32_t;

/// The wordings of all reports that came before.
class WordingIndex {
 public:
  WordingIndex() = default;
  WordingIndex(const WordingIndex&) = delete;
  WordingIndex& operator=(const WordingIndex&) = delete;
  virtual ~WordingIndex() = default;

  /// Some of the reports whose sketch has the hash: the first that came, up to a limit.
  [[nodiscard]] virtual std::span<const ArrivalNumber> with_sketch(std::uint32_t hash) const = 0;
  /// The first report whose wording as a whole has the hash.
  [[nodiscard]] virtual std::optional<ArrivalNumber> with_whole(std::uint64_t hash) const = 0;
  [[nodiscard]] virtual const Shingles& wording(ArrivalNumber report) const = 0;
  /// Keeps the next report's wording; gives its number.
  virtual ArrivalNumber add(Shingles wording) = 0;
};

/// The index in memory. A hash that many reports have is stock wording: only the first few
/// reports are kept for it, so that a stock paragraph costs no more than a rare one.
class WordingsInMemory final : public WordingIndex {
 public:
  [[nodiscard]] std::span<const ArrivalNumber> with_sketch(std::uint32_t hash) const override;
  [[nodiscard]] std::optional<ArrivalNumber> with_whole(std::uint64_t hash) const override;
  [[nodiscard]] const Shingles& wording(ArrivalNumber report) const override;
  ArrivalNumber add(Shingles wording) override;

  /// Forgets wordings; `gone` tells by report. Their numbers stay.
  void forget(const std::vector<bool>& gone);
  [[nodiscard]] std::size_t size() const { return wordings_.size(); }

  /// All that it remembers, on its way to bytes or back (walk_numbers.h).
  template <class Way, class Self>
  static void walk(Way& way, Self& self) {
    way.list(self.wordings_, [&](auto& wording) {
      walk_wholes(way, wording.all);
      walk_wholes(way, wording.lead);
      walk_wholes(way, wording.sketch);
      walk_whole(way, wording.whole);
      walk_whole(way, wording.words);
    });
    if constexpr (!Way::kWrites) {
      self.index_all();
    }
  }

 private:
  void index(ArrivalNumber number);
  void index_all();

  std::unordered_map<std::uint32_t, std::vector<ArrivalNumber>> by_sketch_;
  std::unordered_map<std::uint64_t, ArrivalNumber> by_whole_;
  std::vector<Shingles> wordings_;
};

}  // namespace factbox::stories
