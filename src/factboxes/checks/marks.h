/// \file
/// What stands in quotation marks, as the check reads it.
#pragma once

#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace factbox::factboxes::checks {

/// Words in quotation marks.
struct Quoted {
  ByteRange whole;     ///< with its marks, as far as it has them
  ByteRange inside;    ///< without them
  bool closed = true;  ///< false: the paragraph ends first, and `inside` with it
  bool opened = true;  ///< false: a closing mark alone; `inside` begins with the paragraph
};

/// Everything in quotation marks of whatever sort, nested ones too, in the order of their
/// beginnings.
///
/// The compiler reads marks by texts/marks.h. This is another reader, on purpose: what one of them
/// takes for the words of somebody else, the other would see. A test holds the two against each
/// other.
[[nodiscard]] std::vector<Quoted> quoted_in(std::string_view text);

/// Those that stand in no other one.
[[nodiscard]] std::vector<Quoted> outermost(std::vector<Quoted> quoted);

}  // namespace factbox::factboxes::checks
