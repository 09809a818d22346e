#include "stories/story_search.h"

#include <algorithm>
#include <cmath>

#include "stories/kin.h"
#include "stories/report_vector.h"
#include "stories/terms.h"
#include "stories/words.h"

namespace factbox::stories {
namespace {

constexpr double kSaturation = 1.2;   // BM25's k1
constexpr double kLengthPart = 0.75;  // BM25's b
constexpr double kTitleWeight = 3;
constexpr std::size_t kBestReports = 10;
constexpr std::size_t kNearest = 5;
constexpr double kHeldInTexts = 0.2;
constexpr double kHolds = 2.0 / 3.0;
constexpr double kRunningBonus = 0.25;
constexpr double kRunningDays = 30;
constexpr double kDaySeconds = 86400;
constexpr double kOwnPart = 0.45;     // of the best report's score, that one of the story needs,
constexpr double kKinPart = 0.3;      // one of a story that is alike to it
constexpr double kOthersPart = 0.75;  // and one of any other, or of another time
constexpr double kKinAlike = 0.15;
constexpr std::chrono::hours kNear{72};          // between stories that one event was cut into
constexpr std::chrono::hours kSilence{20 * 24};  // after it a story is told anew

/// One word or name looked for, by all its forms; of a form all words must be there.
using Slot = std::vector<std::vector<TermNumber>>;

/// How often a report has a slot's words.
struct Occurrence {
  float in_title = 0;
  float in_text = 0;
};

/// What one report has of all slots.
struct Reading {
  std::vector<Occurrence> slots;
  double length = 0;
};

std::vector<Slot> slots_of(std::string_view words, const Lexicon& lexicon, Terms& terms) {
  std::vector<Slot> slots;
  for (const std::vector<std::string>& forms : lexicon.name_slots(words)) {
    Slot slot;
    for (const std::string& form : forms) {
      std::vector<TermNumber> numbers = terms.of_query(form);
      if (!numbers.empty()) {
        slot.push_back(std::move(numbers));
      }
    }
    if (!slot.empty()) {
      slots.push_back(std::move(slot));
    }
  }
  return slots;
}

const TermCount* find_count(const std::vector<TermCount>& counts, TermNumber term) {
  const auto at = std::lower_bound(counts.begin(), counts.end(), term,
                                   [](const TermCount& c, TermNumber t) { return c.term < t; });
  return at != counts.end() && at->term == term ? &*at : nullptr;
}

Occurrence occurrence_of(const Slot& slot, const std::vector<TermCount>& counts) {
  Occurrence all;
  for (const std::vector<TermNumber>& form : slot) {
    Occurrence least;
    bool first = true;
    for (const TermNumber term : form) {
      const TermCount* count = find_count(counts, term);
      const auto title = count == nullptr ? 0.0F : static_cast<float>(count->in_title);
      const auto text =
          count == nullptr ? 0.0F : static_cast<float>(count->in_lead + count->in_body);
      least.in_title = first ? title : std::min(least.in_title, title);
      least.in_text = first ? text : std::min(least.in_text, text);
      first = false;
    }
    all.in_title += least.in_title;
    all.in_text += least.in_text;
  }
  return all;
}

std::vector<Reading> read_all(std::span<const reports::ReportPtr> reports,
                              const std::vector<Slot>& slots, Terms& terms, Rarity& rarity) {
  std::vector<Reading> readings;
  readings.reserve(reports.size());
  for (const reports::ReportPtr& report : reports) {
    const auto title = split_words(report->title);
    const auto text = split_words(report->text);
    const std::vector<TermCount> counts = terms.of(title, text);
    rarity.count(counts);
    Reading reading;
    for (const Slot& slot : slots) {
      reading.slots.push_back(occurrence_of(slot, counts));
    }
    reading.length =
        kTitleWeight * static_cast<double>(title.size()) + static_cast<double>(text.size());
    readings.push_back(std::move(reading));
  }
  return readings;
}

/// Each report's BM25 for all slots.
std::vector<double> score_all(const std::vector<Reading>& readings, std::size_t slots) {
  double mean_length = 0;
  std::vector<double> reports_with(slots, 0);
  for (const Reading& reading : readings) {
    mean_length += reading.length / static_cast<double>(readings.size());
    for (std::size_t s = 0; s < slots; ++s) {
      if (reading.slots[s].in_title + reading.slots[s].in_text > 0) {
        ++reports_with[s];
      }
    }
  }
  std::vector<double> scores;
  for (const Reading& reading : readings) {
    double score = 0;
    for (std::size_t s = 0; s < slots; ++s) {
      const double times = kTitleWeight * reading.slots[s].in_title + reading.slots[s].in_text;
      const double rarity = std::log1p(
          (static_cast<double>(readings.size()) - reports_with[s] + 0.5) / (reports_with[s] + 0.5));
      const double norm = kSaturation * (1 - kLengthPart +
                                         kLengthPart * reading.length / std::max(mean_length, 1.0));
      score += rarity * times * (kSaturation + 1) / (times + norm);
    }
    scores.push_back(score);
  }
  return scores;
}

/// All reports, read for the words looked for.
struct Read {
  std::span<const reports::ReportPtr> reports;
  std::size_t slots = 0;
  std::vector<Reading> readings;
  std::vector<double> scores;
};

FoundStory weigh(std::uint32_t index, const RunningStory& story, const Read& read) {
  const std::size_t slots = read.slots;
  FoundStory found;
  found.story = index;
  std::vector<double> best;
  std::vector<double> texts_with(slots, 0);
  std::vector<bool> in_a_title(slots, false);
  for (const std::uint32_t report : story.reports) {
    best.push_back(read.scores[report]);
    for (std::size_t s = 0; s < slots; ++s) {
      if (read.readings[report].slots[s].in_text > 0) {
        ++texts_with[s];
      }
      if (read.readings[report].slots[s].in_title > 0) {
        in_a_title[s] = true;
      }
    }
  }
  const std::size_t counted = std::min(kBestReports, best.size());
  std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(counted), best.end(),
                    std::greater<>{});
  for (std::size_t i = 0; i < counted; ++i) {
    found.score += best[i];
  }
  std::size_t held = 0;
  for (std::size_t s = 0; s < slots; ++s) {
    if (in_a_title[s] ||
        (texts_with[s] > 0 &&
         texts_with[s] >= kHeldInTexts * static_cast<double>(story.reports.size()))) {
      ++held;
    }
  }
  found.holds = static_cast<double>(held) / static_cast<double>(slots);
  return found;
}

bool holds_all(const Reading& reading) {
  return std::all_of(reading.slots.begin(), reading.slots.end(),
                     [](const Occurrence& slot) { return slot.in_title + slot.in_text > 0; });
}

bool are_near(const RunningStory& a, const RunningStory& b) {
  return !a.first || !b.first || (*b.first <= *a.last + kNear && *a.first <= *b.last + kNear);
}

enum class Whose : std::uint8_t { others, own, kin, sequel };

/// Whose each report is: the story's own, or of one near in time that has the words looked for and
/// is alike to it. A sequel is kin that began where the story ends; wherever it leads, it goes on.
std::vector<Whose> whose(std::uint32_t taken, std::span<const RunningStory> stories,
                         const Read& read, const Kin& kin) {
  const RunningStory& story = stories[taken];
  std::vector<Whose> of(read.reports.size(), Whose::others);
  for (std::uint32_t i = 0; i < stories.size(); ++i) {
    const RunningStory& other = stories[i];
    if (i == taken || other.reports.empty() || !are_near(story, other) ||
        weigh(i, other, read).holds < kHolds || kin.likeness(other) < kKinAlike) {
      continue;
    }
    const bool goes_on = story.last && other.first && *other.first + kNear >= *story.last;
    for (const std::uint32_t report : other.reports) {
      of[report] = goes_on ? Whose::sequel : Whose::kin;
    }
  }
  for (const std::uint32_t report : story.reports) {
    of[report] = Whose::own;
  }
  return of;
}

/// The days on which the story speaks of what was asked for: of stretches with a long silence
/// between them the one with most reports.
class Days {
 public:
  explicit Days(std::vector<Instant> told) : told_(std::move(told)) {
    std::sort(told_.begin(), told_.end());
    auto most = told_.begin();
    auto most_end = most;
    for (auto from = told_.begin(); from != told_.end();) {
      auto end = from + 1;
      while (end != told_.end() && *end - *(end - 1) <= kSilence) {
        ++end;
      }
      if (end - from > most_end - most) {
        most = from;
        most_end = end;
      }
      from = end;
    }
    told_ = std::vector<Instant>(most, most_end);
  }
  /// Whether the report is of one of them or near it; what has no date may be.
  [[nodiscard]] bool are_near(const reports::Report& report) const {
    if (told_.empty() || !report.published_at) {
      return true;
    }
    const Instant at = report.published_at->first;
    const auto next = std::lower_bound(told_.begin(), told_.end(), at - kNear);
    return next != told_.end() && *next <= at + kNear;
  }

 private:
  std::vector<Instant> told_;
};

/// What of the story and around it speaks of what was asked for.
std::vector<std::uint32_t> narrow(const RunningStory& story, const std::vector<Whose>& whose,
                                  const Read& read) {
  double best = 0;
  for (const std::uint32_t report : story.reports) {
    best = std::max(best, read.scores[report]);
  }
  std::vector<Instant> told;
  for (const std::uint32_t report : story.reports) {
    const auto& published = read.reports[report]->published_at;
    if (published && read.scores[report] >= best * kOwnPart) {
      told.push_back(published->first);
    }
  }
  const Days days{std::move(told)};
  std::vector<std::uint32_t> taken;
  for (std::uint32_t i = 0; i < read.reports.size(); ++i) {
    const bool near = whose[i] == Whose::sequel || days.are_near(*read.reports[i]);
    const bool may = whose[i] == Whose::own ||
                     (near && (whose[i] != Whose::others || holds_all(read.readings[i])));
    const double asked = !near || whose[i] == Whose::others ? kOthersPart
                         : whose[i] == Whose::own           ? kOwnPart
                                                            : kKinPart;
    if (may && read.scores[i] >= best * asked) {
      taken.push_back(i);
    }
  }
  return taken;
}

}  // namespace

StorySearch find_story(std::string_view words, std::span<const RunningStory> stories,
                       std::span<const reports::ReportPtr> reports,
                       const std::shared_ptr<const Lexicon>& lexicon) {
  StorySearch search;
  for (std::uint32_t i = 0; i < stories.size(); ++i) {
    if (stories[i].id == words) {
      search.taken = i;
      search.nearest.push_back({i, 0, 1});
      search.reports = stories[i].reports;
      return search;
    }
  }
  Terms terms{lexicon};
  const std::vector<Slot> slots = slots_of(words, *lexicon, terms);
  if (slots.empty()) {
    return search;
  }
  Rarity rarity;
  Read read{reports, slots.size(), read_all(reports, slots, terms, rarity), {}};
  read.scores = score_all(read.readings, slots.size());
  std::optional<Instant> newest;
  for (const RunningStory& story : stories) {
    newest = std::max(newest, story.last);
  }
  for (std::uint32_t i = 0; i < stories.size(); ++i) {
    FoundStory found = weigh(i, stories[i], read);
    if (stories[i].last) {
      const double silent = static_cast<double>((*newest - *stories[i].last).count()) / kDaySeconds;
      found.score *= 1 + kRunningBonus * std::exp(-silent / kRunningDays);
    }
    if (found.score > 0) {
      search.nearest.push_back(found);
    }
  }
  std::stable_sort(search.nearest.begin(), search.nearest.end(),
                   [](const FoundStory& a, const FoundStory& b) { return a.score > b.score; });
  if (search.nearest.size() > kNearest) {
    search.nearest.resize(kNearest);
  }
  if (!search.nearest.empty() && search.nearest.front().holds >= kHolds) {
    search.taken = search.nearest.front().story;
    const RunningStory& story = stories[*search.taken];
    const Kin kin{story, reports, terms, rarity};
    search.reports = narrow(story, whose(*search.taken, stories, read, kin), read);
  }
  return search;
}

}  // namespace factbox::stories
