/// \file
/// Which earlier propositions may be about the same matter, without comparing all with all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "stories/likeness.h"
#include "stories/proposition.h"

namespace factbox::stories {

/// Finds the pairs of propositions that share enough to be worth comparing.
///
/// Two of which one has `contained` of its words' weight in the other share at least one of the
/// rarest words that make up the rest of its weight; so only lists of rare words are walked. A word
/// that very many have is not walked, and a proposition has at most `most` candidates, those that
/// share most: so the cost stays near linear on any text.
class ClaimCandidates {
 public:
  struct Options {
    double contained = 0.42;         ///< what pairs are sure to be found
    std::size_t longest_list = 600;  ///< propositions that have a word
    std::size_t most = 64;           ///< candidates of one proposition
  };

  ClaimCandidates(std::span<const Proposition> propositions, const Options& options);
  explicit ClaimCandidates(std::span<const Proposition> propositions)
      : ClaimCandidates(propositions, Options{}) {}

  /// The propositions before `index` that it may be compared with, in order.
  [[nodiscard]] const std::vector<std::uint32_t>& before(std::uint32_t index) const {
    return before_[index];
  }

 private:
  std::vector<std::vector<std::uint32_t>> before_;
};

}  // namespace factbox::stories
