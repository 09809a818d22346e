#include "mentions/times/time_words.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

// not English in this file: names of lists.

namespace factbox::mentions {
namespace {

constexpr std::pair<std::string_view, TimeWordKind> kKinds[] = {
    {"month", TimeWordKind::month},       {"weekday", TimeWordKind::weekday},
    {"weekdays", TimeWordKind::weekdays}, {"unit", TimeWordKind::unit},
    {"units", TimeWordKind::units},       {"part", TimeWordKind::part},
    {"parts", TimeWordKind::parts},       {"moment", TimeWordKind::moment},
    {"season", TimeWordKind::season},     {"deictic", TimeWordKind::deictic},
    {"ref", TimeWordKind::ref},           {"side", TimeWordKind::side},
    {"mod", TimeWordKind::mod},           {"set", TimeWordKind::set},
    {"each", TimeWordKind::each},         {"vague", TimeWordKind::vague},
    {"bound", TimeWordKind::bound},       {"filler", TimeWordKind::filler},
    {"zone", TimeWordKind::zone},         {"holiday", TimeWordKind::holiday},
    {"fixed", TimeWordKind::fixed},       {"weak_ref", TimeWordKind::weak_ref},
    {"decade", TimeWordKind::decade}};

/// In the order of TimeList.
constexpr std::array<std::string_view, 99> kLists{"can_fail",
                                                  "condition",
                                                  "ahead",
                                                  "ahead_for",
                                                  "scheduled",
                                                  "put_off",
                                                  "lasts",
                                                  "wants",
                                                  "done",
                                                  "looks",
                                                  "able",
                                                  "plan",
                                                  "of_a_row",
                                                  "event",
                                                  "before_event",
                                                  "until",
                                                  "goal",
                                                  "placed",
                                                  "before_clock",
                                                  "how_often",
                                                  "no_year_after",
                                                  "month_noun",
                                                  "the",
                                                  "a",
                                                  "its",
                                                  "these",
                                                  "this_one",
                                                  "that",
                                                  "of",
                                                  "joining",
                                                  "either",
                                                  "to",
                                                  "from",
                                                  "by",
                                                  "in",
                                                  "on",
                                                  "at",
                                                  "as",
                                                  "over",
                                                  "before",
                                                  "after",
                                                  "genitive",
                                                  "one",
                                                  "two",
                                                  "thousand",
                                                  "half",
                                                  "few",
                                                  "couple",
                                                  "some",
                                                  "so",
                                                  "more",
                                                  "other",
                                                  "all",
                                                  "each",
                                                  "first",
                                                  "second",
                                                  "closing",
                                                  "next",
                                                  "past",
                                                  "old",
                                                  "age",
                                                  "lengthy",
                                                  "time",
                                                  "a_while",
                                                  "year",
                                                  "week",
                                                  "quarter",
                                                  "period",
                                                  "hours",
                                                  "oclock",
                                                  "q",
                                                  "fall",
                                                  "soon",
                                                  "ago",
                                                  "now",
                                                  "earlier",
                                                  "previously",
                                                  "later",
                                                  "following",
                                                  "of_accounts",
                                                  "usual_ref",
                                                  "fiscal",
                                                  "fiscal_year",
                                                  "century",
                                                  "year_prefix",
                                                  "before_year",
                                                  "before_season",
                                                  "ended",
                                                  "before_in",
                                                  "may_begin",
                                                  "of_share",
                                                  "whole_month",
                                                  "doubtful_month",
                                                  "behind_event",
                                                  "between_days",
                                                  "before_noon",
                                                  "after_noon",
                                                  "be_or_have",
                                                  "behind_ahead_for"};

const TimeWord kNothing;

std::optional<TimeWordKind> kind_of(std::string_view name) {
  for (const auto& [known, kind] : kKinds) {
    if (known == name) {
      return kind;
    }
  }
  return std::nullopt;
}

/// Takes a leading number off `value` ("-1 D" leaves "D"); 0 where there is none.
int take_number(std::string_view& value) {
  int number = 0;
  if (value.starts_with('+')) {
    value.remove_prefix(1);
  }
  const auto [end, wrong] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (wrong == std::errc{}) {
    value.remove_prefix(static_cast<std::size_t>(end - value.data()));
  }
  while (value.starts_with(' ')) {
    value.remove_prefix(1);
  }
  return number;
}

bool is_numbered(TimeWordKind kind) {
  return kind == TimeWordKind::month || kind == TimeWordKind::weekday ||
         kind == TimeWordKind::weekdays || kind == TimeWordKind::deictic ||
         kind == TimeWordKind::zone || kind == TimeWordKind::decade;
}

}  // namespace

Result<TimeWords> TimeWords::read(const Table& table, const Table& lists) {
  TimeWords all;
  FB_TRY(words_on_lists, WordLists<TimeList>::read(lists, kLists));
  all.lists_ = std::move(words_on_lists);
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    const auto kind = kind_of(row[1]);
    if (!kind) {
      return tl::unexpected(table.wrong(i, "no known kind of time word"));
    }
    TimeWord word{*kind, 0, {}};
    std::string_view value = row[2];
    if (is_numbered(*kind)) {
      word.number = take_number(value);
    }
    word.letters = row[2].empty() && *kind == TimeWordKind::zone ? "local" : value;
    Phrases& phrases = *kind == TimeWordKind::bound      ? all.bounds_
                       : *kind == TimeWordKind::weak_ref ? all.weak_refs_
                       : *kind == TimeWordKind::decade   ? all.decades_
                                                         : all.phrases_;
    phrases.add(row[0], static_cast<std::uint32_t>(all.words_.size()));
    all.words_.push_back(std::move(word));
  }
  return all;
}

TimeWords::Found TimeWords::found(const Phrases& phrases, const Pieces& pieces,
                                  std::uint32_t index) const {
  const auto entry = phrases.longest(pieces, index);
  return {entry.past, entry.row == Phrases::kNone ? &kNothing : &words_[entry.row]};
}

TimeWords::Found TimeWords::at(const Pieces& pieces, std::uint32_t index) const {
  return found(phrases_, pieces, index);
}

TimeWords::Found TimeWords::bound_at(const Pieces& pieces, std::uint32_t index) const {
  return found(bounds_, pieces, index);
}

TimeWords::Found TimeWords::decade_at(const Pieces& pieces, std::uint32_t index) const {
  return found(decades_, pieces, index);
}

TimeWords::Found TimeWords::weak_ref_at(const Pieces& pieces, std::uint32_t index) const {
  return found(weak_refs_, pieces, index);
}

}  // namespace factbox::mentions
