/// \file
/// What the rules about verbs share: which cue a verb is, and whether it stands so that it counts.
#pragma once

#include "statements/attribution.h"
#include "statements/sources/source_clause.h"

namespace factbox::statements {

/// The cue that the verb is when it is taken in `frame`; null if none. With its particle, if the
/// table has it with one.
[[nodiscard]] const Cue* cue_of(const Reading& reading, Token verb, std::uint16_t frames);

/// The bits of several frames.
template <class... F>
[[nodiscard]] constexpr std::uint16_t frames(F... frame) {
  return static_cast<std::uint16_t>((static_cast<std::uint16_t>(frame) | ...));
}

/// Whether something was said at all: not "refused to say", "did not say", "may say", a participle
/// that only describes, a passive.
[[nodiscard]] bool was_done(const Reading& reading, Token verb);

/// Whether the source is one of the quotation's own ("I", "we" inside quotation marks).
[[nodiscard]] bool speaks_of_itself(const Reading& reading, const SourceClause& clause);

/// An attribution by the clause of a verb, all but its content.
[[nodiscard]] Attribution begin_attribution(const Reading& reading, const SourceClause& clause,
                                            const Cue& cue);

/// How much less sure one may be of a verb's attribution for where and how it stands.
[[nodiscard]] double clause_trust(const Reading& reading, const SourceClause& clause);

/// "Declined to renew it", "asked the court to close the case": what is done, not said. With a
/// finite clause behind it the same verb tells something ("asked whether").
[[nodiscard]] bool is_deed(const Reading& reading, Token verb);

}  // namespace factbox::statements
