// Reads any bytes as a text file, tidied and as it is.
#include <cstddef>
#include <cstdint>
#include <string>

#include "checked_reports.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace factbox::reports;
  static const ReadingTables tables = load_reading_tables("data/en").value();
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  static_cast<void>(read_checked(bytes, tables, {}));
  ReadOptions as_it_is;
  as_it_is.text_as_it_is = true;
  const auto read = read_checked("a" + bytes, tables, as_it_is);
  if (find_bad_utf8(bytes) == std::string::npos && bytes.find('\0') == std::string::npos) {
    FB_ASSERT(read.reports.size() == 1 && read.reports[0]->text == "a" + bytes);
  }
  return 0;
}
