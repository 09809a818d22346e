/// \file
/// Reads tables of learned weights.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "base/table.h"

namespace factbox::factboxes {

/// The number of a row of a table of weights.
[[nodiscard]] inline Result<double> read_weight(const Table& table, std::size_t row) {
  const auto cell = table.row(row)[1];
  double weight = 0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
  if (read.ec != std::errc{} || read.ptr != cell.data() + cell.size()) {
    return tl::unexpected(table.wrong(row, fmt::format("\"{}\" is no weight (0.25, -1)", cell)));
  }
  return weight;
}

/// Reads a row for each of `names` into `weights`; what comes back is the row "in_general", of what
/// is given without any. Fails as unavailable or malformed, naming the row; a name without a row
/// is malformed.
template <std::size_t kCount>
[[nodiscard]] Result<double> read_weights(const std::filesystem::path& path,
                                          const std::array<std::string_view, kCount>& names,
                                          std::array<double, kCount>& weights) {
  constexpr std::string_view kInGeneral = "in_general";
  FB_TRY(table, Table::load(path, {"feature", "weight", "why"}));
  double usual = 0;
  std::array<bool, kCount> given{};
  for (std::size_t row = 0; row < table.size(); ++row) {
    FB_TRY(weight, read_weight(table, row));
    const auto name = table.row(row)[0];
    const auto found = std::find(names.begin(), names.end(), name);
    if (name != kInGeneral && found == names.end()) {
      return tl::unexpected(
          table.wrong(row, fmt::format("the choice has no feature \"{}\"", name)));
    }
    if (name == kInGeneral) {
      usual = weight;
    } else {
      const auto index = static_cast<std::size_t>(found - names.begin());
      weights[index] = weight;
      given[index] = true;
    }
  }
  const auto missing = std::find(given.begin(), given.end(), false);
  if (missing != given.end()) {
    const auto* name = names.begin() + (missing - given.begin());
    return tl::unexpected(
        Error{ErrorKind::malformed,
              fmt::format("{}: no row for the feature \"{}\"", table.name(), *name)});
  }
  return usual;
}

}  // namespace factbox::factboxes
