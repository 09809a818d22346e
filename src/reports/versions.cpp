#include "reports/versions.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/sha256.h"

namespace factbox::reports {
namespace {

const std::string& words_of(const Report& report) {
  return report.text.empty() ? report.title : report.text;
}

struct WordsKey {
  std::string_view id, words;
  friend bool operator==(const WordsKey&, const WordsKey&) = default;
};

struct WordsHash {
  std::size_t operator()(const WordsKey& key) const {
    const std::hash<std::string_view> hash;
    return hash(key.id) * 31 + hash(key.words);
  }
};

/// Which of two that are one report stays: `earlier`, then by all that it doesn't look at.
bool stays_before(const Report& a, const Report& b) {
  if (earlier(a, b) != earlier(b, a)) {
    return earlier(a, b);
  }
  return std::tie(a.url, a.published, a.lang, a.modified) <
         std::tie(b.url, b.published, b.lang, b.modified);
}

/// Whether `a` is a later version than `b`.
bool counts_over(const Report& a, const Report& b) {
  const auto key = [](const Report& r) {
    const auto modified = read_time(r.modified);
    return std::make_tuple(r.published_at.has_value(),
                           r.published_at ? r.published_at->first : Instant{}, modified.has_value(),
                           modified ? modified->first : Instant{}, std::string_view{r.text},
                           std::string_view{r.title});
  };
  return key(a) > key(b);
}

}  // namespace

std::vector<ReportPtr> without_repeats(std::vector<ReportPtr> reports) {
  std::vector<ReportPtr> kept;
  kept.reserve(reports.size());
  std::unordered_map<WordsKey, std::size_t, WordsHash> places;
  for (ReportPtr& report : reports) {
    const auto [place, is_new] = places.try_emplace({report->id, words_of(*report)}, kept.size());
    if (is_new) {
      kept.push_back(std::move(report));
    } else if (stays_before(*report, *kept[place->second])) {
      // The key's words must outlive it: they are those of the report that stays.
      const std::size_t at = place->second;
      places.erase(place);
      kept[at] = std::move(report);
      places.emplace(WordsKey{kept[at]->id, words_of(*kept[at])}, at);
    }
  }
  return kept;
}

bool Repeats::has_had(const Report& report) {
  constexpr std::size_t kDigits = 16;  // 64 bits: of millions of reports, no two meet by chance
  constexpr int kHex = 16;
  const std::string key = std::to_string(report.id.size()) + ':' + report.id + words_of(report);
  return !had_.insert(std::stoull(sha256_hex(key).substr(0, kDigits), nullptr, kHex)).second;
}

Versions part_versions(std::vector<ReportPtr> reports) {
  std::unordered_map<std::string_view, const Report*> counting;
  for (const ReportPtr& report : reports) {
    const auto [place, is_new] = counting.try_emplace(report->id, report.get());
    if (!is_new && counts_over(*report, *place->second)) {
      place->second = report.get();
    }
  }
  Versions versions;
  for (ReportPtr& report : reports) {
    const bool counts = counting.find(report->id)->second == report.get();
    (counts ? versions.current : versions.replaced).push_back(std::move(report));
  }
  return versions;
}

}  // namespace factbox::reports
