#include "factboxes/lines/no_news.h"

#include <algorithm>
#include <set>
#include <string>

#include "factboxes/lines/cuts.h"
#include "factboxes/lines/shown_tokens.h"
#include "factboxes/words.h"
#include "texts/parts.h"

namespace factbox::factboxes {
using texts::WordClass;

namespace {

using texts::Sheet;

class NoNews {
 public:
  NoNews(const Sheet& sheet, const Shown& shown, const HouseStyle& style)
      : sheet_(sheet), shown_(shown), style_(style) {}

  [[nodiscard]] std::string_view find() const {
    const auto hull = shown_.hull.in(sheet_.text());
    if (runs_together() || repeats_itself() || calls_out()) {
      return "two sentences run together";
    }
    if (hull.starts_with('-') || sheet_.text().substr(0, shown_.hull.begin).ends_with('-')) {
      return "half a word";
    }
    if (hull.starts_with('[')) {
      return "a note of the report's own";
    }
    if (texts::is_caption(sheet_, shown_.hull)) {
      return "words under a picture";
    }
    if (counts_from_before()) {
      return "a time that counts from the sentence before";
    }
    if (std::any_of(style_.page_phrases.begin(), style_.page_phrases.end(),
                    [&](const auto& phrase) { return holds_phrase(hull, phrase); })) {
      return "words about a page or a picture";
    }
    return has_open_bracket() ? "a bracket without its end" : "";
  }

 private:
  /// "… to save the deal! to prevent …": a call in the middle.
  [[nodiscard]] bool calls_out() const {
    bool called = false;
    bool goes_on = false;
    for_tokens(sheet_, shown_.hull, [&](std::uint32_t token) {
      if (sheet_.word(token) == "!" && !inside_any(shown_.quoted, sheet_.range(token))) {
        called = true;
      } else if (sheet_.word_class(token) != WordClass::punctuation && !sheet_.is_space(token)) {
        goes_on = goes_on || called;
      }
    });
    return goes_on;
  }

  /// A heading and a sentence, or two sentences, run together.
  [[nodiscard]] bool runs_together() const { return run_on_at(sheet_, shown_.hull).has_value(); }

  /// "A few minutes later, …", "Moments earlier, …".
  [[nodiscard]] bool counts_from_before() const {
    constexpr std::size_t kNear = 6;
    const auto words = words_of(shown_.hull.in(sheet_.text()));
    for (std::size_t i = 0; i < std::min(kNear, words.size()); ++i) {
      const auto& word = words[i].folded;
      if (style_.line_lists.holds(LineList::counts_on, word)) {
        const auto behind = shown_.hull.begin + words[i].range.end;
        const ByteRange range{shown_.hull.begin + words[i].range.begin, behind};
        return sheet_.text().substr(behind).starts_with(",") && !inside_any(shown_.replaced, range);
      }
    }
    return false;
  }

  /// Five words in a row twice: a heading repeated by its text.
  [[nodiscard]] bool repeats_itself() const {
    constexpr std::size_t kRun = 5;
    const auto words = words_of(shown_.hull.in(sheet_.text()));
    std::set<std::string> runs;
    for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
      std::string run;
      for (std::size_t j = i; j < i + kRun; ++j) {
        run += words[j].folded + " ";
      }
      if (!runs.insert(std::move(run)).second) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool has_open_bracket() const {
    int open = 0;
    int least = 0;
    for (const char c : shown_.hull.in(sheet_.text())) {
      open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      least = std::min(least, open);
    }
    return open != 0 || least < 0;
  }

  const Sheet& sheet_;
  const Shown& shown_;
  const HouseStyle& style_;
};

}  // namespace

std::string_view what_is_no_news(const Sheet& sheet, const Shown& shown, const HouseStyle& style) {
  return NoNews{sheet, shown, style}.find();
}

}  // namespace factbox::factboxes
