/// \file
/// How surely two propositions speak of one matter.
#pragma once

#include <unordered_map>

#include "stories/proposition.h"

namespace factbox::stories {

/// How much a word tells of what a claim is about, within one story: rare words tell more.
class WordWeights {
 public:
  /// Counts one proposition of the story.
  void count(const Proposition& proposition);
  /// Once all are counted.
  void weigh(Proposition& proposition) const;

 private:
  double propositions_ = 0;
  std::unordered_map<WordKey, double> with_;
};

/// What two propositions share.
struct Likeness {
  double shared = 0;  ///< weight of the words that both have
  double first = 0;   ///< weight of the first one's words
  double second = 0;
  double names_shared = 0;    ///< of the names of the one that has fewer, the share that both have
  bool names_differ = false;  ///< both name somebody or something, and none is the same
  bool persons_differ = false;  ///< both name a person by one last name and other first names
  bool predicate = false;       ///< the same main verb
  bool subject = false;         ///< the subjects share a word
  bool object = false;
  bool crossed = false;      ///< who acts in one is acted on in the other
  bool days_differ = false;  ///< both say when it was, and those times don't touch

  /// The share of the shorter one's words that the other has.
  [[nodiscard]] double containment() const;
  /// The share of all words that both have.
  [[nodiscard]] double agreement() const;
  /// The share of the longer one's words that the other has.
  [[nodiscard]] double coverage() const;
  /// From 0 to 1: how surely they speak of one matter.
  [[nodiscard]] double one_matter() const;
};

[[nodiscard]] Likeness compare(const Proposition& first, const Proposition& second);

}  // namespace factbox::stories
