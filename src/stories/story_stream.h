/// \file
/// Running stories found in a stream of reports, each placed as it comes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "reports/report.h"
#include "stories/lexicon.h"
#include "stories/report_vector.h"
#include "stories/shingles.h"

namespace factbox::stories {

struct StreamOptions {
  WeighingOptions weighing;
  double likeness = 0.17;    ///< of a report to a story, at least, to join it
  double names_at_most = 4;  ///< what names may add to a likeness, as times of what words do
  double full_words = 80;    ///< different words from which on that holds; a headline has few
  double short_power = 0.7;  ///< how fast less is asked of fewer words
  double short_floor = 0.3;  ///< the share of the likeness that is asked of the shortest
  double forget_days = 30;   ///< a report's part in its story fades to 37 % in that time
  double gap_days = 20;      ///< likeness fades to 37 % over that time without a report
  double age_days = 120;     ///< and over that time since the story began
  CopyOptions copies;
};

/// Where a report was placed on arrival.
struct Placement {
  std::uint32_t story = 0;   ///< index in StoryStream::stories()
  std::uint32_t origin = 0;  ///< arrival number of the report whose wording it has; its own if none
};

/// A story as the stream has it so far.
struct RunningStory {
  std::string id;                      ///< from its first report; stays
  std::string title;                   ///< the headline that says most of what its reports speak of
  std::vector<std::uint32_t> reports;  ///< arrival numbers, in order
  std::optional<Instant> first, last;  ///< of its dated reports
};

/// Places reports in running stories in the order in which they come (after Miranda et al. 2018):
/// weighted words of title and text against each story's mean, with idf that grows with the
/// stream, and likeness that fades with time. The cost of a report depends on its length and not on
/// how many stories there are. The same reports in the same order give the same stories.
class StoryStream {
 public:
  explicit StoryStream(std::shared_ptr<const Lexicon> lexicon, const StreamOptions& options = {});
  ~StoryStream();
  StoryStream(StoryStream&&) noexcept;
  StoryStream& operator=(StoryStream&&) noexcept;
  StoryStream(const StoryStream&) = delete;
  StoryStream& operator=(const StoryStream&) = delete;

  Placement place(const reports::Report& report);

  [[nodiscard]] const std::vector<RunningStory>& stories() const;
  /// Placements by arrival number.
  [[nodiscard]] const std::vector<Placement>& placements() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace factbox::stories
