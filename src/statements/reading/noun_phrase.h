/// \file
/// The words that name a source.
#pragma once

#include <vector>

#include "statements/reading/reading.h"

namespace factbox::statements {

/// "Foreign Minister Abbas Araghchi", "a senior official at the ministry": determiner, titles and
/// appositions, without relative clauses, without when it was said.
struct NounPhrase {
  Token head = kNoToken;
  TokenRange tokens;
};

/// The phrase around `head`, no further left than `from` and no further right than `past`.
[[nodiscard]] NounPhrase phrase_of(const Reading& reading, Token head, Token from, Token past);

/// The phrase and those joined to it by "and", each by itself: two names, or two nouns each with a
/// determiner of its own. "The rector and dean" is one.
[[nodiscard]] std::vector<NounPhrase> parallel_phrases(const Reading& reading, Token head,
                                                       Token from, Token past);

}  // namespace factbox::statements
