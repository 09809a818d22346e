#include "reports/address_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "base/instant.h"
#include "base/letters.h"

namespace factbox::reports {
namespace {

constexpr int kFirstYear = 1990;  // the web's first addresses with dates
constexpr int kLastYear = 2099;
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kDayDigits = 8;

bool is_number(std::string_view words) {
  return !words.empty() && words.find_first_not_of("0123456789") == std::string_view::npos;
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) {
    value = value * 10 + (digit - '0');
  }
  return value;
}

bool is_year(std::string_view words) {
  return words.size() == kYearDigits && is_number(words) && value_of(words) >= kFirstYear &&
         value_of(words) <= kLastYear;
}

bool is_short_number(std::string_view words) {
  return words.size() <= 2 && is_number(words);
}

/// The path of an address, in small letters.
std::string path_of(std::string_view url) {
  const auto scheme = url.find("://");
  url.remove_prefix(scheme == std::string_view::npos ? 0 : scheme + 3);
  const auto slash = url.find('/');
  url = slash == std::string_view::npos ? "" : url.substr(slash);
  return in_small_letters(url.substr(0, url.find_first_of("?#")));
}

/// The path's words and numbers, each with the mark before it.
struct Part {
  char before;
  std::string_view words;
};

std::vector<Part> parts_of(std::string_view path) {
  std::vector<Part> parts;
  char before = '/';
  for (std::size_t at = 0; at < path.size();) {
    const auto end = std::min(path.find_first_of("/-_.,", at), path.size());
    if (end > at) {
      parts.push_back({before, path.substr(at, end - at)});
    }
    before = end < path.size() ? path[end] : '/';
    at = end + 1;
  }
  return parts;
}

/// A day or month that calendars have.
std::optional<std::string> known(std::string iso) {
  return read_time(iso) ? std::optional{std::move(iso)} : std::nullopt;
}

/// Where a path's numbers are read as a date.
class Finder {
 public:
  Finder(std::string_view path, const DateWords& words) : words_(words), parts_(parts_of(path)) {
    for (std::size_t at = 0; at < parts_.size(); ++at) {
      if (is_year(parts_[at].words)) {
        read_from_year(at);
      } else if (is_number(parts_[at].words.substr(0, kDayDigits))) {
        read_run(parts_[at].words);
      }
    }
  }

  [[nodiscard]] std::optional<std::string> date() const {
    const auto& found = days_.empty() ? months_ : days_;
    return found.size() == 1 ? std::optional{*found.begin()} : std::nullopt;
  }

 private:
  [[nodiscard]] int month_of(std::string_view word) const {
    return is_short_number(word) ? value_of(word) : words_.month(word);
  }

  void read_from_year(std::size_t at) {
    const auto follows = [&](std::size_t n) {
      return at + n < parts_.size() && parts_[at + n].before == parts_[at + 1].before;
    };
    const int month = follows(1) ? month_of(parts_[at + 1].words) : 0;
    if (month == 0) {
      return;
    }
    const auto year = parts_[at].words;
    if (follows(2) && is_short_number(parts_[at + 2].words)) {
      if (auto day =
              known(fmt::format("{}-{:02}-{:02}", year, month, value_of(parts_[at + 2].words)))) {
        days_.insert(std::move(*day));
        return;
      }
    }
    // "/2031/10/" is a month; "-2031-10" may count anything.
    if (parts_[at].before == '/' && parts_[at + 1].before == '/') {
      if (auto only = known(fmt::format("{}-{:02}", year, month))) {
        months_.insert(std::move(*only));
      }
    }
  }

  /// "20311007", or with a clock's digits behind it.
  void read_run(std::string_view run) {
    constexpr std::size_t kWithMinutes = 12;
    constexpr std::size_t kWithSeconds = 14;
    const auto digits = std::min(run.find_first_not_of("0123456789"), run.size());
    if ((digits != kDayDigits && digits != kWithMinutes && digits != kWithSeconds) ||
        !is_year(run.substr(0, kYearDigits))) {
      return;
    }
    if (auto day =
            known(fmt::format("{}-{}-{}", run.substr(0, 4), run.substr(4, 2), run.substr(6, 2)))) {
      days_.insert(std::move(*day));
    }
  }

  const DateWords& words_;
  std::vector<Part> parts_;
  std::set<std::string> days_, months_;
};

}  // namespace

std::optional<std::string> date_in_address(std::string_view url, const DateWords& words) {
  return Finder{path_of(url), words}.date();
}

}  // namespace factbox::reports
