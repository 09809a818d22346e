#include "desk/intake.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "desk/near_names.h"
#include "desk/report_language.h"
#include "desk/threads.h"
#include "reports/read_reports.h"
#include "sources/folder.h"
#include "stories/carriage.h"

namespace factbox::desk {

namespace {

/// Says which outlets were asked for in vain. Fails where one is known to nobody.
Result<void> tell_unmet(const std::vector<std::string>& unmet,
                        const std::vector<CountedName>& printed, const reports::Outlets& outlets,
                        Listener& listener) {
  for (const std::string& each : unmet) {
    const auto near = near_names(each, printed);
    const auto why = fmt::format("no report is of an outlet called “{}”{}", each,
                                 near.empty() ? "" : "; did you mean " + as_choice(near) + "?");
    if (outlets.find_by_name(each) == nullptr && outlets.find_by_host(each) == nullptr) {
      return tl::unexpected(Error{ErrorKind::not_found, why});
    }
    listener.note(why);
  }
  return {};
}

/// The outlets of the reports, as pages print them.
std::vector<CountedName> printed_outlets(const std::vector<reports::ReportPtr>& reports,
                                         const reports::Outlets& outlets) {
  std::map<std::string, std::size_t> counts;
  for (const auto& report : reports) {
    ++counts[stories::publisher_of(*report, outlets)];
  }
  std::vector<CountedName> names;
  for (const auto& [name, times] : counts) {
    names.push_back({name, times});
  }
  return names;
}

}  // namespace

Result<TakenIn> take_in(const IntakeOrder& order, const reports::ReadingTables& tables,
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
  const bool by_outlet = !order.narrowing.outlets.empty() || !order.narrowing.not_outlets.empty();
  const auto printed =
      by_outlet ? printed_outlets(read.reports, tables.outlets) : std::vector<CountedName>{};
  auto narrowed = reports::narrow(std::move(read.reports), order.narrowing, tables.outlets);
  if (narrowed.undated > 0) {
    listener.note(
        fmt::format("{} undated report{} left out: nothing tells whether {} of the wanted time",
                    narrowed.undated, narrowed.undated == 1 ? "" : "s",
                    narrowed.undated == 1 ? "it is" : "they are"));
  }
  if (const auto told = tell_unmet(narrowed.unmet, printed, tables.outlets, listener); !told) {
    return tl::unexpected(told.error());
  }
  TakenIn taken{std::move(narrowed.reports), !read.troubles.empty(), 0};
  if (order.language) {
    taken.foreign = leave_out_other_languages(taken.reports, *order.language, listener);
  }
  return taken;
}

}  // namespace factbox::desk
