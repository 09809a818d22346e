#include "stories/likeness.h"

#include <algorithm>
#include <cmath>

namespace factbox::stories {
namespace {

constexpr double kFigureWeight = 1.2;

bool share_a_word(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](WordKey key) { return std::binary_search(b.begin(), b.end(), key); });
}

/// "abbas araghchi" and "kamal araghchi" are two; "araghchi" may be either.
bool persons_differ(const Proposition& a, const Proposition& b) {
  const auto last = [](const std::string& name) { return name.substr(name.rfind(' ') + 1); };
  for (const std::string& one : a.people) {
    for (const std::string& other : b.people) {
      if (last(one) != last(other) || one == other) {
        continue;
      }
      if (one.find(' ') == std::string::npos || other.find(' ') == std::string::npos) {
        continue;
      }
      if (one.front() != other.front()) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

void WordWeights::count(const Proposition& proposition) {
  ++propositions_;
  for (const ContentWord& word : proposition.words) {
    ++with_[word.key];
  }
}

void WordWeights::weigh(Proposition& proposition) const {
  for (ContentWord& word : proposition.words) {
    const auto with = with_.find(word.key);
    const double share = (with == with_.end() ? 0.0 : with->second) / (propositions_ + 30);
    word.weight = weight_of(word.kind) * std::clamp(-std::log(share + 0.002) / 4, 0.3, 1.5);
  }
}

double Likeness::containment() const {
  const double least = std::min(first, second);
  return least <= 0 ? 0 : shared / least;
}

double Likeness::agreement() const {
  return first + second <= 0 ? 0 : 2 * shared / (first + second);
}

double Likeness::coverage() const {
  const double most = std::max(first, second);
  return most <= 0 ? 0 : shared / most;
}

double Likeness::one_matter() const {
  return agreement();
}

Likeness compare(const Proposition& first, const Proposition& second) {
  Likeness likeness;
  double names_first = 0;
  double names_second = 0;
  double names_shared = 0;
  for (const ContentWord& word : first.words) {
    likeness.first += word.weight;
    if (word.kind == WordKind::name) {
      ++names_first;
    }
  }
  for (const ContentWord& word : second.words) {
    likeness.second += word.weight;
    if (word.kind == WordKind::name) {
      ++names_second;
    }
  }
  for (auto a = first.words.begin(), b = second.words.begin();
       a != first.words.end() && b != second.words.end();) {
    if (a->key == b->key) {
      likeness.shared += std::min(a->weight, b->weight);
      if (a->kind == WordKind::name || b->kind == WordKind::name) {
        ++names_shared;
      }
      ++a;
      ++b;
    } else if (a->key < b->key) {
      ++a;
    } else {
      ++b;
    }
  }
  // A figure that isn't everybody's tells as much as a name.
  for (const CountedThing& one : first.counts) {
    const bool met =
        one.low > 12 &&
        std::any_of(second.counts.begin(), second.counts.end(), [&](const CountedThing& other) {
          return other.low == one.low && other.high == one.high;
        });
    if (!met) {
      continue;
    }
    likeness.shared += kFigureWeight;
    likeness.first += kFigureWeight;
    likeness.second += kFigureWeight;
  }
  const double fewer = std::min(names_first, names_second);
  likeness.names_shared = fewer > 0 ? std::min(1.0, names_shared / fewer) : 0;
  likeness.names_differ = fewer > 0 && names_shared == 0;
  likeness.persons_differ = persons_differ(first, second);
  likeness.predicate = first.predicate != 0 && first.predicate == second.predicate;
  likeness.subject = share_a_word(first.subjects, second.subjects);
  likeness.object = share_a_word(first.objects, second.objects);
  likeness.crossed = !likeness.subject && !likeness.object && likeness.predicate &&
                     share_a_word(first.subjects, second.objects) &&
                     share_a_word(first.objects, second.subjects);
  if (first.event_first && first.event_past && second.event_first && second.event_past) {
    likeness.days_differ =
        *first.event_past <= *second.event_first || *second.event_past <= *first.event_first;
  }
  return likeness;
}

}  // namespace factbox::stories
