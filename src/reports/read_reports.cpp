#include "reports/read_reports.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "reports/formats.h"
#include "reports/versions.h"

namespace factbox::reports {
namespace {

/// The first byte that no text has, if the beginning has one.
std::size_t find_binary(std::string_view beginning) {
  return beginning.find('\0');
}

ReadReports read_file(const sources::FoundFile& file, const ReadingTables& tables,
                      const ReadOptions& options) {
  auto delivery = sources::open_delivery(file, options.unpack);
  if (!delivery) {
    ReadReports read;
    read.troubles.push_back({file.path, 0, 0, std::move(delivery).error()});
    return read;
  }
  return read_delivery(*delivery, tables, options);
}

}  // namespace

ReadReports read_delivery(sources::Delivery& delivery, const ReadingTables& tables,
                          const ReadOptions& options) {
  Intake intake{delivery.path(), tables, options};
  const std::string_view beginning = delivery.look_ahead(kSniffBytes);
  if (const Format* format = format_of(beginning, delivery.path())) {
    format->read(delivery, intake);
  } else if (beginning.empty()) {
    if (!delivery.trouble()) {
      intake.trouble(1, 0, {ErrorKind::malformed, "it is empty; there is nothing to read"});
    }
  } else if (const std::size_t at = find_binary(beginning); at != std::string_view::npos) {
    intake.trouble(
        1 + static_cast<std::uint64_t>(std::ranges::count(beginning.substr(0, at), '\n')), at,
        {ErrorKind::unsupported, "it is a binary file, no report; hand in text, pages or JSON"});
  } else {
    intake.trouble(
        1, 0,
        {ErrorKind::unsupported, "no format that is known begins so; hand in text, pages or JSON"});
  }
  if (const auto& broke_off = delivery.trouble()) {
    intake.trouble(broke_off->line, broke_off->byte, broke_off->error);
  }
  return std::move(intake).finish();
}

ReadReports read_reports(const sources::FoundFiles& found, const ReadingTables& tables,
                         const ReadOptions& options, const Executor& executor) {
  std::vector<ReadReports> by_file(found.files.size());
  executor.run(by_file.size(), [&](std::size_t index) {
    by_file[index] = read_file(found.files[index], tables, options);
  });
  ReadReports all{{}, found.troubles};
  for (ReadReports& read : by_file) {
    std::ranges::move(read.reports, std::back_inserter(all.reports));
    std::ranges::move(read.troubles, std::back_inserter(all.troubles));
  }
  all.reports = without_repeats(std::move(all.reports));
  return all;
}

}  // namespace factbox::reports
