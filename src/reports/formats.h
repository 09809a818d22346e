/// \file
/// The formats in which reports come, one row each.
#pragma once

#include <span>
#include <string_view>

#include "reports/reading.h"
#include "sources/delivery.h"

namespace factbox::reports {

/// How much of a delivery a format may look at to know itself.
inline constexpr std::size_t kSniffBytes = 64U << 10U;

/// A format: its name, how its beginning is known, how it is read.
struct Format {
  std::string_view name;
  /// Whether a delivery that begins so (up to kSniffBytes) is of this format.
  bool (*begins_so)(std::string_view beginning, std::string_view path);
  void (*read)(sources::Delivery& delivery, Intake& intake);
};

/// All formats, in the order in which they are asked.
[[nodiscard]] std::span<const Format> all_formats();

/// The first format that knows the beginning as its own; none for an unknown one.
[[nodiscard]] const Format* format_of(std::string_view beginning, std::string_view path);

}  // namespace factbox::reports
