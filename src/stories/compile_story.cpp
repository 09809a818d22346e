#include "stories/compile_story.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "stories/carriage.h"
#include "stories/claims.h"
#include "stories/origins.h"
#include "stories/words.h"

namespace factbox::stories {
namespace {

constexpr std::size_t kFirstWords = 16;

std::string headline_of(const reports::Report& report) {
  if (!report.title.empty()) {
    return report.title;
  }
  const auto words = split_words(std::string_view{report.text}.substr(0, 400), kFirstWords);
  return words.empty() ? std::string{} : report.text.substr(0, words.back().where.end);
}

/// The headline whose words most of the others have too.
std::string central_headline(std::span<const statements::ReadReport> reports) {
  std::map<std::string, std::size_t> headlines_with;
  std::vector<std::set<std::string>> words_of;
  for (const auto& report : reports) {
    std::set<std::string> words;
    for (const PlainWord& word : split_words(headline_of(*report.report), kFirstWords * 2)) {
      if (word.folded.size() > 3 || word.capital) {
        words.insert(word.folded);
      }
    }
    for (const std::string& word : words) {
      ++headlines_with[word];
    }
    words_of.push_back(std::move(words));
  }
  std::size_t best = 0;
  double best_score = -1;
  for (std::size_t i = 0; i < words_of.size(); ++i) {
    double score = 0;
    for (const std::string& word : words_of[i]) {
      score += static_cast<double>(headlines_with[word] - 1);
    }
    score /= static_cast<double>(words_of[i].size() + 3);
    if (score > best_score) {
      best = i;
      best_score = score;
    }
  }
  return reports.empty() ? std::string{} : headline_of(*reports[best].report);
}

std::vector<Carriage> carriage_of(std::span<const statements::ReadReport> reports,
                                  const reports::Outlets& outlets) {
  std::vector<Carriage> carriage;
  for (const statements::ReadReport& report : reports) {
    const reports::Report& printed = *report.report;
    carriage.push_back({printed.id, publisher_of(printed, outlets),
                        credited_agency(printed, outlets), retold_outlet(report, outlets),
                        shingle(split_words(printed.text.empty() ? printed.title : printed.text))});
  }
  return carriage;
}

}  // namespace

std::string story_id(const reports::Report& first) {
  return "story-" + hex16(stable_hash(first.id)).substr(0, 12);
}

Story compile_story(std::span<const statements::ReadReport> reports,
                    const reports::Outlets& outlets, const Lexicon& lexicon) {
  Story story;
  if (reports.empty()) {
    return story;
  }
  story.id = story_id(*reports.front().report);
  story.title = central_headline(reports);
  for (ReportIndex i = 0; i < reports.size(); ++i) {
    story.reports.push_back(i);
    const auto& published = reports[i].report->published_at;
    if (!published) {
      continue;
    }
    story.first = std::min(story.first.value_or(published->first), published->first);
    story.last = std::max(story.last.value_or(published->first), published->first);
  }
  const std::vector<Carriage> carriage = carriage_of(reports, outlets);
  Origins origins = trace_origins(carriage);
  Claims found = find_claims(reports, carriage, outlets, lexicon, origins);
  story.claims = std::move(found.claims);
  story.relations = std::move(found.relations);
  story.contradictions = std::move(found.contradictions);
  story.origins = std::move(origins.origins);
  story.edges = std::move(origins.edges);
  return story;
}

}  // namespace factbox::stories
