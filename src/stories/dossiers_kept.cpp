// What of the dossiers is kept between runs, and what is forgotten.
#include <algorithm>

#include "stories/dossiers.h"

namespace factbox::stories {

std::vector<bool> Dossiers::forget(Instant before, ArrivalNumber undated_before) {
  std::vector<bool> gone(stories_.size(), false);
  for (std::size_t story = 0; story < stories_.size(); ++story) {
    const auto& last = dossiers_[story].told.last;
    gone[story] =
        heirs_[story] != story || (last ? *last < before : last_arrival_[story] < undated_before);
  }
  // A family is looked at together: one that still runs keeps all its stories.
  std::vector<bool> runs(families_.size(), false);
  for (std::size_t story = 0; story < stories_.size(); ++story) {
    if (!gone[story]) {
      runs[dossiers_[story].family] = true;
    }
  }
  for (std::size_t story = 0; story < stories_.size(); ++story) {
    const std::uint32_t family = dossiers_[story].family;
    gone[story] = heirs_[story] != story || (gone[story] && !runs[family]);
    if (gone[story] && heirs_[story] == story) {
      families_[family].closed = true;
      dossiers_[story] = {};
      dossiers_[story].family = family;
    }
  }
  words_.forget(gone);
  std::vector<bool> reports_gone(placements_.size(), false);
  for (std::size_t report = 0; report < placements_.size(); ++report) {
    reports_gone[report] = gone[placements_[report].story];
  }
  return reports_gone;
}

bool Dossiers::is_sound() const {
  const std::size_t count = stories_.size();
  const auto is_story = [&](std::uint32_t story) { return story < count; };
  if (dossiers_.size() != count || last_arrival_.size() != count || heirs_.size() != count ||
      !std::all_of(heirs_.begin(), heirs_.end(), is_story) || !words_.leads_within(count)) {
    return false;
  }
  std::vector<std::size_t> placed(count, 0);
  for (std::size_t report = 0; report < placements_.size(); ++report) {
    if (!is_story(placements_[report].story) || placements_[report].origin > report) {
      return false;
    }
    ++placed[placements_[report].story];
  }
  for (std::uint32_t story = 0; story < count; ++story) {
    std::size_t steps = 0;
    for (std::uint32_t at = story; heirs_[at] != at; at = heirs_[at]) {
      if (++steps > count) {
        return false;
      }
    }
    const auto& reports = stories_[story].reports;
    const bool its_own = std::all_of(reports.begin(), reports.end(), [&](std::uint32_t report) {
      return report < placements_.size() && placements_[report].story == story;
    });
    const auto& dossier = dossiers_[story];
    if (!its_own || reports.size() != placed[story] ||
        reports.empty() == (heirs_[story] == story) || dossier.family >= families_.size() ||
        !std::all_of(dossier.members.begin(), dossier.members.end(), [&](const Member& member) {
          return member.report < placements_.size() && placements_[member.report].story == story;
        })) {
      return false;
    }
  }
  return std::all_of(families_.begin(), families_.end(), [&](const Family& family) {
    return std::all_of(family.stories.begin(), family.stories.end(), is_story);
  });
}

void Dossiers::recall() {
  events_.clear();
  joined_.clear();
  for (std::uint32_t story = 0; story < stories_.size(); ++story) {
    stories_[story].family = dossiers_[story].family;
    if (heirs_[story] != story) {
      joined_.emplace(stories_[story].id, story);
    }
  }
}

}  // namespace factbox::stories
