/// \file
/// From what was handed in to reports: where the stage begins.
#pragma once

#include "base/executor.h"
#include "reports/reading.h"
#include "sources/delivery.h"
#include "sources/folder.h"

namespace factbox::reports {

/// Reads the reports that a delivery holds, whatever its format; what can't be used is told in
/// `troubles` with file, line and byte, and the rest is used.
[[nodiscard]] ReadReports read_delivery(sources::Delivery& delivery, const ReadingTables& tables,
                                        const ReadOptions& options);

/// Opens and reads all that was found, a file being a piece of work for `executor`.
///
/// The reports come in the order of the files and of their places in them, whatever the threads;
/// the same report again is left out (without_repeats).
[[nodiscard]] ReadReports read_reports(const sources::FoundFiles& found,
                                       const ReadingTables& tables, const ReadOptions& options,
                                       const Executor& executor);

}  // namespace factbox::reports
