/// \file
/// A wording as overlapping runs of words: what copies share whatever is cut, padded or retitled.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stories/words.h"

namespace factbox::stories {

/// The wording of one report.
struct Shingles {
  std::vector<std::uint32_t> all;   ///< hashes of all runs of five words; sorted, each once
  std::vector<std::uint32_t> lead;  ///< those of the first fifty runs; sorted, each once
  /// One hash for every few runs, chosen by what the words are and not by where they stand
  /// (winnowing, Schleimer et al. 2003): two texts that share twelve words in a row share one.
  std::vector<std::uint32_t> sketch;
  std::uint64_t whole = 0;  ///< hash of all words: equal for equal wordings
  std::uint32_t words = 0;
};

[[nodiscard]] Shingles shingle(std::span<const PlainWord> words);

/// How much of two wordings is one.
struct Overlap {
  std::uint32_t shared = 0;  ///< runs that both have
  double of_first = 0;       ///< the share of the first one's runs that the second has
  double of_second = 0;
  double first_lead = 0;  ///< the share of the first one's lead that the second has anywhere
  double second_lead = 0;
};

[[nodiscard]] Overlap compare(const Shingles& first, const Shingles& second);

struct CopyOptions {
  double contained = 0.5;         ///< of the shorter wording
  double lead_contained = 0.5;    ///< of the lead of either: stock background stands at the end
  std::uint32_t shared = 12;      ///< runs, at least: shorter wordings must be equal
  std::uint32_t equal_words = 5;  ///< what an equal wording must have
};

/// One is a copy of the other, cut, padded or touched up. Which of which, time must tell.
[[nodiscard]] bool is_copy(const Shingles& first, const Shingles& second, const Overlap& overlap,
                           const CopyOptions& options = {});

}  // namespace factbox::stories
