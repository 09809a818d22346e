#include "factboxes/choice/retold.h"

#include <algorithm>
#include <cmath>

namespace factbox::factboxes {
namespace {

constexpr std::size_t kLongestList = 400;  // tellings that have a word

class Retellings {
 public:
  explicit Retellings(std::span<const Telling> tellings) : tellings_(tellings) {
    Term past = 0;
    for (const auto& telling : tellings) {
      past = telling.terms.empty() ? past : std::max(past, telling.terms.back() + 1);
    }
    with_.resize(past);
    for (std::uint32_t i = 0; i < tellings.size(); ++i) {
      for (const auto term : tellings[i].terms) {
        with_[term].push_back(i);
      }
    }
    for (const auto& telling : tellings) {
      double weight = 0;
      for (const auto term : telling.terms) {
        weight += rarity(term);
      }
      weights_.push_back(weight);
    }
    shared_.resize(tellings.size());
    for (const auto& telling : tellings) {
      nearest_.resize(std::max<std::size_t>(nearest_.size(), telling.report + 1));
    }
  }

  Retold of(std::uint32_t index, std::size_t reports) {
    const auto& telling = tellings_[index];
    met_.clear();
    for (const auto term : telling.terms) {
      if (with_[term].size() > kLongestList) {
        continue;
      }
      for (const auto other : with_[term]) {
        if (shared_[other] == 0) {
          met_.push_back(other);
        }
        shared_[other] += rarity(term);
      }
    }
    for (const auto other : met_) {
      const double both = weights_[index] + weights_[other] - shared_[other];
      const double likeness = both > 0 ? shared_[other] / both : 0;
      shared_[other] = 0;
      auto& nearest = nearest_[tellings_[other].report];
      nearest = tellings_[other].report == telling.report ? 0 : std::max(nearest, likeness);
    }
    Retold retold;
    for (const auto other : met_) {
      auto& nearest = nearest_[tellings_[other].report];
      retold.alike += nearest;
      retold.nearest = std::max(retold.nearest, nearest);
      nearest = 0;
    }
    retold.alike /= static_cast<double>(std::max<std::size_t>(reports, 2) - 1);
    return retold;
  }

 private:
  [[nodiscard]] double rarity(Term term) const {
    return std::log1p(static_cast<double>(tellings_.size()) /
                      static_cast<double>(with_[term].size()));
  }

  std::span<const Telling> tellings_;
  std::vector<std::vector<std::uint32_t>> with_;  ///< tellings by term
  std::vector<double> weights_;
  std::vector<double> shared_;  ///< with each other telling, while one is looked at
  std::vector<std::uint32_t> met_;
  std::vector<double> nearest_;  ///< by report
};

}  // namespace

std::vector<Retold> find_retold(std::span<const Telling> tellings, std::size_t reports) {
  Retellings retellings{tellings};
  std::vector<Retold> found;
  found.reserve(tellings.size());
  for (std::uint32_t i = 0; i < tellings.size(); ++i) {
    found.push_back(retellings.of(i, reports));
  }
  return found;
}

}  // namespace factbox::factboxes
