/// \file
/// How two propositions stand to each other: the heart of claims and contradictions.
#pragma once

#include <optional>
#include <span>

#include "stories/likeness.h"
#include "stories/proposition.h"
#include "stories/story.h"

namespace factbox::stories {

struct RelationOptions {
  double one_matter = 0.33;    ///< agreement from which on two speak of one matter
  double or_contained = 0.55;  ///< or the containment that does it
  double same = 0.6;           ///< agreement of two that say the same
  double contained = 0.6;      ///< containment of what is said in what says more
  double opposed = 0.5;        ///< containment that a denial must have of what it denies
  double nearly_equal = 0.75;  ///< agreement of two that tell the same but for a figure or a day
  double clash = 0.42;         ///< agreement that two must have whose figures clash
  double one_claim = 0.72;     ///< agreement of two that may share a line
  double covered = 0.65;       ///< what each of them must have of the other's words
  double words = 2.0;          ///< weight of the words that two must share, at least
};

/// How two propositions stand to each other.
struct Related {
  Relation relation = Relation::different;
  std::optional<ContradictionKind> kind;  ///< of a contradiction
  double score = 0;                       ///< how surely they speak of one matter
  bool second_newer = false;              ///< of an update: the second replaces the first
  bool first_holds_more = false;          ///< of entails: the first says more than the second
};

/// Two propositions. `contradiction` is said only where both cannot be at once; a count that
/// moved with time is an `update`.
[[nodiscard]] Related relate(const Proposition& first, const Proposition& second,
                             const RelationOptions& options = {});

/// Two may share a line of a page: value, polarity, modality, time and actor are equal, and neither
/// names anybody whom the other leaves out. Stricter than Relation::same.
[[nodiscard]] bool are_one_claim(const Proposition& first, const Proposition& second,
                                 const RelationOptions& options = {});

/// The same named source speaks in both.
[[nodiscard]] bool same_speaker(const Proposition& first, const Proposition& second);

/// Two reports: the pair of their propositions that is most surely of one matter decides, and a
/// contradiction before a likeness.
[[nodiscard]] Related relate(std::span<const Proposition> first,
                             std::span<const Proposition> second,
                             const RelationOptions& options = {});

}  // namespace factbox::stories
