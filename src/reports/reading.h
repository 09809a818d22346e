/// \file
/// What the readers of formats share: their options, and the reports and troubles that they hand
/// in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
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

/// Takes reports one by one, as they are read; so no input is too long to be read.
class ReportSink {
 public:
  ReportSink() = default;
  virtual ~ReportSink() = default;
  ReportSink(const ReportSink&) = delete;
  ReportSink& operator=(const ReportSink&) = delete;
  ReportSink(ReportSink&&) = delete;
  ReportSink& operator=(ReportSink&&) = delete;

  virtual void report(ReportPtr report) = 0;
  /// Something could not be used; what stands beside it is.
  virtual void trouble(sources::Trouble trouble) = 0;
};

/// What came of reading: the reports, and what could not be used.
struct ReadReports {
  std::vector<ReportPtr> reports;  ///< in the order of arrival
  std::vector<sources::Trouble> troubles;
};

/// A sink that keeps all.
class Gathering final : public ReportSink {
 public:
  void report(ReportPtr report) override { read.reports.push_back(std::move(report)); }
  void trouble(sources::Trouble trouble) override { read.troubles.push_back(std::move(trouble)); }

  ReadReports read;
};

class Intake;

/// Reads a delivery that lies inside another, into an intake of its own.
using ReadInner = void (*)(sources::Delivery& inner, Intake& intake);

/// Takes what one delivery holds, completes it and hands it on.
class Intake {
 public:
  /// `read_inner` reads what lies inside; none: nothing can.
  Intake(const sources::Envelope& envelope, const ReadingTables& tables, const ReadOptions& options,
         ReportSink& sink, ReadInner read_inner = nullptr)
      : envelope_(envelope),
        tables_(tables),
        options_(options),
        sink_(sink),
        read_inner_(read_inner) {}

  /// Takes a report: fills in what the options say, else what the envelope says; its id, its outlet
  /// by the address, its time.
  void take(Report report);

  /// Notes what could not be used.
  void trouble(std::uint64_t line, std::uint64_t byte, Error error);

  /// Reads a delivery that begins at `byte` of this one. Its troubles are told at that place, with
  /// its own address. What lies more than a few deliveries deep is left out, with a message.
  void take_inside(sources::Delivery& inner, std::uint64_t byte);

  /// Says how many troubles were only counted. Nothing comes after it.
  void finish();

  [[nodiscard]] const ReadingTables& tables() const { return tables_; }
  [[nodiscard]] const ReadOptions& options() const { return options_; }
  [[nodiscard]] const sources::Envelope& envelope() const { return envelope_; }
  /// Where the delivery was found: as the options say, else its envelope.
  [[nodiscard]] const std::string& address() const {
    return options_.url.empty() ? envelope_.address : options_.url;
  }

 private:
  /// For a delivery inside another, at `byte` of it.
  Intake(const sources::Envelope& envelope, Intake& outer, std::uint64_t byte)
      : envelope_(envelope),
        tables_(outer.tables_),
        options_(outer.options_),
        sink_(outer.sink_),
        read_inner_(outer.read_inner_),
        outer_(&outer),
        outer_byte_(byte),
        depth_(outer.depth_ + 1) {}

  /// When it was published: as it says, else by the day that its address holds.
  void set_time(Report& report) const;

  const sources::Envelope& envelope_;
  const ReadingTables& tables_;
  const ReadOptions& options_;
  ReportSink& sink_;
  ReadInner read_inner_;
  Intake* outer_ = nullptr;
  std::uint64_t outer_byte_ = 0;
  int depth_ = 0;
  std::size_t told_ = 0;
  std::size_t untold_ = 0;
  std::uint64_t last_line_ = 0, last_byte_ = 0;  ///< of the trouble that was told last
};

}  // namespace factbox::reports
