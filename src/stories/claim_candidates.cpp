#include "stories/claim_candidates.h"

#include <algorithm>
#include <utility>

namespace factbox::stories {
namespace {

/// A proposition's words, the rarest first.
using RareFirst = std::vector<std::pair<std::size_t, ContentWord>>;
using WordIndex = std::unordered_map<WordKey, std::vector<std::uint32_t>>;

RareFirst rarest_first(const Proposition& proposition, WordIndex& with) {
  RareFirst words;
  for (const ContentWord& word : proposition.words) {
    words.emplace_back(with[word.key].size(), word);
  }
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

ClaimCandidates::ClaimCandidates(std::span<const Proposition> propositions, const Options& options)
    : before_(propositions.size()) {
  WordIndex with;
  for (std::uint32_t i = 0; i < propositions.size(); ++i) {
    for (const ContentWord& word : propositions[i].words) {
      with[word.key].push_back(i);
    }
  }
  std::vector<double> shared(propositions.size(), 0);
  for (std::uint32_t i = 0; i < propositions.size(); ++i) {
    const RareFirst words = rarest_first(propositions[i], with);
    double left = 0;
    for (const ContentWord& word : propositions[i].words) {
      left += word.weight;
    }
    // What all the words behind weigh can't be enough any more.
    const double enough = left * options.contained;
    std::vector<std::uint32_t> met;
    for (const auto& [times, word] : words) {
      if (left < enough || times > options.longest_list) {
        break;
      }
      const double weight = word.weight;
      left -= weight;
      for (const std::uint32_t other : with[word.key]) {
        if (other == i) {
          continue;
        }
        if (shared[other] == 0) {
          met.push_back(other);
        }
        shared[other] += weight;
      }
    }
    if (met.size() > options.most) {
      std::nth_element(met.begin(), met.begin() + static_cast<std::ptrdiff_t>(options.most),
                       met.end(), [&](std::uint32_t a, std::uint32_t b) {
                         return shared[a] != shared[b] ? shared[a] > shared[b] : a < b;
                       });
    }
    for (std::size_t k = 0; k < met.size(); ++k) {
      shared[met[k]] = 0;
      if (k < options.most) {
        before_[std::max(i, met[k])].push_back(std::min(i, met[k]));
      }
    }
  }
  for (auto& earlier : before_) {
    std::sort(earlier.begin(), earlier.end());
    earlier.erase(std::unique(earlier.begin(), earlier.end()), earlier.end());
  }
}

}  // namespace factbox::stories
