/// \file
/// What stands in a text and is no sentence of its news: datelines, headings, captions, initials.
///
/// What a report's first and last words say of its agency stands in its fields since intake
/// (`reports/dateline.h`, by the table of outlets); here is told where such words are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/byte_range.h"
#include "texts/sheet.h"

namespace factbox::texts {

/// "TEHRAN (Reuters) -" before a text's first words.
struct Dateline {
  TokenRange tokens;   ///< with its dash, and a note in front; empty where the text has none
  std::string agency;  ///< in its brackets, as written
};

/// Whether a paragraph begins with the token.
[[nodiscard]] bool begins_paragraph(const Sheet& words, Token token);

/// The dateline of a text.
[[nodiscard]] Dateline dateline_of(const Sheet& words);

/// The length in bytes of a dateline at the start of any words, a sentence's too: "GENEVA, May 3
/// (Reuters) – "; of a day that stands there: "20 July 2014 – "; 0 where none does.
[[nodiscard]] std::size_t dateline_length(std::string_view text);

/// The length in bytes of a heading at the start of a sentence, which wide spaces part from it; 0
/// where none is.
[[nodiscard]] std::size_t heading_length(std::string_view text);

/// "A firefighter walks past a car in Tadmor on June 2, 2031": news is told in the past, a picture
/// of a day in the present.
[[nodiscard]] bool is_caption(const Sheet& words, ByteRange sentence);

/// The bytes of initials at the end of `content` that tell who wrote it: "… the deal. NA/PA"; empty
/// where none are.
[[nodiscard]] ByteRange credit_initials(std::string_view text, ByteRange content);

}  // namespace factbox::texts
