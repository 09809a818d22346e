#include "stories/counts.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace factbox::stories {
namespace {

using mentions::Bound;

constexpr double kAbout = 0.1;      // how far "about" reaches
constexpr double kRounding = 0.02;  // how far a round figure may lie from a plain one
constexpr double kNoEnd = std::numeric_limits<double>::infinity();

/// The values that a figure allows.
struct Span {
  double low = 0;
  double high = 0;
};

Span allowed(const CountedThing& counted) {
  switch (counted.bound) {
    case Bound::about:
      return {counted.low * (1 - kAbout), counted.high * (1 + kAbout)};
    case Bound::above:
      if (counted.at_least) {
        return {counted.low, counted.high};
      }
      return {counted.low, kNoEnd};
    case Bound::below:
      return {0, counted.high};
    case Bound::equal:
    case Bound::up:
    case Bound::down:
      break;
  }
  return {counted.low, counted.high};
}

/// True for figures with few digits that count: 3 million, 7,000, 150.
bool is_round(double value) {
  if (value < 100) {
    return false;
  }
  while (value >= 100) {
    value /= 10;
  }
  return value == static_cast<double>(static_cast<long long>(value));
}

bool share(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](WordKey key) { return std::find(b.begin(), b.end(), key) != b.end(); });
}

bool changes(Bound bound) {
  return bound == Bound::up || bound == Bound::down;
}

}  // namespace

bool count_one_thing(const CountedThing& first, const CountedThing& second) {
  if (changes(first.bound) != changes(second.bound)) {
    return false;
  }
  if (!first.beside.empty() && !second.beside.empty() && !share(first.beside, second.beside)) {
    return false;
  }
  const bool same_unit = first.unit != 0 && first.unit == second.unit;
  const bool same_event = first.event != 0 && first.event == second.event;
  if (same_unit) {
    // Twelve fishermen killed and forty injured: what befell them must be the same, or not be told.
    return same_event || first.event == 0 || second.event == 0;
  }
  // "157 deaths" and "171 people were killed": the unit of one is the event of the other.
  if (first.unit != 0 && first.unit == second.event && second.people) {
    return true;
  }
  if (second.unit != 0 && second.unit == first.event && first.people) {
    return true;
  }
  return same_event && (first.people || second.people);
}

bool can_both_be(const CountedThing& first, const CountedThing& second) {
  const Span a = allowed(first);
  const Span b = allowed(second);
  if (a.low <= b.high && b.low <= a.high) {
    return true;
  }
  const double gap = a.low > b.high ? a.low - b.high : b.low - a.high;
  const double size = std::max(a.low, b.low);
  return (is_round(first.low) || is_round(second.low)) && gap <= kRounding * size;
}

bool equal_counts(const CountedThing& first, const CountedThing& second) {
  return first.low == second.low && first.high == second.high && first.bound == second.bound &&
         first.at_least == second.at_least;
}

CountsCompared compare_counts(std::span<const CountedThing> first,
                              std::span<const CountedThing> second) {
  CountsCompared compared;
  compared.grows = true;
  compared.shrinks = true;
  std::vector<bool> taken(second.size(), false);
  std::vector<std::size_t> left;
  const auto pair_up = [&](std::size_t i, const auto& fits) -> std::optional<std::size_t> {
    for (std::size_t k = 0; k < second.size(); ++k) {
      if (!taken[k] && count_one_thing(first[i], second[k]) && fits(first[i], second[k])) {
        taken[k] = true;
        return k;
      }
    }
    return std::nullopt;
  };
  // Figures that can both be right are paired before those that clash.
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (const auto k = pair_up(i, can_both_be)) {
      ++compared.met;
      if (equal_counts(first[i], second[*k])) {
        ++compared.equal;
      }
    } else {
      left.push_back(i);
    }
  }
  for (const std::size_t i : left) {
    if (const auto k = pair_up(i, [](const auto&, const auto&) { return true; })) {
      ++compared.clashes;
      if (second[*k].high <= first[i].low) {
        compared.grows = false;
      }
      if (second[*k].low >= first[i].high) {
        compared.shrinks = false;
      }
    } else {
      ++compared.alone;
    }
  }
  compared.alone += static_cast<std::size_t>(std::count(taken.begin(), taken.end(), false));
  if (compared.clashes == 0) {
    compared.grows = compared.shrinks = false;
  }
  return compared;
}

}  // namespace factbox::stories
