/// \file
/// Running stories found in a stream of reports, each placed as it comes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "reports/report.h"
#include "stories/lexicon.h"
#include "stories/running_story.h"

namespace factbox::stories {

/// What is known of a report beside its words.
struct Clues {
  std::span<const float> meaning{};  ///< of a headline (readers::MeaningReader); else empty
  std::optional<Instant> told{};     ///< when it tells of itself to be from, where it is undated
};

/// Places reports in running stories in the order in which they come (after Miranda et al. 2018):
/// weighted words of title and text, with idf that grows with the stream, against those of each
/// story's reports on average; likeness fades with time. Of headlines it counts what they mean.
///
/// As evidence grows, stories whose reports are alike become one, and one that tells look-alike
/// events becomes several: each such change is an event. The id of a story is that of its first
/// report and stays with that report, so that of two that join the older stays.
///
/// The cost of a report depends on its length and not on how many stories there are. The same
/// reports in the same order give the same stories.
class StoryStream {
 public:
  explicit StoryStream(std::shared_ptr<const Lexicon> lexicon, const StreamOptions& options = {});
  ~StoryStream();
  StoryStream(StoryStream&&) noexcept;
  StoryStream& operator=(StoryStream&&) noexcept;
  StoryStream(const StoryStream&) = delete;
  StoryStream& operator=(const StoryStream&) = delete;

  Placement place(const reports::Report& report, const Clues& clues = {});

  /// All that it remembers but events, as one value of bytes: whoever owns the stories keeps it
  /// between runs. The same stream gives the same bytes.
  [[nodiscard]] std::string snapshot() const;
  /// Goes on where snapshot() was taken, by the same lexicon and options. Fails as unsupported
  /// where the bytes are of another version, as malformed where they were cut short or altered.
  [[nodiscard]] Result<void> restore(std::string_view bytes);

  /// Forgets what it takes to place reports in stories whose last report is from before a moment
  /// (of undated stories: came before a report), and the wordings of their reports: no report joins
  /// them any more. They keep their numbers and ids. Cost: by all that is remembered.
  void forget(Instant before, std::uint32_t undated_before);

  /// All that there ever were; those that joined another have no reports.
  [[nodiscard]] const std::vector<RunningStory>& stories() const;
  /// What was joined and parted, in order.
  [[nodiscard]] const std::vector<StoryEvent>& events() const;
  /// Where each report is now, by arrival number.
  [[nodiscard]] const std::vector<Placement>& placements() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace factbox::stories
