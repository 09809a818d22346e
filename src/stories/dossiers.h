/// \file
/// What a stream holds of its running stories, to place reports in them, join them and part them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/instant.h"
#include "stories/report_vector.h"
#include "stories/running_story.h"
#include "stories/story_index.h"
#include "stories/story_words.h"

namespace factbox::stories {

/// A report as its story holds it for as long as it may be parted.
struct Member {
  ArrivalNumber report = 0;
  std::string story_id;  ///< of a story that begins with it
  std::string title;
  std::optional<Instant> published;
  std::optional<Instant> told;  ///< published, or when it says itself to be from
  bool guessed = false;         ///< the source doesn't say when it was published
  ReportVector words;
  std::vector<float> meaning;  ///< of a headline whose meaning is known
  std::vector<TermNumber> headline;
};

/// All running stories of a stream.
class Dossiers {
 public:
  explicit Dossiers(const StreamOptions& options) : options_(options) {}

  /// The story whose reports the report is most like, if it is like enough; those that it is nearly
  /// like enough to may be one story.
  struct Found {
    std::optional<std::uint32_t> story;
    std::vector<std::uint32_t> near;
  };
  [[nodiscard]] Found find(const Member& report);

  /// Places the next report: in a story, or in one that begins with it.
  void place(std::optional<std::uint32_t> story, std::uint32_t origin, Member report);

  /// Joins to the story of the report that came last those near it, if their reports are alike.
  void join_near(std::span<const std::uint32_t> near);

  /// Asks whether the story of the report that came last tells several events, and parts it.
  void part_last();

  /// Forgets what it takes to place reports in stories that are over; gives by report whether its
  /// story is. The stories themselves stay, and are told no more of.
  [[nodiscard]] std::vector<bool> forget(Instant before, ArrivalNumber undated_before);

  /// All that it remembers but events, on its way to bytes or back (walk_numbers.h).
  template <class Way, class Self>
  static void walk(Way& way, Self& self);
  /// Whether what was read can be: every number leads to what is there.
  [[nodiscard]] bool is_sound() const;
  /// After reading: finds again what follows from the rest.
  void recall();

  [[nodiscard]] const std::vector<RunningStory>& stories() const { return stories_; }
  [[nodiscard]] const std::vector<StoryEvent>& events() const { return events_; }
  [[nodiscard]] const std::vector<Placement>& placements() const { return placements_; }

 private:
  struct Times {
    std::optional<Instant> first, last;
    void widen(const std::optional<Instant>& with);
    void widen(const Times& with);
  };
  struct Dossier {
    Centre centre;
    Times stated;  ///< when its reports were published, where their sources say so
    Times told;    ///< and with guessed dates
    std::vector<TermNumber> headline;  ///< the words of its title
    std::vector<Member> members;       ///< empty where its family is too large to be parted
    std::uint32_t family = 0;
  };
  /// Stories that came of parting one, and those that joined them: looked at together when it is
  /// asked again how many events they tell. They never join each other for being alike.
  struct Family {
    std::vector<std::uint32_t> stories;
    std::size_t part_at = 0;  ///< how many reports they have when that is asked next
    bool closed = false;      ///< too many
  };

  [[nodiscard]] double score(const Alike& alike) const;
  [[nodiscard]] double least(const Alike& alike, double of_words) const;
  [[nodiscard]] double fade(const Times& stated, const Times& told, const Dossier& other) const;
  [[nodiscard]] double fade(const Times& times, const Times& other, double slower) const;
  [[nodiscard]] ArrivalNumber newest() const;
  [[nodiscard]] bool are_one(std::uint32_t story, std::uint32_t other) const;
  std::uint32_t begin(const Member& first, std::optional<std::uint32_t> family);
  void add(std::uint32_t index, Member member);
  void become_one(std::uint32_t kept, std::uint32_t gone);
  void join_families(std::uint32_t kept, std::uint32_t gone);
  void close(Family& family);
  [[nodiscard]] std::size_t size_of(const Family& family) const;
  [[nodiscard]] std::vector<Member> take_members(const Family& family);
  [[nodiscard]] std::vector<std::uint32_t> events_of(std::span<const Member> members) const;
  [[nodiscard]] bool too_short_to_part(std::span<const Member> members) const;
  [[nodiscard]] std::vector<std::uint32_t> stories_of_events(std::span<const Member> members,
                                                             std::span<const std::uint32_t> events,
                                                             std::uint32_t family);
  void note_moves(std::span<const Member> members, std::span<const std::uint32_t> now);
  void refill(std::uint32_t family, std::vector<Member> members,
              std::span<const std::uint32_t> now);

  StreamOptions options_;
  StoryWords words_;
  std::vector<Placement> placements_;
  std::vector<RunningStory> stories_;
  std::vector<StoryEvent> events_;
  std::vector<Family> families_;
  std::vector<Dossier> dossiers_;            ///< by story, like the next two
  std::vector<std::uint32_t> last_arrival_;  ///< of a report that came to it
  std::vector<std::uint32_t> heirs_;         ///< the story that it joined; itself if none
  std::unordered_map<std::string, std::uint32_t> joined_;  ///< by id, those that joined another
};

template <class Way, class Self>
void Dossiers::walk(Way& way, Self& self) {
  const auto walk_times = [&](auto& times) {
    walk_moment(way, times.first);
    walk_moment(way, times.last);
  };
  way.list(self.placements_, [&](auto& placement) {
    walk_whole(way, placement.story);
    walk_whole(way, placement.origin);
  });
  way.list(self.stories_, [&](auto& story) {
    way.raw(story.id);
    way.raw(story.title);
    walk_wholes(way, story.reports);
    walk_times(story);
  });
  way.list(self.families_, [&](auto& family) {
    walk_wholes(way, family.stories);
    walk_whole(way, family.part_at);
    way.flag(family.closed);
  });
  way.list(self.dossiers_, [&](auto& dossier) {
    Centre::walk(way, dossier.centre);
    walk_times(dossier.stated);
    walk_times(dossier.told);
    walk_wholes(way, dossier.headline);
    walk_whole(way, dossier.family);
    way.list(dossier.members, [&](auto& member) {
      walk_whole(way, member.report);
      way.raw(member.story_id);
      way.raw(member.title);
      walk_moment(way, member.published);
      walk_moment(way, member.told);
      way.flag(member.guessed);
      walk_words(way, member.words);
      way.list(member.meaning, [&](auto& number) { walk_float(way, number); });
      walk_wholes(way, member.headline);
    });
  });
  walk_wholes(way, self.last_arrival_);
  walk_wholes(way, self.heirs_);
  StoryWords::walk(way, self.words_);
}

}  // namespace factbox::stories
