#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "factboxes/lines/dated_words.h"
#include "factboxes/lines/printed_dates.h"
#include "factboxes/lines/replacing.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::Link;

namespace {

bool in_list(const std::vector<std::string>& phrases, std::string_view words) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const auto& phrase) { return holds_phrase(words, phrase); });
}

/// Prints days for the words that count from a report's own.
class TimePrinting {
 public:
  explicit TimePrinting(Replacing& line) : line_(line) {}

  void date(const mentions::TimeMention& time) {
    if (time.where.field != line_.statement().field || !line_.shown(time.where.range)) {
      return;
    }
    const auto range =
        day_words(line_.text(), time, without_preposition(time.where.range), line_.rules().style);
    if (range.empty() ||
        !wants_date(*line_.report().report, line_.statement(), time, range, line_.rules())) {
      return;
    }
    const auto printed =
        print_timex(time.value, line_.rules().current_year, line_.rules().always_year);
    if (!printed) {
      return;
    }
    auto whole = range;
    std::string before;
    const auto rest = line_.text().substr(range.end);
    const bool possessive = rest.starts_with("'s ") || rest.starts_with("\xE2\x80\x99s ");
    const auto word = word_before(range.begin);
    if (possessive) {
      whole.end += rest.front() == '\'' ? 2 : 4;
      before = printed->words.starts_with("the ") ? "" : "the ";
    } else if (!describes_noun(range) && !stands_before_date(word)) {
      before = printed->preposition + " ";
    }
    if (possessive && printed->words.starts_with("the ")) {
      return;  // "last week's talks": no short form says it
    }
    auto evidence =
        evidence_at(*line_.report().report, {line_.statement().field, whole}, Part::time);
    line_.replace(whole, {{before + printed->words, std::move(evidence), std::nullopt}}, false);
  }

  /// Relative words that no date replaces.
  std::string_view times_left() {
    std::string left;
    auto at = line_.layout().hull.begin;
    const auto keep = [&](std::uint32_t end) {
      for (auto i = at; i < end; ++i) {
        const bool hidden = Replacing::touches_any(line_.layout().quoted, {i, i + 1}) ||
                            Replacing::touches_any(line_.layout().cuts, {i, i + 1});
        left += hidden ? '|' : line_.text()[i];
      }
    };
    for (const auto& each : line_.found().all) {
      keep(each.range.begin);
      left += '|';
      at = std::max(at, each.range.end);
    }
    keep(line_.layout().hull.end);
    for (const auto& words : line_.rules().style.named_days) {
      left = without_phrase(std::move(left), words);
    }
    if (in_list(line_.rules().style.strict_relative_times, left)) {
      return "a time that couldn't be resolved";
    }
    line_.found().unresolved_time = in_list(line_.rules().style.loose_relative_times, left);
    return "";
  }

 private:
  /// The last word before `at`, and whether only a space parts them.
  [[nodiscard]] std::string word_before(std::uint32_t at) const {
    const auto from = at - std::min<std::uint32_t>(at, 24);
    const auto words = words_of(line_.text().substr(from, at - from));
    return words.empty() ? std::string{} : words.back().folded;
  }

  [[nodiscard]] bool stands_before_date(std::string_view word) const {
    return line_.rules().style.line_lists.holds(LineList::before_date, word);
  }

  /// The preposition within the mention stays as it is: "on Tuesday".
  [[nodiscard]] ByteRange without_preposition(ByteRange range) const {
    const auto words = words_of(range.in(line_.text()));
    if (words.size() > 1 && stands_before_date(words.front().folded)) {
      range.begin += words[1].range.begin;
    }
    return range;
  }

  /// True where the time stands before a noun that it describes: "the Tuesday attack".
  [[nodiscard]] bool describes_noun(ByteRange range) const {
    const auto& sheet = line_.sheet();
    const auto last = sheet.token_at(range.end - 1);
    if (last >= sheet.size()) {
      return false;
    }
    const Link link = sheet.link(last);
    const auto head = sheet.head(last);
    return (link == Link::compound || link == Link::noun_modifier || link == Link::adjective) &&
           head > last;
  }

  Replacing& line_;
};

}  // namespace

std::string_view print_times(Replacing& line) {
  TimePrinting times{line};
  for (const auto& time : line.report().mentions.times) {
    times.date(time);
  }
  std::ranges::sort(line.found().all, {}, &Replacement::range);
  return times.times_left();
}

}  // namespace factbox::factboxes
