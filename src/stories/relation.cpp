#include "stories/relation.h"

#include <algorithm>
#include <chrono>
#include <functional>

#include "stories/counts.h"

namespace factbox::stories {
namespace {

using statements::Modality;

constexpr std::chrono::hours kSameDay{20};

/// The days of the reports differ, and both are known.
bool days_passed(const Proposition& a, const Proposition& b) {
  if (!a.published_first || !b.published_first) {
    return false;
  }
  return *a.published_past <= *b.published_first || *b.published_past <= *a.published_first ||
         (*a.published_first > *b.published_first
              ? *a.published_first - *b.published_first
              : *b.published_first - *a.published_first) >= kSameDay;
}

/// The reports came so near to each other that neither count is a later one.
bool one_day(const Proposition& a, const Proposition& b) {
  if (!a.published_first || !b.published_first) {
    return false;
  }
  const auto apart = *a.published_first - *b.published_first;
  return apart < kSameDay && -apart < kSameDay;
}

bool second_is_newer(const Proposition& a, const Proposition& b) {
  return a.published_first && b.published_first && *b.published_first > *a.published_first;
}

/// One pair of propositions, looked at from all sides.
class PairOfClaims {
 public:
  PairOfClaims(const Proposition& a, const Proposition& b, const RelationOptions& options)
      : a_(a),
        b_(b),
        options_(options),
        likeness_(compare(a, b)),
        counts_(compare_counts(a.counts, b.counts)) {}

  [[nodiscard]] Related judge() const {
    Related related;
    related.score = likeness_.one_matter();
    if (!one_matter()) {
      return related;
    }
    // "Not only" may be read as a denial: scope comes first.
    const auto kind = scope() ? std::optional{ContradictionKind::scope} : opposed();
    if (kind) {
      related.relation = Relation::contradiction;
      related.kind = kind;
      return related;
    }
    if (a_.negative != b_.negative) {
      return related;
    }
    if (counts_.clashes > 0) {
      return by_counts(related);
    }
    if (other_day()) {
      related.relation = Relation::contradiction;
      related.kind = ContradictionKind::time;
      return related;
    }
    if (likeness_.days_differ || a_.modality != b_.modality) {
      return related;
    }
    return by_words(related);
  }

  [[nodiscard]] bool may_share_a_line() const {
    if (judge().relation != Relation::same) {
      return false;
    }
    const bool alike = likeness_.agreement() >= options_.one_claim &&
                       (likeness_.predicate || likeness_.agreement() > 0.99);
    const bool marks = a_.only == b_.only && a_.not_only == b_.not_only && a_.all_of == b_.all_of &&
                       a_.part_of == b_.part_of;
    return alike && marks && likeness_.coverage() >= options_.covered &&
           counts_.equal == counts_.met && !other_actor() && !names_beyond(a_, b_) &&
           a_.denial == b_.denial;
  }

 private:
  [[nodiscard]] bool one_matter() const {
    if (likeness_.persons_differ || likeness_.crossed) {
      return false;
    }
    if (likeness_.shared < options_.words) {
      return false;
    }
    return likeness_.agreement() >= options_.one_matter ||
           likeness_.containment() >= options_.or_contained;
  }

  /// One says that it is so, the other that it isn't.
  [[nodiscard]] std::optional<ContradictionKind> opposed() const {
    if (likeness_.days_differ || a_.ought != b_.ought) {
      return std::nullopt;
    }
    if (a_.denial != b_.denial && a_.negative != b_.negative) {
      const bool denied = a_.denial ? denies(a_, b_) : denies(b_, a_);
      return denied ? std::optional{ContradictionKind::denial} : std::nullopt;
    }
    const bool opposite = a_.predicate != 0 && a_.predicate == b_.opposite &&
                          a_.negative == b_.negative && !days_passed(a_, b_);
    const bool against = opposite || (a_.negative != b_.negative && likeness_.predicate);
    // Of several sentences nobody knows which one is negative.
    if (!against || a_.sentences > 1 || b_.sentences > 1) {
      return std::nullopt;
    }
    if (likeness_.containment() < options_.opposed || !same_roles()) {
      return std::nullopt;
    }
    return ContradictionKind::negation;
  }

  /// What one denies is what the other says: who did what to whom, or most of the words.
  [[nodiscard]] bool denies(const Proposition& denial, const Proposition& other) const {
    if (other.sentences > 1 || likeness_.containment() < options_.opposed) {
      return false;
    }
    if (likeness_.predicate) {
      return same_roles();
    }
    const auto told = [&](const std::vector<WordKey>& keys) {
      return keys.empty() ||
             std::any_of(keys.begin(), keys.end(), [&](WordKey key) { return other.has(key); });
    };
    return likeness_.agreement() >= options_.same && other.has(denial.predicate) &&
           told(denial.subjects) && told(denial.objects);
  }

  /// The same ones do it, to the same; where one of them is left out, the rest must be the same.
  [[nodiscard]] bool same_roles() const {
    const auto meet = [](const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
      return std::any_of(a.begin(), a.end(),
                         [&](WordKey key) { return std::binary_search(b.begin(), b.end(), key); });
    };
    const auto part = [](const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
      return !a.empty() && !b.empty();
    };
    if (part(a_.subjects, b_.subjects) && !likeness_.subject) {
      return false;
    }
    if (a_.acted_on != b_.acted_on && a_.acted_on != 0 && b_.acted_on != 0) {
      return false;
    }
    if (part(a_.objects, b_.objects)) {
      return likeness_.object;
    }
    if (part(a_.surroundings, b_.surroundings) && !meet(a_.surroundings, b_.surroundings)) {
      return false;
    }
    return likeness_.subject && a_.objects.empty() == b_.objects.empty();
  }

  [[nodiscard]] Related by_counts(Related related) const {
    const bool told_of_days =
        (likeness_.days_differ || other_period()) && !a_.running && !b_.running;
    if (told_of_days || a_.modality != b_.modality || a_.adding != b_.adding) {
      return related;
    }
    if (rival_counts()) {
      related.relation = Relation::contradiction;
      related.kind = ContradictionKind::number;
      return related;
    }
    const bool going_on = a_.running || b_.running || a_.perfect || b_.perfect ||
                          same_speaker(a_, b_) || likeness_.days_differ;
    const bool nearly_equal = likeness_.agreement() >= options_.nearly_equal;
    if (going_on || (days_passed(a_, b_) && !nearly_equal)) {
      related.relation = Relation::update;
      related.second_newer = days_passed(a_, b_) ? second_is_newer(a_, b_) : counts_.grows;
    } else if (likeness_.agreement() >= options_.clash && !other_actor() &&
               !likeness_.names_differ) {
      related.relation = Relation::contradiction;
      related.kind = ContradictionKind::number;
    }
    return related;
  }

  /// Two who count for themselves give one thing otherwise on one day: none of them is newer.
  [[nodiscard]] bool rival_counts() const {
    const bool counters = a_.voice != 0 && b_.voice != 0 && a_.voice != b_.voice &&
                          !a_.speaker.empty() && !b_.speaker.empty() && !same_speaker(a_, b_);
    return counters && !a_.running && !b_.running && one_day(a_, b_) && !likeness_.days_differ &&
           !likeness_.names_differ && likeness_.agreement() >= options_.clash && !other_actor();
  }

  /// What each counts lies in a time of its own: "in nine months", "in ten months".
  [[nodiscard]] bool other_period() const {
    const auto meet = [](const auto& a, const auto& b, const auto& one) {
      return std::any_of(a.begin(), a.end(), [&](const auto& x) {
        return std::any_of(b.begin(), b.end(), [&](const auto& y) { return one(x, y); });
      });
    };
    const bool periods = !a_.periods.empty() && !b_.periods.empty() &&
                         !meet(a_.periods, b_.periods, std::equal_to<>{});
    const bool days =
        !a_.dates.empty() && !b_.dates.empty() &&
        !meet(a_.dates, b_.dates, [](const auto& x, const auto& y) { return !apart(x, y); });
    return periods || days;
  }

  /// "Only water" against "not only water"; all of them against some of them.
  [[nodiscard]] bool scope() const {
    if (likeness_.days_differ) {
      return false;
    }
    const auto meet = [](WordKey a, WordKey b) { return a != 0 && a == b; };
    if (meet(a_.only, b_.not_only) || meet(b_.only, a_.not_only)) {
      return true;
    }
    if (!likeness_.predicate || likeness_.agreement() < options_.same) {
      return false;
    }
    return meet(a_.all_of, b_.part_of) || meet(b_.all_of, a_.part_of) ||
           (a_.only != 0 && b_.only != 0 && a_.only != b_.only);
  }

  /// Somebody else does the same: "the committee recommended", "the commissioner recommended".
  [[nodiscard]] bool other_actor() const {
    return likeness_.predicate && !likeness_.subject && !a_.subjects.empty() &&
           !b_.subjects.empty();
  }

  /// Told in nearly the same words, and of another day.
  [[nodiscard]] bool other_day() const {
    if (likeness_.agreement() < options_.nearly_equal || a_.modality != b_.modality) {
      return false;
    }
    return std::any_of(a_.dates.begin(), a_.dates.end(), [&](const DatedThing& one) {
      return std::any_of(b_.dates.begin(), b_.dates.end(), [&](const DatedThing& other) {
        return one.event != 0 && one.event == other.event && one.exact && other.exact &&
               apart(one, other) && alone(one, b_.dates) && alone(other, a_.dates);
      });
    });
  }

  [[nodiscard]] static bool apart(const DatedThing& one, const DatedThing& other) {
    return one.past <= other.first || other.past <= one.first;
  }

  /// None of the dates is, or may be, the same.
  [[nodiscard]] static bool alone(const DatedThing& one, const std::vector<DatedThing>& dates) {
    return std::all_of(dates.begin(), dates.end(),
                       [&](const DatedThing& other) { return apart(one, other); });
  }

  /// One names somebody whom the other leaves out.
  [[nodiscard]] static bool names_beyond(const Proposition& a, const Proposition& b) {
    const auto lacks = [](const Proposition& one, const Proposition& other) {
      return std::any_of(one.words.begin(), one.words.end(), [&](const ContentWord& word) {
        return word.kind == WordKind::name && !other.has(word.key);
      });
    };
    return lacks(a, b) || lacks(b, a);
  }

  [[nodiscard]] Related by_words(Related related) const {
    related.first_holds_more = likeness_.first > likeness_.second;
    const bool voices = (a_.own_voice || b_.own_voice) && !same_speaker(a_, b_);
    if (voices) {
      return related;
    }
    if (likeness_.agreement() >= options_.same && counts_.alone == 0) {
      related.relation = Relation::same;
    } else if (likeness_.containment() >= options_.contained) {
      related.relation = Relation::entails;
    }
    return related;
  }

  const Proposition& a_;
  const Proposition& b_;
  const RelationOptions& options_;
  Likeness likeness_;
  CountsCompared counts_;
};

}  // namespace

bool same_speaker(const Proposition& first, const Proposition& second) {
  const auto shared = std::count_if(first.speaker.begin(), first.speaker.end(), [&](WordKey key) {
    return std::binary_search(second.speaker.begin(), second.speaker.end(), key);
  });
  // "Araghchi" and "Abbas Araghchi" are one; "the harbor union" and "the drivers' union" aren't.
  return shared > 0 &&
         static_cast<std::size_t>(shared) == std::min(first.speaker.size(), second.speaker.size());
}

bool are_one_claim(const Proposition& first, const Proposition& second,
                   const RelationOptions& options) {
  if (first.wording == second.wording) {
    const bool voices = (first.own_voice || second.own_voice) && first.voice != second.voice;
    return (!voices || same_speaker(first, second)) && first.modality == second.modality &&
           first.negative == second.negative && first.denial == second.denial;
  }
  return PairOfClaims{first, second, options}.may_share_a_line();
}

Related relate(const Proposition& first, const Proposition& second,
               const RelationOptions& options) {
  return PairOfClaims{first, second, options}.judge();
}

Related relate(std::span<const Proposition> first, std::span<const Proposition> second,
               const RelationOptions& options) {
  const auto rank = [](Relation relation) {
    switch (relation) {
      case Relation::contradiction:
        return 4;
      case Relation::update:
        return 3;
      case Relation::same:
        return 2;
      case Relation::entails:
        return 1;
      case Relation::different:
        return 0;
    }
    return 0;
  };
  Related best;
  double score = 0;
  for (const Proposition& a : first) {
    for (const Proposition& b : second) {
      const Related related = relate(a, b, options);
      score = std::max(score, related.score);
      if (rank(related.relation) > rank(best.relation)) {
        best = related;
      }
    }
  }
  best.score = score;
  return best;
}

}  // namespace factbox::stories
