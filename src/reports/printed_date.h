/// \file
/// Dates as people print them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/result.h"
#include "base/table.h"

namespace factbox::reports {

/// A date found in words, and where.
struct PrintedDate {
  std::string iso;        ///< "2026-04-12", with a time and offset as far as they were printed
  std::size_t begin = 0;  ///< of the date in the words, with the weekday and "published on"
  std::size_t end = 0;
};

/// The words of dates (data/en/dates.tsv). Loaded once.
class DateWords {
 public:
  /// Knows dates in figures only.
  DateWords() = default;

  [[nodiscard]] static Result<DateWords> load(const std::filesystem::path& path);

  /// Fails as malformed where a row is of no known kind.
  [[nodiscard]] static Result<DateWords> from(const Table& table);

  /// The first whole date (day, month and year) in the words: "12 April 2026", "Apr. 12, 2026 8:30
  /// a.m. EDT", "2026-04-12T08:30Z", "12.4.2026". "4/5/2026" is two dates, and so none.
  [[nodiscard]] std::optional<PrintedDate> find(std::string_view words) const;

  /// The number of a month by its name in small letters ("october", "oct"); 0 for other words.
  [[nodiscard]] int month(std::string_view name) const;

 private:
  friend class DateReader;
  friend class ClockReader;
  std::unordered_map<std::string, int> months_;
  std::unordered_map<std::string, std::string> zones_;
  std::unordered_map<std::string, int> halves_;  ///< of the day: the hours that "pm" adds
  std::unordered_set<std::string> before_;       ///< weekdays, and what leads in a date
};

}  // namespace factbox::reports
