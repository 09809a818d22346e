#include "factboxes/layout/contexts.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace factbox::factboxes {
namespace {

constexpr std::uint32_t kLongestContext = 1200;  // bytes

using ReportsById = std::map<std::string_view, const statements::ReadReport*>;

/// From the start of the sentence that holds the first byte to the end of the one that holds the
/// last; none where the range lies outside what was read.
std::optional<ByteRange> sentences_around(const texts::Sheet& words, ByteRange range) {
  const auto first = words.token_at(range.begin);
  if (range.empty() || first >= words.size()) {
    return std::nullopt;
  }
  const auto last = std::min(words.token_at(range.end - 1), words.size() - 1);
  const auto sentences = words.sentences();
  auto begin = sentences[words.sentence_of(first)].first;
  auto past = sentences[words.sentence_of(last)].past;
  while (begin < past && words.is_space(begin)) {
    ++begin;
  }
  while (past > begin && words.is_space(past - 1)) {
    --past;
  }
  const ByteRange around = words.bytes({begin, past});
  if (!around.covers(range) || around.size() > kLongestContext) {
    return std::nullopt;
  }
  return around;
}

void add_to(Evidence& evidence, const ReportsById& reports) {
  const auto found = reports.find(evidence.report);
  if (evidence.part != Part::statement || found == reports.end()) {
    return;
  }
  const auto& words = found->second->of(evidence.field);
  if (const auto around = sentences_around(words, evidence.range)) {
    evidence.sentence = around;
    evidence.context = around->in(words.text());
  }
}

void add_to(Line& line, const ReportsById& reports) {
  for (auto& evidence : line.evidence) {
    add_to(evidence, reports);
  }
  for (auto& telling : line.corroboration.tellings) {
    add_to(telling, reports);
  }
}

}  // namespace

void add_contexts(Factbox& page, std::span<const statements::ReadReport> reports) {
  ReportsById by_id;
  for (const auto& report : reports) {
    by_id.emplace(report.report->id, &report);
  }
  if (page.lead) {
    add_to(*page.lead, by_id);
  }
  for (auto& line : page.lead_more) {
    add_to(line, by_id);
  }
  for (auto& section : page.sections) {
    for (auto& line : section.lines) {
      add_to(line, by_id);
    }
  }
}

}  // namespace factbox::factboxes
