// Any text is read into statements whose ranges lie in it, on letters, and whose chains end with
// the report's own outlet. Runs in the tree's root, where the model and the tables are.
#include <cstdint>
#include <memory>
#include <string>

#include "base/assert.h"
#include "desk/pipeline.h"

namespace {

using namespace factbox;

std::shared_ptr<const desk::LanguageKnowledge> load() {
  const auto loaded = desk::Knowledge::load(
      {.data = "data", .models = "models", .depth = desk::Depth::statements}, OneByOne{});
  FB_ASSERT(loaded.has_value());
  return (*loaded)->of("en");
}

bool on_letter(const std::string& text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check(ByteRange range, const std::string& text) {
  FB_ASSERT(range.begin <= range.end && range.end <= text.size());
  FB_ASSERT(on_letter(text, range.begin) && on_letter(text, range.end));
}

void check(const statements::Statement& statement, const std::string& text) {
  for (const auto* ranges : {&statement.content, &statement.cue, &statement.source}) {
    for (const ByteRange range : *ranges) {
      check(range, text);
    }
  }
  for (const statements::ChainMember& member : statement.chain) {
    if (member.span) {
      check(*member.span, text);
    }
  }
  FB_ASSERT(!statement.chain.empty() && statement.chain.back().hop == 0);
  FB_ASSERT(statement.confidence >= 0 && statement.confidence <= 1);
}

/// The bytes as valid UTF-8: what isn't is left out.
std::string letters_of(const std::uint8_t* data, std::size_t size) {
  std::string text;
  for (std::size_t n = 0; n < size; ++n) {
    if (data[n] < 0x80) {
      text += static_cast<char>(data[n]);
    }
    if (data[n] == 0x80) {
      text += "\xE2\x80\x9C";  // “
    }
    if (data[n] == 0x81) {
      text += "\xE2\x80\x9D";  // ”
    }
    if (data[n] == 0x82) {
      text += "\xE2\x80\x99";  // ’
    }
    if (data[n] == 0x83) {
      text += "\xC3\xA9";  // é
    }
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto knowledge = load();
  static desk::ReportReader reader{knowledge};
  reports::Report report;
  report.id = "fuzzed";
  report.outlet = "AFP";
  report.text = letters_of(data, size);
  report.title = report.text.substr(0, report.text.find('\n'));
  const auto shared = std::make_shared<const reports::Report>(std::move(report));
  const statements::ReadReport read = reader.read(shared);
  for (const auto* found : {&read.statements, &read.asides}) {
    for (const statements::Statement& statement : *found) {
      check(statement, shared->of(statement.field));
    }
  }
  return 0;
}
