/// \file
/// Words of a text as readers count them, with their places.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace factbox::factboxes {

/// A run of letters and digits; an apostrophe within one belongs to it ("isn't"), but the
/// possessive is a word of its own ("Iran", "'s"). Commas and points between digits belong to the
/// number ("3.5", "1,200").
struct Word {
  ByteRange range;
  std::string folded;  ///< in lower case (ASCII), with straight apostrophes
};

[[nodiscard]] std::vector<Word> words_of(std::string_view text);

/// The last of them, folded; empty where there is none.
[[nodiscard]] std::string last_word(std::string_view text);

/// The folded words, joined by single spaces, with a space before and behind: a phrase `p` stands
/// in it as words where " p " is found.
[[nodiscard]] std::string folded(std::string_view text);

/// In small letters, as lemmas are; what isn't ASCII stays.
[[nodiscard]] std::string low(std::string_view word);

/// True where the folded words of `phrase` stand in `text` one after another.
[[nodiscard]] bool holds_phrase(std::string_view text, std::string_view phrase);

/// The text with the words of `phrase` blanked wherever they stand one after another, whatever
/// their capitals.
[[nodiscard]] std::string without_phrase(std::string text, std::string_view phrase);

/// Sentences by their marks: a stop, question or exclamation mark, closing quotation marks and
/// brackets behind it, then a space and something that isn't a small letter. Initials and the
/// usual abbreviations ("U.S.", "Mr.", "No.") don't end one.
[[nodiscard]] std::vector<ByteRange> sentences_of(std::string_view text);

/// Code points in UTF-8.
[[nodiscard]] std::size_t length_of(std::string_view text);

}  // namespace factbox::factboxes
