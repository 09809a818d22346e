/// \file
/// Quotation marks, paired.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace factbox::statements {

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
/// Knows “ ” „ « » ‹ › ‘ ’ 「 」 " ' `` '', turned ones („ “, »…«, ”…”) and pairs of two sorts that
/// feeds mix up, and tells apostrophes from marks. Marks may nest, and a
/// quotation may run on over paragraphs that each open it anew. One without an end goes to the
/// end of its sentence; one without a beginning starts with its sentence. Time is linear in the
/// text, whatever stands in it; nesting counts up to eight.
[[nodiscard]] std::vector<Quotation> find_quotations(std::string_view text);

}  // namespace factbox::statements
