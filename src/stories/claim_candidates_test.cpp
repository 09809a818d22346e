#include "stories/claim_candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "stories/likeness.h"

namespace factbox::stories {
namespace {

Proposition of(std::vector<WordKey> keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  Proposition made;
  for (const WordKey key : keys) {
    made.words.push_back({key, WordKind::noun, 0});
  }
  return made;
}

/// Words as in news: few are everywhere, most are rare.
std::vector<Proposition> any_propositions(std::size_t many, unsigned seed) {
  std::mt19937 random{seed};
  std::vector<Proposition> made;
  for (std::size_t i = 0; i < many; ++i) {
    std::vector<WordKey> keys;
    const std::size_t length = 3 + random() % 8;
    for (std::size_t k = 0; k < length; ++k) {
      keys.push_back(1 + random() % (1 + random() % 60));
    }
    made.push_back(of(std::move(keys)));
  }
  return made;
}

TEST(ClaimCandidates, FindWhatComparingAllFinds) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    auto propositions = any_propositions(60, seed);
    WordWeights weights;
    for (const auto& proposition : propositions) {
      weights.count(proposition);
    }
    for (auto& proposition : propositions) {
      weights.weigh(proposition);
    }
    const ClaimCandidates::Options options;
    const ClaimCandidates candidates{propositions, options};
    for (std::uint32_t later = 0; later < propositions.size(); ++later) {
      for (std::uint32_t earlier = 0; earlier < later; ++earlier) {
        const Likeness likeness = compare(propositions[earlier], propositions[later]);
        if (likeness.containment() <= options.contained) {
          continue;
        }
        const auto& found = candidates.before(later);
        EXPECT_TRUE(std::binary_search(found.begin(), found.end(), earlier))
            << "seed " << seed << ": " << earlier << " and " << later;
      }
    }
  }
}

TEST(ClaimCandidates, ThatAreAllAlikeAreFew) {
  std::vector<Proposition> propositions(5'000, of({1, 2, 3}));
  WordWeights weights;
  for (const auto& proposition : propositions) {
    weights.count(proposition);
  }
  for (auto& proposition : propositions) {
    weights.weigh(proposition);
  }
  const ClaimCandidates candidates{propositions};
  std::size_t pairs = 0;
  for (std::uint32_t i = 0; i < propositions.size(); ++i) {
    pairs += candidates.before(i).size();
  }
  EXPECT_LE(pairs, propositions.size() * ClaimCandidates::Options{}.most);
}

}  // namespace
}  // namespace factbox::stories
