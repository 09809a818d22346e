#include "desk/intake.h"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <variant>

#include "desk/near_names.h"
#include "desk/report_language.h"
#include "desk/threads.h"
#include "reports/read_reports.h"
#include "reports/versions.h"
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
  names.reserve(counts.size());
  for (const auto& [name, times] : counts) {
    names.push_back({name, times});
  }
  return names;
}

/// Says how many reports were left out for want of a date.
void tell_undated(std::size_t undated, Listener& listener) {
  if (undated > 0) {
    listener.note(
        fmt::format("{} undated report{} left out: nothing tells whether {} of the wanted time",
                    undated, undated == 1 ? "" : "s", undated == 1 ? "it is" : "they are"));
  }
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

/// Hands what one thread reads to another, a little at a time.
class Handover final : public reports::ReportSink {
 public:
  using Item = std::variant<reports::ReportPtr, sources::Trouble>;

  void report(reports::ReportPtr report) override { put(std::move(report)); }
  void trouble(sources::Trouble trouble) override { put(std::move(trouble)); }

  /// The items that wait, once there are any; none where the time runs out, or after close().
  std::vector<Item> take(std::chrono::milliseconds wait) {
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, wait, [&] { return !items_.empty() || closed_; });
    bytes_ = 0;
    changed_.notify_all();
    return std::exchange(items_, {});
  }

  /// Nothing more is put, or taken: what is put from now on is dropped.
  void close() {
    const std::scoped_lock lock{mutex_};
    closed_ = true;
    changed_.notify_all();
  }

 private:
  void put(Item item) {
    constexpr std::size_t kMostItems = 512;
    constexpr std::size_t kMostBytes = 16U << 20U;
    std::unique_lock lock{mutex_};
    changed_.wait(lock,
                  [&] { return closed_ || (items_.size() < kMostItems && bytes_ < kMostBytes); });
    if (closed_) {
      return;
    }
    const auto* report = std::get_if<reports::ReportPtr>(&item);
    bytes_ += report == nullptr ? 0 : (*report)->text.size();
    items_.push_back(std::move(item));
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Item> items_;
  std::size_t bytes_ = 0;
  bool closed_ = false;
};

/// Closes it however the work ends, so that nobody waits for ever.
struct CloseAtEnd {
  explicit CloseAtEnd(Handover& closed) : handover(closed) {}
  ~CloseAtEnd() { handover.close(); }
  CloseAtEnd(const CloseAtEnd&) = delete;
  CloseAtEnd& operator=(const CloseAtEnd&) = delete;
  CloseAtEnd(CloseAtEnd&&) = delete;
  CloseAtEnd& operator=(CloseAtEnd&&) = delete;
  Handover& handover;
};

}  // namespace

StreamedIn stream_in(const IntakeOrder& order, const reports::ReadingTables& tables,
                     Listener& listener, const std::function<void(reports::ReportPtr)>& take,
                     const std::function<void()>& idle) {
  constexpr std::uint64_t kMegabyte = 1U << 20U;
  constexpr std::chrono::milliseconds kLook{100};
  auto found = sources::find_files(order.paths);
  tell_skipped(found, listener);
  const auto count = std::make_shared<std::atomic<std::uint64_t>>(0);
  for (auto& file : found.files) {
    file.read = count;
  }
  const auto tell = [&] {
    listener.progress("reading files, MB", *count / kMegabyte, found.bytes / kMegabyte);
  };
  tell();
  StreamedIn streamed;
  const auto take_item = [&](Handover::Item& item) {
    if (const auto* trouble = std::get_if<sources::Trouble>(&item)) {
      streamed.troubled = true;
      listener.trouble(*trouble);
      return;
    }
    auto& report = std::get<reports::ReportPtr>(item);
    for (const std::string& doubt : report->doubts) {
      listener.doubt(*report, doubt);
    }
    ++streamed.reports;
    take(std::move(report));
  };
  Handover handover;
  auto reading = std::async(std::launch::async, [&] {
    const CloseAtEnd at_end{handover};
    reports::read_reports(found, tables, order.reading, Threads{order.jobs}, handover);
  });
  const CloseAtEnd at_end{handover};  // before `reading` is waited for, should `take` throw
  bool more = true;
  while (more) {
    // What was put before the end is still to be taken after it.
    more = reading.wait_for(std::chrono::milliseconds{0}) != std::future_status::ready;
    auto items = handover.take(kLook);
    for (Handover::Item& item : items) {
      take_item(item);
    }
    more = more || !items.empty();
    if (idle && items.empty()) {
      idle();
    }
    tell();
  }
  reading.get();
  return streamed;
}

StreamedIn stream_counting(const IntakeOrder& order, const reports::ReadingTables& tables,
                           Listener& listener, const std::function<void(reports::ReportPtr)>& take,
                           const std::function<void()>& idle) {
  reports::Narrower narrower{order.narrowing, tables.outlets};
  reports::Repeats repeats;
  std::size_t count = 0;
  const auto streamed = stream_in(
      order, tables, listener,
      [&](reports::ReportPtr report) {
        if (!repeats.has_had(*report) && narrower.counts(*report)) {
          ++count;
          take(std::move(report));
        }
      },
      idle);
  tell_undated(narrower.undated(), listener);
  return {count, streamed.troubled};
}

Result<TakenIn> take_in(const IntakeOrder& order, const reports::ReadingTables& tables,
                        Listener& listener) {
  std::vector<reports::ReportPtr> all;
  const auto streamed = stream_in(order, tables, listener, [&](reports::ReportPtr report) {
    all.push_back(std::move(report));
  });
  all = reports::without_repeats(std::move(all));
  const bool by_outlet = !order.narrowing.outlets.empty() || !order.narrowing.not_outlets.empty();
  const auto printed =
      by_outlet ? printed_outlets(all, tables.outlets) : std::vector<CountedName>{};
  auto narrowed = reports::narrow(std::move(all), order.narrowing, tables.outlets);
  tell_undated(narrowed.undated, listener);
  if (const auto told = tell_unmet(narrowed.unmet, printed, tables.outlets, listener); !told) {
    return tl::unexpected(told.error());
  }
  TakenIn taken{std::move(narrowed.reports), streamed.troubled, 0};
  if (order.language) {
    taken.foreign = leave_out_other_languages(taken.reports, *order.language, listener);
  }
  return taken;
}

}  // namespace factbox::desk
