#include "cli/zone.h"

#include <fmt/format.h>

#include <algorithm>

namespace factbox::cli {

Result<std::chrono::minutes> read_zone(const std::string& written) {
  if (written == "UTC" || written == "Z" || written == "GMT") {
    return std::chrono::minutes{0};
  }
  std::string digits;
  for (std::size_t i = 1; i < written.size(); ++i) {
    if (written[i] != ':' || i < 2) {
      digits += written[i];
    }
  }
  const bool numeric =
      !digits.empty() && digits.size() <= 4 &&
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (numeric && (written.front() == '+' || written.front() == '-')) {
    const int value = std::stoi(digits);
    const int hours = digits.size() > 2 ? value / 100 : value;
    const int minutes = digits.size() > 2 ? value % 100 : 0;
    if (hours <= 14 && minutes < 60) {
      return std::chrono::minutes{(written.front() == '-' ? -1 : 1) * (hours * 60 + minutes)};
    }
  }
  return tl::unexpected(
      Error{ErrorKind::malformed,
            fmt::format("\"{}\" is no offset from UTC; write UTC, +03:30 or -5", written)});
}

}  // namespace factbox::cli
