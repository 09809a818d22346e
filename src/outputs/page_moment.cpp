#include "outputs/page_moment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/instant.h"
#include "factboxes/edits.h"
#include "outputs/dates.h"

namespace factbox::outputs {
namespace {

using std::chrono::days;

constexpr std::string_view kMomentInFormula = ", known as of ";
constexpr std::string_view kNewestInFormula = "; its newest report is of ";

/// "8 weeks": days up to two weeks, then what a reader counts in.
std::string gap_words(days gap) {
  constexpr std::array<std::pair<int, std::string_view>, 3> kUnits{
      {{365, "year"}, {30, "month"}, {7, "week"}}};
  constexpr int kFew = 2;  // of a unit, from which on it is counted in
  for (const auto& [length, name] : kUnits) {
    if (const auto count = gap.count() / length; count >= kFew) {
      return fmt::format("{} {}s", count, name);
    }
  }
  return gap.count() == 1 ? std::string{"1 day"} : fmt::format("{} days", gap.count());
}

/// Why a claim isn't on a page: the word of the JSON, and what a reader is told.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kLeftOut{{
    {"less_news", "of less news"},
    {"not_alone", "unclear without their report"},
    {"outdated", "overtaken by later ones"},
    {"rules", "against a rule"},
    {"told_twice", "told by another line"},
    {"unsure", "read too unsurely"},
}};

bool ends_a_day(Instant local) {
  return local + std::chrono::seconds{1} == std::chrono::ceil<days>(local);
}

}  // namespace

ViewTime moment_of(const factboxes::Factbox& page, const Zone& zone) {
  const auto as_of = read_time(page.as_of);
  if (!as_of) {
    return {};
  }
  if (const auto shown = shown_at(as_of->first, zone); ends_a_day(shown)) {
    return print_time(to_iso_day(shown), zone);
  }
  bool day = false;
  for (const auto& source : page.sources) {
    const auto published = read_time(source.published);
    if (published && published->first == as_of->first) {
      if (published->precision == Precision::second) {
        return print_time(page.as_of, zone);
      }
      day = true;
    }
  }
  return print_time(day ? to_iso_day(as_of->first) : page.as_of, zone);
}

std::string formula_of(const factboxes::Factbox& page) {
  std::string formula = page.compiled.formula;
  for (const auto said : {kMomentInFormula, kNewestInFormula}) {
    if (const auto begin = formula.find(said); begin != std::string::npos) {
      formula.erase(begin, std::min(formula.find(';', begin + 1), formula.size()) - begin);
    }
  }
  return formula;
}

std::string newest_of(const factboxes::Factbox& page, const Zone& zone) {
  constexpr days kLong{1};
  const auto as_of = read_time(page.as_of);
  const auto last = read_time(page.compiled.last);
  if (!as_of || !last || as_of->first - last->first <= kLong) {
    return "";
  }
  const auto day = to_iso_day(shown_at(last->first, zone));
  return fmt::format("Newest report: {}, {} before", print_date(day, zone),
                     gap_words(std::chrono::floor<days>(as_of->first - last->first)));
}

std::string one_outlet_of(const factboxes::Factbox& page) {
  if (page.sources.empty()) {
    return "";
  }
  const auto& outlet = page.sources.front().outlet;
  const bool same = std::all_of(page.sources.begin(), page.sources.end(),
                                [&](const auto& source) { return source.outlet == outlet; });
  return same ? outlet : "";
}

std::string changes_of(const factboxes::Factbox& page, const Zone& zone) {
  const auto& changes = page.changes;
  const auto some = changes.added.size() + changes.changed.size() + changes.corrected.size() +
                    changes.withdrawn.size();
  if (changes.since.empty() || some == 0) {
    return "";
  }
  return fmt::format("Since {}: {} added, {} changed, {} corrected, {} withdrawn",
                     print_date(changes.since, zone), changes.added.size(), changes.changed.size(),
                     changes.corrected.size(), changes.withdrawn.size());
}

std::string edits_told(const factboxes::Factbox& page) {
  const auto edits = factboxes::edits_of(page);
  if (!edits.any()) {
    return "";
  }
  std::vector<std::string> told;
  const auto count = [&](std::uint32_t number, std::string_view one, std::string_view more) {
    if (number > 0) {
      told.push_back(fmt::format("{} {}", number, number == 1 ? one : more));
    }
  };
  if (edits.title) {
    told.emplace_back("the title");
  }
  count(edits.headings, "heading", "headings");
  count(edits.changed, "line", "lines");
  count(edits.added, "line added", "lines added");
  count(edits.taken_out, "line taken out", "lines taken out");
  if (edits.reordered) {
    told.emplace_back("the order of lines");
  }
  return fmt::format("Edited by hand: {}", fmt::join(told, ", "));
}

std::string claims_told(const factboxes::Factbox& page) {
  if (!page.claims) {
    return "";
  }
  std::vector<std::string> others;
  for (const auto& each : page.claims->left_out) {
    const auto known = std::find_if(kLeftOut.begin(), kLeftOut.end(),
                                    [&](const auto& row) { return row.first == each.why; });
    others.push_back(
        fmt::format("{} {}", each.count, known == kLeftOut.end() ? each.why : known->second));
  }
  return fmt::format("{} of {} claims shown{}{}", page.claims->shown, page.claims->found,
                     others.empty() ? "" : "; of the others, ", fmt::join(others, ", "));
}

}  // namespace factbox::outputs
