/// \file
/// A statement as what can be compared: what is said of whom, how many, when, and how it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "mentions/mentions.h"
#include "statements/read_report.h"
#include "stories/word_keys.h"

namespace factbox::stories {

enum class WordKind : std::uint8_t { name, noun, verb, adjective, other };

struct ContentWord {
  WordKey key = 0;
  WordKind kind = WordKind::noun;
  std::uint32_t token = 0;  ///< the first that has it
  double weight = 0;        ///< how much it tells; by its class, until WordWeights weigh it
  friend auto operator<=>(const ContentWord&, const ContentWord&) = default;
};

/// How much words of a class tell of what a claim is about.
[[nodiscard]] double weight_of(WordKind kind);

/// A figure and what it counts: "killing two people" is 2 of person by kill.
struct CountedThing {
  double low = 0;
  double high = 0;
  mentions::Bound bound = mentions::Bound::equal;
  bool at_least = false;        ///< "at least": in counts of victims, the count as it stands
  WordKey unit = 0;             ///< 0: none stated
  WordKey event = 0;            ///< the verb or the noun of happening that it hangs on; or 0
  bool people = false;          ///< counts people, or nothing that is named
  std::vector<WordKey> beside;  ///< names and kinds that narrow what is counted
};

/// A day or another time, and what was then.
struct DatedThing {
  Instant first, past;
  WordKey event = 0;   ///< the word that it hangs on; or 0
  bool exact = false;  ///< a day by its number ("May 8"), not one told from the report's own day
};

/// What a statement claims.
struct Proposition {
  std::uint64_t wording = 0;       ///< of all its words: equal for equal wordings
  std::vector<ContentWord> words;  ///< by key, each once
  std::vector<CountedThing> counts;
  std::vector<DatedThing> dates;
  std::vector<std::uint64_t> periods;  ///< sorted; how long: "in nine months", "every week"
  std::vector<std::string> people;     ///< full names, folded, of the persons in it
  WordKey predicate = 0;               ///< of the main clause; 0: none found
  WordKey opposite = 0;                ///< the predicate that can't be together with it; or 0
  std::vector<WordKey> subjects;       ///< sorted; of the passive, who acted
  std::vector<WordKey> objects;        ///< sorted; of the passive, to whom it was done
  WordKey acted_on = 0;                ///< the head of the object of an active clause; or 0
  std::vector<WordKey> surroundings;   ///< sorted; what the predicate's prepositions bring
  bool negative = false;               ///< says that it is not so
  bool denial = false;                 ///< says so against somebody who said that it is
  statements::Modality modality = statements::Modality::asserted;  ///< asserted for denials
  bool perfect = false;     ///< "has killed": a state that goes on
  bool ought = false;       ///< "should", "must": what ought to be is not what is
  bool own_voice = false;   ///< "we", "to go": holds for who says it
  std::uint64_t voice = 0;  ///< of the words that name or describe who said it; 0: the outlet
  /// The words of the name of who said it, sorted; none for the outlet and for unnamed sources.
  std::vector<WordKey> speaker;
  std::string outlet;
  std::optional<Instant> event_first, event_past;  ///< of the event, where it is said
  std::optional<Instant> published_first, published_past;
  bool running = false, adding = false, corrects = false;  ///< by ClaimMark
  bool notice = false;          ///< corrects what was published: "an article misstated …"
  WordKey only = 0;             ///< nothing beside this: "only water"; or 0
  WordKey not_only = 0;         ///< this and more: "not only water"; or 0
  WordKey all_of = 0;           ///< every one of them; or 0
  WordKey part_of = 0;          ///< some of them; or 0
  std::uint32_t sentences = 0;  ///< of the content
  bool relays = false;          ///< only carries another statement

  [[nodiscard]] bool has(WordKey key) const;
};

}  // namespace factbox::stories
