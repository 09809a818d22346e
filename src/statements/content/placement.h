/// \file
/// Where the words stand that a source clause attributes.
#pragma once

#include <cstdint>
#include <vector>

#include "statements/sources/source_clause.h"

namespace factbox::statements {

/// What a source clause attributes: one range a sentence or piece, in the order of the text.
struct Placement {
  std::vector<TokenRange> content;
  bool quotation = false;  ///< taken from quotation marks as a whole
  bool mixed = false;      ///< partly in quotation marks
  bool clean = true;       ///< parse and punctuation agree
  [[nodiscard]] bool found() const { return !content.empty(); }
};

/// Which shapes a cue allows.
struct Shapes {
  bool clause = true;  ///< words without quotation marks
  bool quote = true;
};

/// Finds what `clause` attributes: the quotation or clause before it ("…, he said"), behind it
/// ("he said that …", "he said: …"), or on both sides ("…, he said, …").
[[nodiscard]] Placement place_content(const Reading& reading, const SourceClause& clause,
                                      Shapes shapes);

/// The words of one of the reading's quotations, by its index.
[[nodiscard]] std::vector<TokenRange> quoted_words(const Reading& reading, std::int32_t quotation);

/// Ends of sentences part a range.
[[nodiscard]] std::vector<TokenRange> by_sentence(const Reading& reading, TokenRange range);

}  // namespace factbox::statements
