// Kept reports whose bytes somebody else made. Read as they come; and as the body of a value that
// is sealed rightly, since no fuzzer guesses a checksum. What is read has its places in its text,
// gives the same bytes again, and can be printed.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/assert.h"
#include "codec/read_report.h"
#include "outputs/analysis_json.h"

namespace {

using namespace factbox;

bool on_letter(const std::string& text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check(ByteRange range, const std::string& text) {
  FB_ASSERT(range.begin <= range.end && range.end <= text.size());
  FB_ASSERT(on_letter(text, range.begin) && on_letter(text, range.end));
}

void check(const statements::Statement& statement, const reports::Report& report) {
  const std::string& text = report.of(statement.field);
  for (const auto* ranges : {&statement.content, &statement.cue, &statement.source}) {
    for (const ByteRange range : *ranges) {
      check(range, text);
    }
  }
  FB_ASSERT(!statement.chain.empty());
}

void check(const texts::Sheet& sheet) {
  for (std::uint32_t token = 0; token < sheet.size(); ++token) {
    FB_ASSERT(sheet.range(token).end <= sheet.text().size());
    std::uint32_t at = token;
    for (std::uint32_t climbed = 0; sheet.head(at) != at; ++climbed) {
      FB_ASSERT(climbed <= sheet.size());
      at = sheet.head(at);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  static_cast<void>(codec::stages_of(bytes));
  for (const std::string& value : {std::string{bytes}, codec::seal(codec::kReadReport, bytes)}) {
    const auto read = codec::decode(value);
    if (!read) {
      FB_ASSERT(!read.error().what.empty());
      continue;
    }
    check(read->text);
    check(read->title);
    for (const auto* found : {&read->statements, &read->asides}) {
      for (const statements::Statement& statement : *found) {
        check(statement, *read->report);
      }
    }
    static_cast<void>(outputs::analysis_json(*read));
    const auto again = codec::decode(codec::encode(*read, {}));
    FB_ASSERT(again && codec::encode(*again, {}) == codec::encode(*read, {}));
  }
  return 0;
}
