#include "desk/placing.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "stories/words.h"

namespace factbox::desk {
namespace {

constexpr std::size_t kHeadlineWords = 30;
constexpr std::size_t kPortion = 512;
constexpr std::size_t kDateWithin = 240;  // bytes of a text; later ones may be of what it tells

/// What headlines among the reports mean; empty for all others.
std::vector<readers::Meaning> meanings_of(std::span<const reports::ReportPtr> reports,
                                          const readers::MeaningReader& reader,
                                          const Executor& executor) {
  std::vector<readers::Meaning> meanings(reports.size());
  constexpr std::size_t kStrip = 16;
  executor.run((reports.size() + kStrip - 1) / kStrip, [&](std::size_t strip) {
    readers::MeaningReader::Space space;
    for (std::size_t i = strip * kStrip; i < std::min(reports.size(), (strip + 1) * kStrip); ++i) {
      if (is_headline(*reports[i])) {
        meanings[i] = reader.read(reports[i]->title + '\n' + reports[i]->text, space);
      }
    }
  });
  return meanings;
}

/// The day that an undated report prints at its head.
std::optional<Instant> printed_day(const reports::Report& report, const reports::DateWords& dates) {
  if (report.published_at) {
    return std::nullopt;
  }
  const auto found = dates.find(std::string_view{report.text}.substr(0, kDateWithin));
  if (!found) {
    return std::nullopt;
  }
  const auto time = read_time(found->iso);
  return time ? std::optional{time->first} : std::nullopt;
}

}  // namespace

bool is_headline(const reports::Report& report) {
  const std::size_t words = stories::split_words(report.title, kHeadlineWords).size() +
                            stories::split_words(report.text, kHeadlineWords).size();
  return words > 0 && words < kHeadlineWords;
}

void place(std::span<const reports::ReportPtr> reports, const PlacingTables& tables,
           const Executor& executor, stories::StoryStream& stream,
           const std::function<void()>& placed) {
  for (std::size_t first = 0; first < reports.size(); first += kPortion) {
    const auto portion = reports.subspan(first, std::min(kPortion, reports.size() - first));
    const auto meanings = tables.meanings == nullptr
                              ? std::vector<readers::Meaning>(portion.size())
                              : meanings_of(portion, *tables.meanings, executor);
    for (std::size_t i = 0; i < portion.size(); ++i) {
      static_cast<void>(
          stream.place(*portion[i], {meanings[i], printed_day(*portion[i], tables.dates)}));
      if (placed) {
        placed();
      }
    }
  }
}

}  // namespace factbox::desk
