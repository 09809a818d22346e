/// \file
/// Which bytes of a report a line shows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "factboxes/house_style.h"
#include "statements/read_report.h"

namespace factbox::factboxes {

/// A claim in its report: what stays of it, and how far the words reach that attribute it there.
struct LineLayout {
  std::vector<ByteRange> content;  ///< the claim as it was found, sorted
  std::vector<ByteRange> cuts;     ///< of it, left out
  std::vector<ByteRange> kept;     ///< of it, shown: never empty
  ByteRange hull;                  ///< from the first byte shown to the last, attribution and all
  bool attributed = false;         ///< the hull holds the report's own attribution
  bool speaker_first = false;      ///< and it begins before the claim
  std::vector<ByteRange> quoted;   ///< inside quotation marks, of any sort
  bool after_heading = false;      ///< a headline was cut off that ran into the claim
  bool opens_quote = false;        ///< a mark is to be set before the hull
  std::string closing;             ///< the marks that are to be set behind it
};

/// Lays out a statement. The sentence's own attribution is taken along, where it stands near the
/// claim with nothing else between; quotation marks are kept in pairs; of a long quotation the
/// first sentences stay. None, with the reason in `why`, where no line of a fit length comes of it.
[[nodiscard]] std::optional<LineLayout> lay_out(const statements::ReadReport& report,
                                                const statements::Statement& statement,
                                                const HouseStyle& style, std::string_view& why);

}  // namespace factbox::factboxes
