/// \file
/// Who does what in a clause, and how its verb stands: read once, for all stages.
#pragma once

#include <array>
#include <cstdint>

#include "texts/sheet.h"

namespace factbox::texts {

/// What the word that has tense shows by its form. That "will" puts a clause ahead is for the lists
/// of a stage, by `Clause::modal`.
enum class VerbTense : std::uint8_t { none, past, present };

enum class Voice : std::uint8_t { active, passive };

/// How a verb stands in its clause, by its form and its helpers.
enum class Mood : std::uint8_t {
  none,        ///< a participle by itself: "the man shot", "leaving"
  told,        ///< with tense: "left", "has left"
  modal,       ///< behind a modal: "may leave"
  infinitive,  ///< behind "to"
  bare         ///< an order, or what is let happen: "leave", "[let him] leave"
};

/// A verb and what belongs to it, each by its place in the sheet; kNoToken for what isn't there.
///
/// "The pier was not closed by police" has the verb "closed", the subject "pier", the finite "was",
/// the negation "not", the agent "police"; it is passive, past and told. What hangs on another verb
/// that this one is joined to or hangs on is not its own: who "adding" is said of, rules find out.
/// Words are told apart by link and form alone; what they mean, the lists of a stage say.
struct Clause {
  Token verb = kNoToken;
  Token subject = kNoToken;   ///< the nearest before the verb, else the first behind it
  Token stand_in = kNoToken;  ///< in a subject's place: "there", or a whole clause
  Token object = kNoToken;
  Token predicate = kNoToken;  ///< what is said of the subject or object: "is open", "a lawyer"
  Token agent = kNoToken;      ///< behind the "by" of a passive: "police"
  Token marker = kNoToken;     ///< "that", "if" in front
  Token negation = kNoToken;   ///< "not"
  Token finite = kNoToken;     ///< what has tense: the verb ("left") or a helper ("has left")
  Token modal = kNoToken;      ///< nearest before the verb: "may", or an infinitive's "to"
  /// "would", "have", "been": the first that hang on the verb.
  std::array<Token, 4> helpers{kNoToken, kNoToken, kNoToken, kNoToken};
  Link subject_link = Link::none;  ///< subject or passive subject
  VerbTense tense = VerbTense::none;
  Voice voice = Voice::active;
  Mood mood = Mood::none;
  /// "Has left", "had left", "to have left": over by then.
  bool perfect = false;

  [[nodiscard]] bool has_subject() const { return subject != kNoToken || stand_in != kNoToken; }
  friend bool operator==(const Clause&, const Clause&) = default;
};

/// Reads the clause of a verb; of any other word, what hangs on it as on a verb (the parser makes
/// heads of nouns too). Looks at the first 64 words that hang on it, since some lists have no end.
[[nodiscard]] Clause clause_of(const Sheet& sheet, Token verb);

}  // namespace factbox::texts
