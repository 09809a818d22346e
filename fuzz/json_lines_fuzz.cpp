// Reads any bytes as JSON Lines and as a JSON document: what is kept is UTF-8, byte for byte;
// troubles lie in the bytes; a line's trouble changes nothing beside it.
#include <cstddef>
#include <cstdint>
#include <string>

#include "checked_reports.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace factbox;
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  const reports::ReadingTables tables;
  reports::ReadOptions options;
  options.max_report_bytes = 4096;
  options.max_troubles = 8;
  const auto lines = reports::read_checked("{\"text\":\"first\"}\n" + bytes, tables, options);
  FB_ASSERT(!lines.reports.empty() && lines.reports[0]->text == "first");
  const auto last = reports::read_checked(
      "{\"text\":\"first\"}\n" + bytes + "\n{\"text\":\"last\"}", tables, options);
  FB_ASSERT(last.reports.back()->text == "last");
  static_cast<void>(reports::read_checked("[{\"text\":\"first\"}," + bytes, tables, options));
  return 0;
}
