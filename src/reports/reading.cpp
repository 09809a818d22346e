#include "reports/reading.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "base/sha256.h"
#include "reports/address_date.h"
#include "reports/dateline.h"

namespace factbox::reports {
namespace {

constexpr std::size_t kIdDigits = 16;

/// The outlet by the address: as the table calls it, else its host.
std::string outlet_of(const std::string& url, const Outlets& outlets) {
  std::string host = host_of(url);
  if (const Outlet* outlet = outlets.find_by_host(host)) {
    return outlet->name;
  }
  // not English: of an address.
  return host.starts_with("www.") ? host.substr(4) : host;
}

/// An agency named among the authors of another outlet's report.
std::string agency_in_byline(const Report& report, const Outlets& outlets) {
  for (const std::string& author : report.authors) {
    const Outlet* outlet = outlets.find_by_name(author);
    if (outlet != nullptr && outlet->agency && outlet->name != report.outlet) {
      return outlet->name;
    }
  }
  return "";
}

}  // namespace

Result<ReadingTables> load_reading_tables(const std::filesystem::path& folder,
                                          const std::filesystem::path& more_outlets) {
  FB_TRY(outlets, Outlets::load(folder / "outlets.tsv", more_outlets));
  FB_TRY(rules, pages::PageRules::load(folder));
  FB_TRY(dates, DateWords::load(folder / "dates.tsv"));
  return ReadingTables{std::move(outlets), std::move(rules), std::move(dates)};
}

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
  const auto fill = [](std::string& field, const std::string& known) {
    if (field.empty()) {
      field = known;
    }
  };
  fill(report.url, envelope_.address);
  fill(report.outlet, envelope_.outlet);
  fill(report.fetched, envelope_.received);
  report.path = envelope_.path;
  if (report.id.empty()) {
    const std::string& words = report.text.empty() ? report.title : report.text;
    report.id = sha256_hex(report.url.empty() ? words : report.url).substr(0, kIdDigits);
  }
  if (report.outlet.empty()) {
    report.outlet = outlet_of(report.url, tables_.outlets);
  }
  const Dateline dateline = find_dateline(report.text, tables_.outlets, tables_.dates);
  if (report.dateline.empty()) {
    report.dateline = dateline.place;
  }
  if (report.agency.empty()) {
    report.agency =
        dateline.agency.empty() ? agency_in_byline(report, tables_.outlets) : dateline.agency;
  }
  set_time(report);
  sink_.report(std::make_shared<const Report>(std::move(report)));
}

void Intake::set_time(Report& report) const {
  const auto printed = read_time(report.published);
  if (!report.published.empty() && printed) {
    report.published_at = *printed;
    return;
  }
  auto by_address = date_in_address(report.url, tables_.dates);
  if (!report.published.empty()) {
    report.doubts.push_back(fmt::format("published: {}; {}", printed.error().what,
                                        by_address ? fmt::format("its address says {}", *by_address)
                                                   : std::string{"the report counts as undated"}));
  }
  if (by_address) {
    report.published_at = *read_time(*by_address);
    report.published = std::move(*by_address);
    report.published_estimated = true;
    report.published_from = "address";
  }
}

void Intake::trouble(std::uint64_t line, std::uint64_t byte, Error error) {
  if (outer_ != nullptr) {
    if (!envelope_.address.empty()) {
      error.what = fmt::format("{}: {}", envelope_.address, error.what);
    }
    outer_->trouble(0, outer_byte_, std::move(error));
    return;
  }
  if (told_ >= options_.max_troubles) {
    ++untold_;
    return;
  }
  ++told_;
  last_line_ = line;
  last_byte_ = byte;
  sink_.trouble({envelope_.path, line, byte, std::move(error)});
}

void Intake::take_inside(sources::Delivery& inner, std::uint64_t byte) {
  constexpr int kDeepest = 4;
  Intake intake{inner.envelope(), *this, byte};
  if (read_inner_ == nullptr || depth_ >= kDeepest) {
    intake.trouble(0, 0,
                   {ErrorKind::unsupported,
                    "it lies too deep in archives inside archives; unpack them and hand it in"});
    return;
  }
  read_inner_(inner, intake);
}

void Intake::finish() {
  if (untold_ > 0) {
    sink_.trouble({envelope_.path, last_line_, last_byte_,
                   Error{ErrorKind::malformed,
                         fmt::format("{} more places after this one could not be used", untold_)}});
    untold_ = 0;
  }
}

}  // namespace factbox::reports
