/// \file
/// What the readers of formats share: their options, and the reports and troubles that they hand
/// in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "reports/outlets.h"
#include "reports/pages/page_rules.h"
#include "reports/printed_date.h"
#include "reports/report.h"
#include "sources/delivery.h"
#include "sources/trouble.h"

namespace factbox::reports {

/// How deliveries are read.
struct ReadOptions {
  /// Plain text is a report's text byte for byte: no title, no dates, no tidying.
  bool text_as_it_is = false;

  // What is given here stands instead of what the input says; empty: the input is believed.
  std::string outlet;
  std::string published;
  std::string url;
  std::string lang;

  std::size_t max_report_bytes = 32U << 20U;  ///< longer ones are left out with a message
  std::size_t max_page_bytes = 16U << 20U;    ///< the same for pages, whose trees are larger
  std::size_t max_troubles = 100;  ///< told of one file; the others are counted in one more
  sources::UnpackOptions unpack;
};

/// The tables that reading needs; loaded once.
struct ReadingTables {
  Outlets outlets;
  pages::PageRules page_rules;
  DateWords dates;
};

/// Loads them from the folder with a language's tables (data/en); a user's own table of outlets may
/// stand beside it.
[[nodiscard]] Result<ReadingTables> load_reading_tables(
    const std::filesystem::path& folder, const std::filesystem::path& more_outlets = {});

/// What came of reading: the reports, and what could not be used.
struct ReadReports {
  std::vector<ReportPtr> reports;  ///< in the order of arrival
  std::vector<sources::Trouble> troubles;
};

/// Takes what one delivery holds, and completes it.
class Intake {
 public:
  Intake(const std::string& path, const ReadingTables& tables, const ReadOptions& options)
      : path_(path), tables_(tables), options_(options) {}

  /// Takes a report: fills in what the options say, its id, its outlet by the address, its time.
  void take(Report report);

  /// Notes what could not be used.
  void trouble(std::uint64_t line, std::uint64_t byte, Error error);

  [[nodiscard]] const ReadingTables& tables() const { return tables_; }
  [[nodiscard]] const ReadOptions& options() const { return options_; }

  /// What was taken, with a last word on troubles that were only counted.
  [[nodiscard]] ReadReports finish() &&;

 private:
  /// When it was published: as it says, else by the day that its address holds.
  void set_time(Report& report) const;

  const std::string& path_;
  const ReadingTables& tables_;
  const ReadOptions& options_;
  ReadReports read_;
  std::size_t untold_ = 0;
};

}  // namespace factbox::reports
