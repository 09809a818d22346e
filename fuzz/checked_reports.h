// What holds of reports and troubles whatever the bytes that they were read from.
#pragma once

#include <string>

#include "base/assert.h"
#include "reports/encoding.h"
#include "reports/formats.h"
#include "reports/read_reports.h"
#include "reports/report_line.h"

namespace factbox::reports {

/// The bytes as a delivery, read by its format; checked: words are UTF-8, troubles lie in the
/// delivery, a report written as a line and read again is the same.
inline ReadReports read_checked(std::string bytes, const ReadingTables& tables,
                                const ReadOptions& options) {
  sources::Delivery delivery{"delivery", sources::Came::from_memory,
                             sources::stream_of(std::move(bytes)), options.unpack};
  ReadReports read = read_delivery(delivery, tables, options);
  for (const sources::Trouble& trouble : read.troubles) {
    FB_ASSERT(trouble.byte <= delivery.offset() + kSniffBytes);
    FB_ASSERT(!trouble.error.what.empty() && !sources::shown(trouble).empty());
  }
  for (const ReportPtr& report : read.reports) {
    FB_ASSERT(!report->id.empty() && (!report->text.empty() || !report->title.empty()));
    for (const std::string* words :
         {&report->id, &report->url, &report->outlet, &report->title, &report->text,
          &report->published, &report->lang, &report->section, &report->dateline}) {
      FB_ASSERT(find_bad_utf8(*words) == std::string::npos);
    }
    sources::Delivery line{"line", sources::Came::from_memory,
                           sources::stream_of(report_line(*report))};
    const ReadReports again = read_delivery(line, tables, {});
    FB_ASSERT(again.troubles.empty() && again.reports.size() == 1);
    FB_ASSERT(again.reports[0]->id == report->id && again.reports[0]->text == report->text &&
              again.reports[0]->title == report->title);
  }
  return read;
}

}  // namespace factbox::reports
