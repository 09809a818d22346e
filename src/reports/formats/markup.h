/// \file
/// Pieces of HTML, as feeds and wires carry them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/pages/page_rules.h"

namespace factbox::reports::formats {

/// The words as a line of their own: without tags, references resolved, tidy.
[[nodiscard]] std::string words_of_markup(std::string_view html);

/// The paragraphs that a browser would show. Where there is no tag, lines of text: a blank line
/// parts paragraphs.
[[nodiscard]] std::vector<std::string> paragraphs_of_markup(std::string_view html,
                                                            const pages::PageRules& rules);

/// The letter of a numbered reference ("&#228;", "&#xe4;") with which the words begin, and how many
/// bytes it takes; numbers of windows-1252's signs are those, as in browsers. None for anything
/// else.
[[nodiscard]] std::optional<std::string> numbered_letter(std::string_view words, std::size_t& used);

/// The words with HTML's references ("&nbsp;") resolved; unknown ones stay as they are.
[[nodiscard]] std::string letters_of_references(std::string_view words);

}  // namespace factbox::reports::formats
