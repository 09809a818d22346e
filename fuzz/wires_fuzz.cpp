// Reads any bytes as a web archive, a saved page, an item of an agency and JSON in wide letters:
// what is read is UTF-8, and a good record before the bytes is read whatever follows it.
#include <cstddef>
#include <cstdint>
#include <string>

#include "checked_reports.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace factbox::reports;
  static const ReadingTables tables = load_reading_tables("data/en").value();
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  ReadOptions options;
  options.max_troubles = 8;
  static_cast<void>(read_checked(bytes, tables, options));
  static_cast<void>(read_checked("WARC/1.0\r\n" + bytes, tables, options));
  static_cast<void>(
      read_checked("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 400\r\n\r\nHTTP/1.1 "
                   "200\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" +
                       bytes,
                   tables, options));
  static_cast<void>(read_checked("<newsItem guid='1'>" + bytes, tables, options));
  const auto items = read_checked("{\"uri\":\"1\",\"bodies\":[],\"headline\":\"first\"}\n" + bytes,
                                  tables, options);
  FB_ASSERT(!items.reports.empty() && items.reports[0]->title == "first");
  return 0;
}
