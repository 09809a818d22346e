#include "factboxes/checks/checked_page.h"

#include <algorithm>

#include "base/sha256.h"

namespace factbox::factboxes::checks {
namespace {

bool starts_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace

CheckedPage::CheckedPage(const Factbox& page, std::span<const reports::ReportPtr> reports,
                         const HouseStyle& style)
    : page_(page), style_(style) {
  if (page.lead) {
    reading_.push_back(&*page.lead);
  }
  for (const auto& line : page.lead_more) {
    reading_.push_back(&line);
  }
  for (std::size_t s = 0; s < page.sections.size(); ++s) {
    for (std::size_t l = 0; l < page.sections[s].lines.size(); ++l) {
      const Line* line = &page.sections[s].lines[l];
      by_id_.emplace(line->id, lines_.size());
      lines_.push_back({line, s, l});
      reading_.push_back(line);
    }
  }
  for (const auto& source : page.sources) {
    sources_.emplace(source.report, &source);
  }
  for (const auto& report : reports) {
    const auto* named = source(report->id);
    if (named == nullptr) {
      continue;
    }
    // Several versions of a report may be there: the one that the page was made from counts.
    if (sha256_hex(report->text) == named->sha256) {
      reports_[report->id] = report.get();
    }
  }
}

const PlacedLine* CheckedPage::line(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &lines_[found->second];
}

const Source* CheckedPage::source(std::string_view report) const {
  const auto found = sources_.find(report);
  return found == sources_.end() ? nullptr : found->second;
}

const reports::Report* CheckedPage::report(std::string_view id) const {
  const auto found = reports_.find(id);
  return found == reports_.end() ? nullptr : found->second;
}

std::optional<std::string_view> CheckedPage::replay(const Evidence& evidence) const {
  const auto* from = report(evidence.report);
  if (from == nullptr) {
    return std::nullopt;
  }
  const std::string_view text = from->of(evidence.field);
  const auto range = evidence.range;
  if (range.begin >= range.end || range.end > text.size() || !starts_character(text, range.begin) ||
      !starts_character(text, range.end)) {
    return std::nullopt;
  }
  return range.in(text);
}

bool has_flag(const Line& line, std::string_view flag) {
  return std::find(line.flags.begin(), line.flags.end(), flag) != line.flags.end();
}

std::string_view statement_hull(const CheckedPage& page, const Line& line) {
  const Evidence* first = nullptr;
  ByteRange hull;
  for (const auto& evidence : line.evidence) {
    if (evidence.part != Part::statement || !page.replay(evidence)) {
      continue;
    }
    if (first == nullptr) {
      first = &evidence;
      hull = evidence.range;
    } else if (evidence.report == first->report && evidence.field == first->field) {
      hull = {std::min(hull.begin, evidence.range.begin), std::max(hull.end, evidence.range.end)};
    }
  }
  return first == nullptr ? std::string_view{}
                          : hull.in(page.report(first->report)->of(first->field));
}

}  // namespace factbox::factboxes::checks
