#include "factboxes/lines/wholeness.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "factboxes/lines/broken_off.h"
#include "factboxes/lines/no_news.h"
#include "factboxes/lines/shown_tokens.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::Form;
using texts::Link;
using texts::WordClass;

namespace {

using texts::Sheet;

/// Within the words of the verb's subject.
bool in_subject(const Sheet& sheet, std::uint32_t token, std::uint32_t verb) {
  constexpr int kDeepest = 12;
  for (int step = 0; step < kDeepest && sheet.head(token) != token; ++step) {
    if (sheet.head(token) == verb) {
      return texts::is_any_subject(sheet.link(token));
    }
    token = sheet.head(token);
  }
  return false;
}

bool is_antecedent(const Sheet& sheet, std::uint32_t token, std::uint32_t verb) {
  return texts::is_noun(sheet.form(token)) && !is_time(sheet, token) &&
         !in_subject(sheet, token, verb);
}

/// "Unclear" of "remains unclear".
bool is_said_of(const Sheet& sheet, std::uint32_t token, std::uint32_t verb) {
  return sheet.head(token) == verb &&
         (sheet.link(token) == Link::adjective_complement ||
          sheet.link(token) == Link::open_complement || sheet.link(token) == Link::attribute);
}

/// Looks at the tokens of the hull, in order, and at what may be meant by those that point.
class Leaning {
 public:
  Leaning(const Sheet& sheet, const Shown& shown, const HouseStyle& style, const StoryWords& words)
      : sheet_(sheet), shown_(shown), style_(style), words_(words) {}

  std::string_view find() {
    if (const auto why = what_breaks_off(sheet_, shown_, style_); !why.empty()) {
      return why;
    }
    if (asks_or_goes_on()) {
      return "it goes on from the sentence before";
    }
    if (const auto why = what_is_no_news(sheet_, shown_, style_); !why.empty()) {
      return why;
    }
    for (auto token = sheet_.token_at(shown_.hull.begin);
         token < sheet_.size() && sheet_.range(token).begin < shown_.hull.end; ++token) {
      if (const auto why = look_at(token); !why.empty()) {
        return why;
      }
    }
    return "";
  }

 private:
  /// "Who said that …", "Whose members met …": a clause, cut off from what it belongs to.
  [[nodiscard]] bool asks_or_goes_on() const {
    for (auto token = sheet_.token_at(shown_.hull.begin);
         token < sheet_.size() && sheet_.range(token).begin < shown_.hull.end; ++token) {
      if (sheet_.word_class(token) == WordClass::punctuation || sheet_.is_space(token)) {
        continue;
      }
      const auto word = low(sheet_.word(token));
      return style_.lists(LineList::relative, word);
    }
    return false;
  }

  std::string_view look_at(std::uint32_t token) {
    const auto range = sheet_.range(token);
    if (inside_any(shown_.replaced, range)) {
      met_person_ = met_thing_ = true;
      return "";
    }
    auto found = style_.leaning_words.find(low(sheet_.word(token)));
    if (found == style_.leaning_words.end() && sheet_.word_class(token) == WordClass::noun) {
      found = style_.leaning_words.find(low(sheet_.lemma(token)));
    }
    const WordClass word_class = sheet_.word_class(token);
    if (sheet_.word(token) == "US") {  // the country
      found = style_.leaning_words.end();
    }
    const bool in_claim = inside_any(shown_.kept, range);
    std::string_view why;
    if (found != style_.leaning_words.end() && in_claim) {
      why = judge(token, found->second);
    } else if (word_class == WordClass::noun && in_claim && is_bare(token) && !is_known(token)) {
      why = "a thing that is known only to who has read on";
    }
    if (sheet_.word(token) == "?" && !inside_any(shown_.quoted, range)) {
      return "a question";
    }
    if (is_time(sheet_, token)) {
      return why;
    }
    if (word_class == WordClass::name) {
      met_person_ = met_thing_ = true;
    } else if (word_class == WordClass::noun) {
      met_thing_ = true;
      met_person_ = met_person_ || sheet_.link(token) == Link::subject;
    }
    return why;
  }

  /// Why a word of a kind can't be understood here; empty where it can.
  [[nodiscard]] std::string_view judge(std::uint32_t token, const std::string& kind) const {
    if (is_understood(token, kind)) {
      return "";
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kReasons{{
        {"person", "a pronoun without a person"},
        {"thing", "\"it\" without a thing"},
        {"group", "\"they\" without a group"},
        {"speaker", "a first person outside a quotation"},
        {"reader", "a second person outside a quotation"},
        {"deictic", "\"this\" points out of the line"},
    }};
    for (const auto& [of, reason] : kReasons) {
      if (of == kind) {
        return reason;
      }
    }
    return "\"the move\" points out of the line";
  }

  [[nodiscard]] bool is_understood(std::uint32_t token, const std::string& kind) const {
    if (kind == "person") {  // not English: a kind of leaning_words.tsv
      return (met_person_ || shown_.names_speaker) && !is_another_than_subject(token);
    }
    if (kind == "thing") {  // not English: a kind
      return (met_thing_ && !is_another_than_subject(token)) || is_expletive(token) ||
             is_speaker(token);
    }
    if (kind == "group") {  // not English: a kind
      return ((met_thing_ || met_person_) && !is_another_than_subject(token)) ||
             (shown_.names_speaker && shown_.speaker_first) || is_speaker(token);
    }
    if (kind == "speaker" || kind == "reader") {  // not English: kinds
      return inside_any(shown_.quoted, sheet_.range(token));
    }
    if (kind == "deictic") {  // not English: a kind
      return !points_out(token);
    }
    // not English: a kind.
    return kind == "known" || !(is_bare(token) || tells_when_said(token) || is_made(token));
  }

  [[nodiscard]] bool is(std::uint32_t token, LineList list) const {
    return style_.lists(list, low(sheet_.word(token)));
  }

  /// "The ministry denies it": an object is somebody else than the subject, and nobody else stands
  /// before it.
  [[nodiscard]] bool is_another_than_subject(std::uint32_t token) const {
    const Link link = sheet_.link(token);
    if (sheet_.form(token) != Form::pronoun ||
        (link != Link::object && link != Link::indirect_object)) {
      return false;
    }
    const auto verb = sheet_.head(token);
    for (auto each = sheet_.token_at(shown_.hull.begin); each < token; ++each) {
      if (inside_any(shown_.replaced, sheet_.range(each)) ? !in_subject(sheet_, each, verb)
                                                          : is_antecedent(sheet_, each, verb)) {
        return false;
      }
    }
    return true;
  }

  /// "It had sealed the tanks, the company said": first in the claim stands who says it.
  [[nodiscard]] bool is_speaker(std::uint32_t token) const {
    return shown_.names_speaker && sheet_.range(token).begin == shown_.kept.front().begin &&
           shown_.hull.end > shown_.kept.back().end && texts::is_any_subject(sheet_.link(token));
  }

  /// What much of the story speaks of needs no telling.
  [[nodiscard]] bool is_known(std::uint32_t token) const {
    constexpr double kKnown = 0.25;
    const auto term = words_.find(low(sheet_.lemma(token)));
    return term && words_.weight(*term) >= kKnown;
  }

  /// "It is clear that …", "it remains unclear how …".
  [[nodiscard]] bool is_expletive(std::uint32_t token) const {
    if (!is(token, LineList::it) || token + 1 >= sheet_.size()) {
      return false;
    }
    const auto head = sheet_.head(token);
    for (auto each = token + 1; each < sheet_.size() && each < token + 12; ++each) {
      const Link link = sheet_.link(each);
      if ((link == Link::clause_complement || link == Link::open_complement ||
           link == Link::clause_subject || link == Link::adverbial_clause) &&
          (sheet_.head(each) == head || is_said_of(sheet_, sheet_.head(each), head)) &&
          style_.line_lists.holds(LineList::expletive, sheet_.lemma(head))) {
        return true;
      }
    }
    return false;
  }

  /// "this" alone, or "this plan" with nothing of that kind before it in the line.
  [[nodiscard]] bool points_out(std::uint32_t token) const {
    const Form form = sheet_.form(token);
    if (is(token, LineList::that) &&
        (form == Form::preposition || form == Form::question_determiner)) {
      return false;
    }
    if (form == Form::existential) {
      return false;
    }
    if (is(token, LineList::both)) {
      return !met_thing_ && sheet_.link(token) != Link::preconjunction;
    }
    if (is(token, LineList::points_back)) {
      return !met_thing_;
    }
    // "this week" is a time: dates replace it, or it is flagged.
    const auto head = sheet_.head(token);
    if (style_.lists(LineList::span_of_time, sheet_.lemma(head))) {
      return false;
    }
    return !met_thing_;
  }

  /// A definite noun as subject with no more words to it: "the move", not "the move to ban salt".
  [[nodiscard]] bool is_bare(std::uint32_t token) const {
    const Link link = sheet_.link(token);
    if (met_thing_ || (link != Link::subject && link != Link::passive_subject)) {
      return false;
    }
    bool definite = false;
    for (auto each = token > 4 ? token - 4 : 0; each < sheet_.size() && each < token + 8; ++each) {
      if (each == token || sheet_.head(each) != token) {
        continue;
      }
      const auto child = sheet_.link(each);
      if (child == Link::determiner) {
        definite = definite || is(each, LineList::the) || is(each, LineList::this_or_that);
      } else if (child != Link::punctuation && child != Link::coordinator) {
        return false;
      }
    }
    return definite;
  }

  /// "The remarks by the official came after …": about words that stood before.
  [[nodiscard]] bool tells_when_said(std::uint32_t token) const {
    return sheet_.link(token) == Link::subject &&
           style_.lists(LineList::come, sheet_.lemma(sheet_.head(token)));
  }

  /// "… made the statement in a call": about words that stood before.
  [[nodiscard]] bool is_made(std::uint32_t token) const {
    return sheet_.link(token) == Link::object &&
           style_.lists(LineList::make, sheet_.lemma(sheet_.head(token))) && token > 0 &&
           is(token - 1, LineList::the);
  }

  const Sheet& sheet_;
  const Shown& shown_;
  const HouseStyle& style_;
  const StoryWords& words_;
  bool met_person_ = false;
  bool met_thing_ = false;
};

}  // namespace

std::string_view what_leans(const Sheet& sheet, const Shown& shown, const HouseStyle& style,
                            const StoryWords& words) {
  return Leaning{sheet, shown, style, words}.find();
}

}  // namespace factbox::factboxes
