#include "reports/reading.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "base/sha256.h"

namespace factbox::reports {
namespace {

constexpr std::size_t kIdDigits = 16;

/// The outlet by the address: as the table calls it, else its host.
std::string outlet_of(const std::string& url, const Outlets& outlets) {
  std::string host = host_of(url);
  if (const Outlet* outlet = outlets.find_by_host(host)) {
    return outlet->name;
  }
  return host.starts_with("www.") ? host.substr(4) : host;
}

}  // namespace

void Intake::take(Report report) {
  const auto replace = [](std::string& field, const std::string& given) {
    if (!given.empty()) {
      field = given;
    }
  };
  replace(report.outlet, options_.outlet);
  replace(report.published, options_.published);
  replace(report.url, options_.url);
  replace(report.lang, options_.lang);
  report.path = path_;
  if (report.id.empty()) {
    const std::string& words = report.text.empty() ? report.title : report.text;
    report.id = sha256_hex(report.url.empty() ? words : report.url).substr(0, kIdDigits);
  }
  if (report.outlet.empty()) {
    report.outlet = outlet_of(report.url, tables_.outlets);
  }
  if (!report.published.empty()) {
    if (const auto time = read_time(report.published)) {
      report.published_at = *time;
    } else {
      report.doubts.push_back(
          fmt::format("published: {}; the report counts as undated", time.error().what));
    }
  }
  read_.reports.push_back(std::make_shared<const Report>(std::move(report)));
}

void Intake::trouble(std::uint64_t line, std::uint64_t byte, Error error) {
  if (read_.troubles.size() >= options_.max_troubles) {
    ++untold_;
    return;
  }
  read_.troubles.push_back({path_, line, byte, std::move(error)});
}

ReadReports Intake::finish() && {
  if (untold_ > 0) {
    const sources::Trouble& last = read_.troubles.back();
    read_.troubles.push_back(
        {path_, last.line, last.byte,
         Error{ErrorKind::malformed,
               fmt::format("{} more places after this one could not be used", untold_)}});
  }
  return std::move(read_);
}

}  // namespace factbox::reports
