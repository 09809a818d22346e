#include "reports/read_reports.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <utility>

#include "reports/formats.h"
#include "reports/formats/json_lines.h"
#include "reports/in_turn.h"

namespace factbox::reports {
namespace {

/// The first byte that no text has, if the beginning has one.
std::size_t find_binary(std::string_view beginning) {
  return beginning.find('\0');
}

/// Reads a delivery into an intake, by the format that its beginning tells.
void read_into(sources::Delivery& delivery, Intake& intake) {
  // A whole report on the first line is known by it: more may be slow to come.
  std::string_view beginning = delivery.look_ahead_a_line(kSniffBytes);
  if (!formats::is_whole_line(beginning)) {
    beginning = delivery.look_ahead(kSniffBytes);
  }
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
}

void read_file(const sources::FoundFile& file, const ReadingTables& tables,
               const ReadOptions& options, ReportSink& sink) {
  auto delivery = sources::open_delivery(file, options.unpack);
  if (delivery) {
    read_delivery(*delivery, tables, options, sink);
  } else {
    sink.trouble({file.path, 0, 0, std::move(delivery).error()});
  }
}

}  // namespace

void read_delivery(sources::Delivery& delivery, const ReadingTables& tables,
                   const ReadOptions& options, ReportSink& sink) {
  Intake intake{delivery.envelope(), tables, options, sink, &read_into};
  read_into(delivery, intake);
  intake.finish();
}

ReadReports read_delivery(sources::Delivery& delivery, const ReadingTables& tables,
                          const ReadOptions& options) {
  Gathering gathering;
  read_delivery(delivery, tables, options, gathering);
  return std::move(gathering.read);
}

void read_reports(const sources::FoundFiles& found, const ReadingTables& tables,
                  const ReadOptions& options, const Executor& executor, ReportSink& sink) {
  for (const sources::Trouble& trouble : found.troubles) {
    sink.trouble(trouble);
  }
  InTurn turns{found.files.size(), sink};
  std::atomic<std::size_t> next{0};  // files begin in their order, whatever the executor's
  executor.run(found.files.size(), [&](std::size_t /*index*/) {
    const std::size_t index = next++;
    Turn turn{turns, index};
    read_file(found.files[index], tables, options, turn);
  });
}

}  // namespace factbox::reports
