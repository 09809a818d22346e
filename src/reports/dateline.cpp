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
  const Outlet* outlet = outlets.find_by_name(trimmed(name, " \t\r\n.,;:-/"));
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

/// The words in the first brackets of a text's beginning, where a dash follows them.
std::string_view bracketed_before_dash(std::string_view words) {
  const auto open = words.find('(');
  const auto close = words.find(')', std::min(open, words.size()));
  if (close == std::string_view::npos) {
    return {};
  }
  constexpr std::size_t kNear = 6;  // bytes in which the dash must begin
  const std::string_view after = words.substr(close + 1, kNear);
  const auto sign = std::min(after.find_first_not_of(' '), after.size());
  return sign < after.size() && is_dash(letter_at(after, sign).code)
             ? words.substr(open + 1, close - open - 1)
             : std::string_view{};
}

/// The words of a closing credit: "(Source: RT)", "Source: Xinhua", "/AFP/", "— dpa".
std::string_view closing_credit(std::string_view text) {
  constexpr std::size_t kFarthest = 120;
  const auto last = text.find_last_not_of(" \t\r\n)");
  if (last == std::string_view::npos) {
    return {};
  }
  const std::string_view whole = text.substr(0, last + 1);
  const std::string_view tail = whole.substr(whole.size() - std::min(kFarthest, whole.size()));
  for (const std::string_view mark : {"Source:", "SOURCE:", "source:", "Credit:"}) {
    const auto at = tail.rfind(mark);
    if (at != std::string_view::npos) {
      return tail.substr(at + mark.size());
    }
  }
  const auto open = tail.rfind('(');
  if (open != std::string_view::npos && tail.find_first_of(".\n", open) == std::string_view::npos) {
    return tail.substr(open + 1);
  }
  const auto end = tail.rfind('\n');
  std::string_view line = end == std::string_view::npos ? std::string_view{} : tail.substr(end + 1);
  for (const std::string_view before : {"© ", "– ", "— "}) {
    line.remove_prefix(line.starts_with(before) ? before.size() : 0);
  }
  return line;
}

}  // namespace

std::string opening_agency(std::string_view text, const Outlets& outlets) {
  constexpr std::size_t kFarthest = 160;
  const Outlet* agency = agency_by(bracketed_before_dash(text.substr(0, kFarthest)), outlets);
  return agency == nullptr ? std::string{} : agency->name;
}

std::string closing_agency(std::string_view text, const Outlets& outlets) {
  const Outlet* agency = agency_by(closing_credit(text), outlets);
  return agency == nullptr ? std::string{} : agency->name;
}

std::string agency_called(std::string_view name, const Outlets& outlets) {
  const Outlet* agency = agency_by(name, outlets);
  return agency == nullptr ? std::string{} : agency->name;
}

Dateline find_dateline(std::string_view text, const Outlets& outlets, const DateWords& dates) {
  Dateline found;
  if (const auto words = opening(text)) {
    read_opening(*words, outlets, found);
    if (const auto date = found.place.empty() ? std::nullopt : dates.find(*words)) {
      found.date = date->iso;
    }
  }
  if (found.agency.empty()) {
    found.agency = opening_agency(text, outlets);
  }
  if (found.agency.empty()) {
    found.agency = closing_agency(text, outlets);
  }
  return found;
}

}  // namespace factbox::reports
