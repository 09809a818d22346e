// Reads any bytes as a page: its tree is one, its report has tidy words in UTF-8, and what it costs
// is bounded (libFuzzer watches time and memory).
#include <cstddef>
#include <cstdint>
#include <string>

#include "checked_reports.h"
#include "reports/pages/page_tree.h"

namespace {

using namespace factbox::reports;

void check_tree(const std::string& html) {
  const auto tree = pages::PageTree::parse(html);
  if (!tree) {
    return;
  }
  const auto& nodes = tree->nodes();
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const pages::PageNode& holder = nodes[nodes[i].parent];
    FB_ASSERT(nodes[i].past > i && nodes[i].past <= nodes.size());
    FB_ASSERT(i == 0 || (nodes[i].parent < i && nodes[i].past <= holder.past));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ReadingTables tables = load_reading_tables("data/en").value();
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  check_tree(bytes);
  const auto read = read_checked("<p>" + bytes, tables, {});
  for (const ReportPtr& report : read.reports) {
    FB_ASSERT(report->title.find('\n') == std::string::npos);
    FB_ASSERT(report->text.find("\n\n\n") == std::string::npos);
    for (const char c : report->text + report->title) {
      FB_ASSERT(c == '\n' || static_cast<unsigned char>(c) >= ' ');
    }
  }
  return 0;
}
