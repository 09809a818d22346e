#include "reports/dateline.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/letters.h"

namespace factbox::reports {
namespace {

constexpr std::size_t kLongestDateline = 90;
constexpr std::size_t kLongestPlace = 48;

/// The words before the first dash (or colon) that parts a dateline from its report.
std::optional<std::string_view> opening(std::string_view text) {
  constexpr std::array<std::string_view, 6> kDashes{" - ", " – ", " — ", " -- ", "— ", ": "};
  const std::string_view beginning = text.substr(0, std::min(text.find('\n'), kLongestDateline));
  std::size_t first = std::string_view::npos;
  for (const std::string_view dash : kDashes) {
    first = std::min(first, beginning.find(dash));
  }
  if (first == std::string_view::npos) {
    return std::nullopt;
  }
  return beginning.substr(0, first);
}

const Outlet* agency_by(std::string_view name, const Outlets& outlets) {
  const Outlet* outlet = outlets.find_by_name(trimmed(name, " .,-"));
  return outlet != nullptr && outlet->agency ? outlet : nullptr;
}

/// "MUSCAT, March 3" and "TEHRAN, Iran" without the day.
std::string_view without_day(std::string_view place) {
  const auto digit =
      static_cast<std::size_t>(std::ranges::find_if(place, ascii::is_digit) - place.begin());
  if (digit < place.size()) {
    const std::size_t comma = place.substr(0, digit).rfind(',');
    place = place.substr(0, comma == std::string_view::npos ? 0 : comma);
  }
  return trimmed(place, " ,.");
}

/// "LONDON", "TEL AVIV", "TEHRAN, Iran": capitals up to the first comma.
bool begins_in_capitals(std::string_view place) {
  const std::string_view town = place.substr(0, place.find_first_of(",("));
  constexpr std::size_t kLeastLetters = 3;
  return count_capitals_alone(town) >= kLeastLetters;
}

void read_opening(std::string_view words, const Outlets& outlets, Dateline& found) {
  const std::size_t bracket = words.find('(');
  if (bracket != std::string_view::npos) {
    const std::size_t end = words.find(')', bracket);
    const std::string_view inside =
        words.substr(bracket + 1, end == std::string_view::npos ? end : end - bracket - 1);
    const Outlet* agency = agency_by(inside, outlets);
    if (end == std::string_view::npos || !trimmed(words.substr(end + 1), " .,").empty()) {
      return;
    }
    if (agency == nullptr) {
      // "GENEVA (Own correspondent)" still says where.
      if (!begins_in_capitals(words) || !begins_with_capital(inside)) {
        return;
      }
    } else {
      found.agency = agency->name;
    }
    found.credit = trimmed(inside, " ");
    words = words.substr(0, bracket);
  } else if (!begins_in_capitals(words)) {
    return;
  }
  const std::string_view place = without_day(words);
  if (!place.empty() && place.size() <= kLongestPlace && begins_with_capital(place)) {
    found.place = place;
  }
}

/// The credit in a text's last line.
const Outlet* closing_credit(std::string_view text, const Outlets& outlets) {
  constexpr std::size_t kLongestCredit = 60;
  text = trimmed(text, " \n\r\t");
  std::string_view line =
      text.substr(text.rfind('\n') == std::string_view::npos ? 0 : text.rfind('\n') + 1);
  const std::size_t bracket = line.rfind('(');
  if (line.ends_with(')') && bracket != std::string_view::npos) {
    return agency_by(line.substr(bracket + 1, line.size() - bracket - 2), outlets);
  }
  if (line.size() > kLongestCredit) {
    return nullptr;
  }
  for (const std::string_view before : {"Source: ", "SOURCE: ", "© ", "- ", "– ", "— "}) {
    if (line.starts_with(before)) {
      return agency_by(line.substr(before.size()), outlets);
    }
  }
  return agency_by(line, outlets);
}

}  // namespace

Dateline find_dateline(std::string_view text, const Outlets& outlets, const DateWords& dates) {
  Dateline found;
  if (const auto words = opening(text)) {
    read_opening(*words, outlets, found);
    if (const auto date = found.place.empty() ? std::nullopt : dates.find(*words)) {
      found.date = date->iso;
    }
  }
  if (found.agency.empty()) {
    if (const Outlet* agency = closing_credit(text, outlets)) {
      found.agency = agency->name;
    }
  }
  return found;
}

}  // namespace factbox::reports
