#include "desk/intake.h"

#include <fmt/format.h>

#include <utility>

#include "desk/threads.h"
#include "reports/read_reports.h"
#include "sources/folder.h"

namespace factbox::desk {

TakenIn take_in(const IntakeOrder& order, const reports::ReadingTables& tables,
                Listener& listener) {
  auto read = reports::read_reports(sources::find_files(order.paths), tables, order.reading,
                                    Threads{order.jobs});
  for (const sources::Trouble& trouble : read.troubles) {
    listener.trouble(trouble);
  }
  for (const reports::ReportPtr& report : read.reports) {
    for (const std::string& doubt : report->doubts) {
      listener.doubt(*report, doubt);
    }
  }
  auto narrowed = reports::narrow(std::move(read.reports), order.narrowing, tables.outlets);
  if (narrowed.undated > 0) {
    listener.note(
        fmt::format("{} undated report{} left out: nothing tells whether {} of the wanted time",
                    narrowed.undated, narrowed.undated == 1 ? "" : "s",
                    narrowed.undated == 1 ? "it is" : "they are"));
  }
  return {std::move(narrowed.reports), !read.troubles.empty()};
}

}  // namespace factbox::desk
