/// \file
/// How far around a claim its sentence says who made it.
#pragma once

#include <span>

#include "base/byte_range.h"
#include "statements/read_report.h"

namespace factbox::factboxes {

/// The bytes that a line shows of its sentence.
struct Reach {
  ByteRange hull;              ///< from the first byte shown to the last
  bool attributed = false;     ///< with the report's own attribution
  bool speaker_first = false;  ///< which begins before the claim
};

/// Takes the sentence's own attribution along, with those who are told and when it was said, where
/// little stands between it and the claim. `content` is the claim as it was found, `kept` what
/// is shown of it; both sorted, neither empty.
[[nodiscard]] Reach reach_of(const statements::ReadReport& report,
                             const statements::Statement& statement,
                             std::span<const ByteRange> content, std::span<const ByteRange> kept);

}  // namespace factbox::factboxes
