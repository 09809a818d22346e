/// \file
/// Who somebody is by the place where he stands in a sentence, whatever he is called.
#pragma once

#include "statements/sources/source_kind.h"

namespace factbox::statements {

/// Places around a claim.
enum class Place : std::uint8_t {
  speaks,   ///< "… said", "according to …": anybody
  reports,  ///< "…, citing an aide, reported", "according to …" of what another says
  told,   ///< "told …", "in an interview with …", "seen by …", "was quoted by … as saying"
  quotes  ///< "… quoted him as saying"
};

/// Whether whoever stands there carries the claim: an outlet by its words, or, where they tell
/// nothing else (a ministry, a party, a court, somebody's name), by the place. A table need not
/// have its name.
[[nodiscard]] bool carries_at(const Reading& reading, const NounPhrase& phrase, Place place);

/// A name that nothing is known of but that it is no person's, no country's and no body's by its
/// noun.
[[nodiscard]] bool is_bare_name(const Reading& reading, const NounPhrase& phrase);

}  // namespace factbox::statements
