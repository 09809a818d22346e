#include "desk/intake.h"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <future>
#include <map>
#include <memory>
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

/// Says once how many files of folders aren't reports by their names.
void tell_skipped(const sources::FoundFiles& found, Listener& listener) {
  std::size_t all = 0;
  std::string kinds;
  for (const auto& [kind, count] : found.skipped) {
    all += count;
    kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", count, kind);
  }
  if (all > 0) {
    listener.note(fmt::format("{} file{} skipped: {}; a file is read if it is named itself", all,
                              all == 1 ? "" : "s", kinds));
  }
}

/// Reads the files, and says meanwhile how far that is: one large file is a long work too.
reports::ReadReports read_telling(sources::FoundFiles& found, const IntakeOrder& order,
                                  const reports::ReadingTables& tables, Listener& listener) {
  constexpr std::uint64_t kMegabyte = 1U << 20U;
  constexpr std::chrono::milliseconds kLook{100};
  const auto count = std::make_shared<std::atomic<std::uint64_t>>(0);
  for (auto& file : found.files) {
    file.read = count;
  }
  const auto tell = [&] {
    listener.progress("reading files, MB", *count / kMegabyte, found.bytes / kMegabyte);
  };
  tell();
  auto reading = std::async(std::launch::async, [&] {
    return reports::read_reports(found, tables, order.reading, Threads{order.jobs});
  });
  while (reading.wait_for(kLook) != std::future_status::ready) {
    tell();
  }
  return reading.get();
}

}  // namespace

Result<TakenIn> take_in(const IntakeOrder& order, const reports::ReadingTables& tables,
                        Listener& listener) {
  auto found = sources::find_files(order.paths);
  tell_skipped(found, listener);
  auto read = read_telling(found, order, tables, listener);
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
