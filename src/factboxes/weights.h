/// \file
/// What learned weights make of measures, and their tables.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <numeric>
#include <string_view>

#include "base/result.h"
#include "base/table.h"

namespace factbox::factboxes {

/// Weights of so many measures, in the order of an enumeration that names them.
template <std::size_t kCount>
struct Weights {
  using Measures = std::array<double, kCount>;

  double usual = 0;  ///< where all measures are 0
  Measures each{};   ///< what one of each adds

  [[nodiscard]] double sum(const Measures& measures) const {
    return std::inner_product(measures.begin(), measures.end(), each.begin(), usual);
  }
  /// Between 0 and 1, for weights of a logistic regression.
  [[nodiscard]] double likelihood(const Measures& measures) const {
    return 1 / (1 + std::exp(-sum(measures)));
  }
};

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

/// Reads a table: a row for each of `names`, and one, "in_general", of what is given without any.
/// Fails as unavailable or malformed, naming the row; a name without a row is malformed.
template <std::size_t kCount>
[[nodiscard]] Result<Weights<kCount>> read_weights(
    const std::filesystem::path& path, const std::array<std::string_view, kCount>& names) {
  constexpr std::string_view kInGeneral = "in_general";
  FB_TRY(table, Table::load(path, {"feature", "weight", "why"}));
  Weights<kCount> weights;
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
      weights.usual = weight;
    } else {
      const auto index = static_cast<std::size_t>(found - names.begin());
      weights.each[index] = weight;
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
  return weights;
}

}  // namespace factbox::factboxes
