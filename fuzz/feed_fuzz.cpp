// Reads any bytes as a feed, and as XML: what is read has tidy words in UTF-8, and costs no more
// than its size warrants (libFuzzer watches time and memory).
#include <cstddef>
#include <cstdint>
#include <string>

#include "checked_reports.h"
#include "reports/formats/xml.h"

namespace {

using namespace factbox::reports;

/// All tokens together hold little more than the text.
void check_tokens(const std::string& bytes) {
  constexpr std::size_t kMostEntities = 2U << 20U;
  bool given = false;
  formats::XmlReader xml{[&](std::string& text) {
    if (!given) {
      text += bytes;
    }
    return !std::exchange(given, true);
  }};
  formats::XmlToken token;
  std::size_t size = 0;
  while (xml.next(token)) {
    size += token.text.size() + token.name.size();
  }
  constexpr std::size_t kLetters = 8;  // at most, of a reference to its bytes
  FB_ASSERT(size <= bytes.size() * kLetters + kMostEntities);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ReadingTables tables = load_reading_tables("data/en").value();
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  check_tokens(bytes);
  ReadOptions options;
  options.max_troubles = 8;
  const auto read = read_checked("<rss><item><title>first</title></item>" + bytes, tables, options);
  FB_ASSERT(!read.reports.empty());
  for (const ReportPtr& report : read_checked(bytes, tables, options).reports) {
    for (const char c : report->title) {
      FB_ASSERT(static_cast<unsigned char>(c) >= ' ');
    }
  }
  return 0;
}
