#include "factboxes/lines/no_news.h"

#include <algorithm>
#include <set>
#include <string>

#include "factboxes/lines/shown_tokens.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
namespace {

using language::Analysis;

class NoNews {
 public:
  NoNews(const Analysis& analysis, const Shown& shown, const HouseStyle& style)
      : analysis_(analysis), shown_(shown), style_(style) {}

  [[nodiscard]] std::string_view find() const {
    const auto hull = shown_.hull.in(analysis_.text());
    if (runs_together() || repeats_itself() || calls_out()) {
      return "two sentences run together";
    }
    if (hull.starts_with('-') || analysis_.text().substr(0, shown_.hull.begin).ends_with('-')) {
      return "half a word";
    }
    if (hull.starts_with('[')) {
      return "a note of the report's own";
    }
    if (is_caption()) {
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
    for_tokens(analysis_, shown_.hull, [&](std::uint32_t token) {
      if (analysis_.word(token) == "!" && !inside_any(shown_.quoted, analysis_.range(token))) {
        called = true;
      } else if (analysis_.pos(token) != "PUNCT" && !analysis_.is_space(token)) {
        goes_on = goes_on || called;
      }
    });
    return goes_on;
  }

  /// "A firefighter walks past a car in Tadmor on June 2, 2031": news is told in the past, a
  /// picture of a day in the present.
  [[nodiscard]] bool is_caption() const {
    bool present = false;
    bool year = false;
    for_tokens(analysis_, shown_.hull, [&](std::uint32_t token) {
      present = present || (analysis_.tag(token) == "VBZ" && analysis_.head(token) == token);
      const auto word = analysis_.word(token);
      year = year || (word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
                      token > 1 && analysis_.word(token - 1) == "," && is_time(analysis_, token) &&
                      is_time(analysis_, token - 2));
    });
    return present && year;
  }

  /// A small word with a capital, and no mark before it: a heading and a sentence, or two
  /// sentences, run together.
  [[nodiscard]] bool runs_together() const {
    bool found = false;
    const auto first = analysis_.token_at(shown_.hull.begin);
    for_tokens(analysis_, shown_.hull, [&](std::uint32_t token) {
      const auto word = analysis_.word(token);
      const auto tag = analysis_.tag(token);
      const bool small = tag == "DT" || tag == "IN" || tag == "PRP" || tag == "PRP$" ||
                         tag == "WRB" || tag == "CC" || tag == "EX";
      const bool capital = word[0] >= 'A' && word[0] <= 'Z' &&
                           (word == "A" || (word.size() > 1 && word[1] >= 'a' && word[1] <= 'z'));
      if (token == first || !small || !capital || in_name(token)) {
        return;
      }
      auto before = token - 1;
      while (before > first && closes_quotation(analysis_.word(before))) {
        --before;
      }
      found = found || (analysis_.pos(before) != "PUNCT" && !analysis_.is_space(before) &&
                        !analysis_.word(before).ends_with('.'));
    });
    return found;
  }

  static bool closes_quotation(std::string_view word) {
    return word == "\xE2\x80\x9D" || word == "\xE2\x80\x99" || word == "''";
  }

  [[nodiscard]] bool in_name(std::uint32_t token) const {
    const auto entities = analysis_.entities();
    const auto next = analysis_.word(std::min(token + 1, analysis_.size() - 1));
    const bool next_capital = next[0] >= 'A' && next[0] <= 'Z' && analysis_.tag(token) == "DT" &&
                              analysis_.pos(analysis_.head(token)) == "PROPN";
    return next_capital ||
           std::any_of(entities.begin(), entities.end(), [&](const language::EntitySpan& each) {
             return each.tokens.first < token && token < each.tokens.past;
           });
  }

  /// "A few minutes later, …", "Moments earlier, …".
  [[nodiscard]] bool counts_from_before() const {
    constexpr std::size_t kNear = 6;
    const auto words = words_of(shown_.hull.in(analysis_.text()));
    for (std::size_t i = 0; i < std::min(kNear, words.size()); ++i) {
      const auto& word = words[i].folded;
      if (word == "later" || word == "earlier" || word == "afterwards" || word == "afterward") {
        const auto behind = shown_.hull.begin + words[i].range.end;
        const ByteRange range{shown_.hull.begin + words[i].range.begin, behind};
        return analysis_.text().substr(behind).starts_with(",") &&
               !inside_any(shown_.replaced, range);
      }
    }
    return false;
  }

  /// Five words in a row twice: a heading repeated by its text.
  [[nodiscard]] bool repeats_itself() const {
    constexpr std::size_t kRun = 5;
    const auto words = words_of(shown_.hull.in(analysis_.text()));
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
    for (const char c : shown_.hull.in(analysis_.text())) {
      open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      least = std::min(least, open);
    }
    return open != 0 || least < 0;
  }

  const Analysis& analysis_;
  const Shown& shown_;
  const HouseStyle& style_;
};

}  // namespace

std::string_view what_is_no_news(const Analysis& analysis, const Shown& shown,
                                 const HouseStyle& style) {
  return NoNews{analysis, shown, style}.find();
}

}  // namespace factbox::factboxes
