/// \file
/// Where the paragraphs of a text begin and end.
#pragma once

#include <cstddef>
#include <string_view>

namespace factbox::texts {

/// True where no blank line parts paragraphs, as in some feeds: then each line that ends with a
/// sentence is one.
[[nodiscard]] bool lines_are_paragraphs(std::string_view text);

/// Whether a sentence, perhaps one in quotation marks, ends before `at`, but for spaces.
[[nodiscard]] bool ends_sentence_before(std::string_view text, std::size_t at);

/// Where the paragraph that holds `at` begins. Of one that is longer than anybody writes, a place
/// near by.
[[nodiscard]] std::size_t paragraph_begin(std::string_view text, std::size_t at, bool by_lines);

/// Where it ends: behind the first quotation mark of the next one, which may open its quotation
/// again.
[[nodiscard]] std::size_t paragraph_end(std::string_view text, std::size_t at, bool by_lines);

}  // namespace factbox::texts
