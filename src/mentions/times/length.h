/// \file
/// Lengths of time: "two and a half years", "12 to 18 months", "several days".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mentions/times/expression.h"

namespace factbox::mentions {

struct Length {
  std::uint32_t past = 0;
  double low = 0;
  std::optional<double> high;
  std::string unit;          ///< letters of times.tsv: "MO"
  bool is_vague = false;     ///< "several days": the number isn't known
  bool is_bare = false;      ///< an article stood for the number: "a week"
  bool is_hyphened = false;  ///< "two-year"
};

/// The length that begins at piece `at`, with the qualifier before it left out.
[[nodiscard]] std::optional<Length> read_length(const TimeText& text, std::uint32_t at);

/// TIMEX3's value: (3, "MO") is "P3M", (90, "M") is "PT90M", (2.5, "Y") is "P2Y6M".
[[nodiscard]] std::string length_value(double count, std::string_view unit);
/// "several years" is "PXY".
[[nodiscard]] std::string vague_length(std::string_view unit);
/// The same length in a smaller unit, where it is a whole number of it: half a year is 6 months.
[[nodiscard]] std::optional<Length> finer_length(const Length& length);

}  // namespace factbox::mentions
