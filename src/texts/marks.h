/// \file
/// Quotation marks, paired.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace factbox::texts {

/// Words in quotation marks.
struct Quotation {
  ByteRange whole;          ///< with its marks, as far as it has them
  ByteRange inside;         ///< without them
  std::uint32_t depth = 0;  ///< 0: not inside another one
  bool opened = true;       ///< has an opening mark
  bool closed = true;       ///< has a closing mark
  bool continues = false;   ///< ends with its paragraph and is opened again by the next one
};

/// Pairs the quotation marks of a text, in order of their beginnings.
///
/// Knows “ ” „ « » ‹ › ‘ ’ ‚ 「 」 " ' `` '', turned ones („ “, »…«, ”…”) and pairs of two sorts
/// that feeds mix up, and tells apostrophes from marks ("‘the players’ union left,’ she said").
/// Marks may nest, and a quotation may run on over paragraphs that each open it anew. One without
/// an end goes to the end of its sentence; one without a beginning starts with its sentence. Time
/// is linear in the text, whatever stands in it; nesting counts up to eight.
[[nodiscard]] std::vector<Quotation> find_quotations(std::string_view text);

/// Those of the paragraphs that hold `around`, as find_quotations finds them in the whole text; of
/// paragraphs that are longer than anybody writes, only what is near.
[[nodiscard]] std::vector<Quotation> find_quotations(std::string_view text, ByteRange around);

/// Whether the word is a quotation mark, of any sort, or an apostrophe by itself.
[[nodiscard]] bool is_quotation_mark(std::string_view word);

/// The bytes of the quotation mark that the words end with, be it a closing one, one that may be
/// either, or an apostrophe; 0 where there is none.
[[nodiscard]] std::size_t mark_at_end(std::string_view words);

/// The mark that closes what this one opens: ” for “ and „, » for «. Empty for marks that look the
/// same at both ends.
[[nodiscard]] std::string_view closing_of(std::string_view opening);

}  // namespace factbox::texts
