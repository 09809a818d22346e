/// \file
/// From what was handed in to reports: where the stage begins.
#pragma once

#include "base/executor.h"
#include "reports/reading.h"
#include "sources/delivery.h"
#include "sources/folder.h"

namespace factbox::reports {

/// Reads the reports that a delivery holds, whatever its format, and hands each to `sink` as soon
/// as it is read; what can't be used is told with file, line and byte, and the rest is used.
void read_delivery(sources::Delivery& delivery, const ReadingTables& tables,
                   const ReadOptions& options, ReportSink& sink);

/// The same, with all reports kept.
[[nodiscard]] ReadReports read_delivery(sources::Delivery& delivery, const ReadingTables& tables,
                                        const ReadOptions& options);

/// Opens and reads all that was found, a file being a piece of work for `executor`.
///
/// The reports come to `sink` in the order of the files and of their places in them, whatever the
/// threads; one call at a time, on whatever thread. The file whose turn it is streams; those read
/// ahead of it wait once they hold much, so memory doesn't grow with the input. The same report may
/// come again (Repeats).
void read_reports(const sources::FoundFiles& found, const ReadingTables& tables,
                  const ReadOptions& options, const Executor& executor, ReportSink& sink);

}  // namespace factbox::reports
