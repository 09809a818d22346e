/// \file
/// "…, Reuters reported on Monday": the clause around a verb that attributes.
#pragma once

#include <optional>
#include <vector>

#include "statements/reading/noun_phrase.h"

namespace factbox::statements {

/// The verb of a source clause with what belongs to it.
struct SourceClause {
  Token verb = kNoToken;             ///< that what is said hangs on ("saying")
  Token main = kNoToken;             ///< that the clause hangs on ("quoted … as saying"), or verb
  std::vector<NounPhrase> subjects;  ///< empty: none stands with it, or it is the cue's own matter
  std::vector<NounPhrase> audience;  ///< "told reporters"
  TokenRange tokens;                 ///< from the subject to where what is said could begin
  std::vector<TokenRange> cue_words;  ///< the verb with auxiliaries, particle, "in a statement"
  bool inverted = false;              ///< "said the minister"
  bool borrowed_subject = false;      ///< "…, adding that": the subject is that of another verb
};

/// Who or what is the verb's subject: its own, that of the verb that it is joined to or hangs on
/// ("…, adding"), the noun that it describes ("a statement saying", "the minister, who said").
struct Subject {
  Token head = kNoToken;
  bool borrowed = false;
  bool inverted = false;
};
[[nodiscard]] Subject subject_of(const Reading& reading, Token verb);

/// The clause of `verb`, which tells somebody where `told`.
[[nodiscard]] SourceClause source_clause(const Reading& reading, Token verb, bool told);

/// Goes on from `from` over what may stand between a verb and what it reports: its particle,
/// adverbs, when and where and to whom it was said.
[[nodiscard]] Token past_circumstances(const Reading& reading, Token verb, Token from);

/// "Did not say", "neither confirmed nor denied".
[[nodiscard]] bool is_negated(const Reading& reading, const Clause& clause);

}  // namespace factbox::statements
