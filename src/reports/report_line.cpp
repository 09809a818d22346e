#include "reports/report_line.h"

#include <nlohmann/json.hpp>

namespace factbox::reports {

std::string report_line(const Report& report) {
  nlohmann::ordered_json line;
  const auto add = [&line](const char* name, const std::string& words) {
    if (!words.empty()) {
      line[name] = words;
    }
  };
  add("id", report.id);
  add("url", report.url);
  add("outlet", report.outlet);
  add("title", report.title);
  add("published", report.published);
  if (report.published_estimated) {
    line["published_estimated"] = true;
  }
  add("published_from", report.published_from);
  add("lang", report.lang);
  add("text", report.text);
  add("path", report.path);
  if (!report.authors.empty()) {
    line["authors"] = report.authors;
  }
  add("section", report.section);
  add("canonical_url", report.canonical_url);
  add("modified", report.modified);
  add("dateline", report.dateline);
  add("agency", report.agency);
  add("anchor", report.anchor);
  add("fetched", report.fetched);
  add("sha256", report.sha256);
  if (!report.doubts.empty()) {
    line["doubts"] = report.doubts;
  }
  // Only the path may be no UTF-8.
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace factbox::reports
