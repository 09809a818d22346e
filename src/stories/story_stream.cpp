#include "stories/story_stream.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "stories/compile_story.h"
#include "stories/copies.h"
#include "stories/story_index.h"
#include "stories/terms.h"
#include "stories/words.h"

namespace factbox::stories {
namespace {

constexpr std::size_t kSearchWords = 40;
constexpr std::size_t kCandidates = 24;
/// A word that more stories have leads to those that had a report last.
constexpr std::size_t kStoriesOfOneWord = 1024;
constexpr double kDaySeconds = 86400;

double days_between(const std::optional<Instant>& a, const std::optional<Instant>& b) {
  if (!a || !b) {
    return 0;
  }
  return std::abs(static_cast<double>((*b - *a).count())) / kDaySeconds;
}

/// The words of a report that weigh most.
ReportVector strongest(const ReportVector& report) {
  ReportVector words = report;
  const std::size_t most = std::min(kSearchWords, words.size());
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(most), words.end(),
                    [](const WeightedTerm& a, const WeightedTerm& b) {
                      return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
                    });
  words.resize(most);
  return words;
}

std::vector<TermNumber> headline_words(const std::vector<TermCount>& counts) {
  std::vector<TermNumber> words;
  for (const TermCount& count : counts) {
    if (count.in_title > 0) {
      words.push_back(count.term);
    }
  }
  return words;
}

}  // namespace

struct StoryStream::State {
  State(std::shared_ptr<const Lexicon> lexicon, const StreamOptions& with)
      : options(with), terms(std::move(lexicon)) {}

  /// The stories that share most of the report's strongest words.
  std::vector<std::uint32_t> candidates(const ReportVector& report) {
    shared.resize(running.size(), 0);
    std::vector<std::uint32_t> met;
    for (const WeightedTerm& word : strongest(report)) {
      if (word.term >= stories_with.size()) {
        continue;
      }
      for (const std::uint32_t story : stories_with[word.term]) {
        if (shared[story] == 0) {
          met.push_back(story);
        }
        shared[story] += word.weight * word.weight;
      }
    }
    const std::size_t keep = std::min(kCandidates, met.size());
    std::partial_sort(met.begin(), met.begin() + static_cast<std::ptrdiff_t>(keep), met.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                        return shared[a] != shared[b] ? shared[a] > shared[b] : a > b;
                      });
    for (const std::uint32_t story : met) {
      shared[story] = 0;
    }
    met.resize(keep);
    return met;
  }

  /// The story that a report is most like, if it is like enough to any.
  std::optional<std::uint32_t> best_story(const ReportVector& report,
                                          const std::optional<Instant>& now) {
    const double length = static_cast<double>(report.size()) / options.full_words;
    double best_likeness = options.likeness * std::clamp(std::pow(length, options.short_power),
                                                         options.short_floor, 1.0);
    std::optional<std::uint32_t> best;
    for (const std::uint32_t story : candidates(report)) {
      const double gap = days_between(running[story].last, now) / options.gap_days;
      const double age = days_between(running[story].first, now) / options.age_days;
      const double likeness =
          centres[story].likeness(report, options.names_at_most) * std::exp(-gap - age);
      if (likeness > best_likeness || (best && likeness == best_likeness && story < *best)) {
        best = story;
        best_likeness = likeness;
      }
    }
    return best;
  }

  std::uint32_t begin_story(const reports::Report& report) {
    running.push_back({story_id(report), report.title, {}, {}, {}});
    centres.emplace_back();
    headlines.emplace_back();
    last_arrival.push_back(0);
    return static_cast<std::uint32_t>(running.size() - 1);
  }

  void join(std::uint32_t index, const reports::Report& report, const ReportVector& vector,
            const std::vector<TermCount>& counts, const std::optional<Instant>& now) {
    RunningStory& story = running[index];
    const double fade = std::exp(-days_between(story.last, now) / options.forget_days);
    for (const TermNumber word : centres[index].join(vector, fade)) {
      remember(word, index);
    }
    const auto number = static_cast<std::uint32_t>(placed.size());
    story.reports.push_back(number);
    last_arrival[index] = number;
    if (now) {
      story.first = std::min(story.first.value_or(*now), *now);
      story.last = std::max(story.last.value_or(*now), *now);
    }
    std::vector<TermNumber> headline = headline_words(counts);
    if (centres[index].headline_worth(headline) > centres[index].headline_worth(headlines[index])) {
      headlines[index] = std::move(headline);
      story.title = report.title;
    }
  }

  /// Notes that a story has a word. What was last in the news counts where too many have it.
  void remember(TermNumber word, std::uint32_t story) {
    if (word >= stories_with.size()) {
      stories_with.resize(word + 1);
    }
    auto& with = stories_with[word];
    if (std::find(with.begin(), with.end(), story) != with.end()) {
      return;
    }
    with.push_back(story);
    if (with.size() <= kStoriesOfOneWord) {
      return;
    }
    std::nth_element(with.begin(), with.begin() + kStoriesOfOneWord / 2, with.end(),
                     [&](std::uint32_t a, std::uint32_t b) {
                       return last_arrival[a] != last_arrival[b] ? last_arrival[a] > last_arrival[b]
                                                                 : a > b;
                     });
    with.resize(kStoriesOfOneWord / 2);
    std::sort(with.begin(), with.end());
  }

  StreamOptions options;
  Terms terms;
  Rarity rarity;
  WordingsInMemory wordings;
  std::vector<Placement> placed;
  std::vector<RunningStory> running;
  std::vector<Centre> centres;                     ///< by story, like the next two
  std::vector<std::vector<TermNumber>> headlines;  ///< the words of its title
  std::vector<std::uint32_t> last_arrival;
  std::vector<std::vector<std::uint32_t>> stories_with;  ///< by word
  std::vector<float> shared;                             ///< scratch of candidates()
};

StoryStream::StoryStream(std::shared_ptr<const Lexicon> lexicon, const StreamOptions& options)
    : state_(std::make_unique<State>(std::move(lexicon), options)) {}
StoryStream::~StoryStream() = default;
StoryStream::StoryStream(StoryStream&&) noexcept = default;
StoryStream& StoryStream::operator=(StoryStream&&) noexcept = default;

Placement StoryStream::place(const reports::Report& report) {
  State& state = *state_;
  const auto title = split_words(report.title);
  const auto text = split_words(report.text);
  Shingles wording = shingle(text.empty() ? title : text);
  const auto copy = find_copy(wording, state.wordings, state.options.copies);
  Placement placement;
  placement.origin = state.wordings.add(std::move(wording));
  if (copy) {
    placement.origin = state.placed[copy->report].origin;
  }

  const std::vector<TermCount> counts = state.terms.of(title, text);
  const ReportVector vector = state.rarity.weigh(counts, state.options.weighing);
  std::optional<Instant> now;
  if (report.published_at) {
    now = report.published_at->first;
  }
  std::optional<std::uint32_t> story = state.best_story(vector, now);
  if (!story && copy) {
    story = state.placed[copy->report].story;
  }
  placement.story = story ? *story : state.begin_story(report);
  state.join(placement.story, report, vector, counts, now);
  state.rarity.count(counts);
  state.placed.push_back(placement);
  return placement;
}

const std::vector<RunningStory>& StoryStream::stories() const {
  return state_->running;
}
const std::vector<Placement>& StoryStream::placements() const {
  return state_->placed;
}

}  // namespace factbox::stories
