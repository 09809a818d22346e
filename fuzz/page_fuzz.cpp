// Pages as JSON, as somebody hands them to `factbox check`: read, checked against a report, written
// and read again.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "base/assert.h"
#include "factboxes/check.h"
#include "outputs/factbox_json.h"

namespace {

using factbox::factboxes::HouseStyle;

const HouseStyle& style() {
  static const HouseStyle loaded = [] {
    auto read = factbox::factboxes::load_house_style("data/en");
    FB_ASSERT(read);
    return *std::move(read);
  }();
  return loaded;
}

std::vector<factbox::reports::ReportPtr> reports() {
  factbox::reports::Report report;
  report.id = "r1";
  report.outlet = "Tidal Post";
  report.published = "2031-02-05T10:00:00Z";
  report.published_at = *factbox::read_time(report.published);
  report.text = "The northern pier was closed on Tuesday, Harbour Master Ina Voss said.";
  return {std::make_shared<const factbox::reports::Report>(std::move(report))};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json{reinterpret_cast<const char*>(data), size};
  const auto page = factbox::outputs::read_factbox_json(json);
  if (!page) {
    return 0;
  }
  static_cast<void>(factbox::factboxes::check(*page, reports(), style()));
  static_cast<void>(factbox::factboxes::check_changes(*page, *page));
  const auto written = factbox::outputs::write_factbox_json(*page);
  const auto again = factbox::outputs::read_factbox_json(written);
  FB_ASSERT(again);
  FB_ASSERT(factbox::outputs::write_factbox_json(*again) == written);
  return 0;
}
