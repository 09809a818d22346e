/// \file
/// A line on its way: pieces of words, each with what vouches for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "factboxes/factbox.h"

namespace factbox::factboxes {

/// Some words of a line: bytes of a report, a date or a name that stands for such bytes, or words
/// of the frame. A line is made only from pieces, and so every word of it is traced.
struct Piece {
  std::string words;
  std::optional<Evidence> evidence;     ///< none: frame words, or the name of a report's outlet
  std::optional<std::uint32_t> person;  ///< a name that is printed in full or by the surname
};

using Wording = std::vector<Piece>;

/// "6 a.m.", "the U.S.": the stop at the end is the word's own, and stays before a comma.
[[nodiscard]] bool ends_abbreviated(std::string_view text);

/// A piece of frame words.
[[nodiscard]] Piece frame(std::string_view words);

/// The text of the pieces: white space and marks between them put right, the first letter a
/// capital, a stop at the end.
[[nodiscard]] std::string text_of(const Wording& wording);

}  // namespace factbox::factboxes
