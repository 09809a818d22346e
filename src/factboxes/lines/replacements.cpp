#include "factboxes/lines/replacements.h"

#include <algorithm>

#include "base/letters.h"
#include "factboxes/lines/dated_words.h"
#include "factboxes/lines/introductions.h"
#include "factboxes/lines/printed_dates.h"
#include "factboxes/lines/source_words.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::Link;
using texts::NameType;
using texts::WordClass;

namespace {

using statements::Anonymity;
using statements::ChainMember;

bool inside_any(const std::vector<ByteRange>& ranges, ByteRange range) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](ByteRange each) { return each.touches(range); });
}

bool in_list(const std::vector<std::string>& phrases, std::string_view words) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const auto& phrase) { return holds_phrase(words, phrase); });
}

std::string last_word(std::string_view name) {
  const auto words = words_of(name);
  return words.empty() ? std::string{} : words.back().folded;
}

/// The word of a phrase that the others hang on.
std::uint32_t head_of(const texts::Sheet& sheet, ByteRange span) {
  auto token = sheet.token_at(span.begin);
  while (token < sheet.size() && sheet.head(token) != token &&
         span.covers(sheet.range(sheet.head(token)))) {
    token = sheet.head(token);
  }
  return token;
}

bool holds_capital(std::string_view words) {
  const auto list = words_of(words);
  return std::any_of(list.begin(), list.end(),
                     [&](const Word& word) { return begins_with_capital(word.range.in(words)); });
}

/// What was replaced in a line so far.
class Replacing {
 public:
  explicit Replacing(const LineLayout& layout) : layout_(layout) {}

  [[nodiscard]] const LineLayout& layout() const { return layout_; }
  [[nodiscard]] Replacements& found() { return found_; }

  [[nodiscard]] bool shown(ByteRange range) const {
    return layout_.hull.covers(range) && !inside_any(layout_.quoted, range) &&
           !inside_any(layout_.cuts, range);
  }

  bool replace(ByteRange range, Wording by, bool names) {
    const bool apart =
        std::none_of(found_.all.begin(), found_.all.end(),
                     [&](const Replacement& each) { return each.range.touches(range); });
    if (apart) {
      found_.all.push_back({range, std::move(by), names});
    }
    return apart;
  }

 private:
  const LineLayout& layout_;
  Replacements found_;
};

/// Names who speaks where the report only points to him.
class SpeakerNaming {
 public:
  SpeakerNaming(const statements::ReadReport& report, const statements::Statement& statement,
                const WordingRules& rules, Replacing& line)
      : report_(report),
        statement_(statement),
        rules_(rules),
        text_(report.report->of(statement.field)),
        line_(line) {}

  std::string_view name_speaker(const ChainMember& member) {
    if (!member.span || !line_.shown(*member.span) || member.self ||
        words_of(member.span->in(text_)).empty()) {
      return "";
    }
    const auto words = member.span->in(text_);
    if (rules_.style.lists(LineList::our, words_of(words).front().folded)) {
      return "a speaker whom only the outlet calls so";
    }
    const auto person =
        member.anonymous == Anonymity::named ? rules_.people.of_id(member.entity) : std::nullopt;
    const bool by_office = person &&
                           rules_.style.lists(LineList::the, words_of(words).front().folded) &&
                           !holds_phrase(words, last_word(rules_.people.all()[*person].name));
    if (!points_elsewhere(words, rules_.style) && !by_office) {
      introduce(member);
      return "";
    }
    const auto behind = text_.substr(member.span->end);
    if (behind.starts_with('\'') || behind.starts_with("\xE2\x80\x99")) {
      return "a pronoun that no name can stand for";  // "she's"
    }
    if (member.anonymous == Anonymity::named) {
      if (person) {
        line_.replace(*member.span, {name_of(*person, rules_.people)}, true);
        return "";
      }
    }
    const auto& called = member.anonymous == Anonymity::named ? member.name : member.description;
    if (member.anonymous != Anonymity::named && !agrees(words, called)) {
      return "a source whose number isn't clear";
    }
    constexpr std::size_t kShortestName = 2;
    const bool tells = called.size() >= kShortestName && !points_elsewhere(called, rules_.style);
    auto evidence = tells ? locate(*report_.report, called, Part::name) : std::nullopt;
    if (!evidence) {
      return introduce(member) ? "" : "a speaker who isn't named";
    }
    auto shown_words =
        within_sentence(evidence->text, report_.of(evidence->field), evidence->range);
    line_.replace(*member.span, {{std::move(shown_words), std::move(evidence), std::nullopt}},
                  true);
    return "";
  }

 private:
  /// "The hospital", which the report has called Brno University Hospital: its name takes its
  /// place.
  bool introduce(const ChainMember& member) {
    const auto& sheet = report_.of(statement_.field);
    const auto head = head_of(sheet, *member.span);
    const bool told = !member.name.empty() || member.anonymous != Anonymity::named ||
                      holds_capital(member.span->in(text_).substr(1));
    const auto range = told ? std::nullopt : introduction_of(sheet, head);
    if (!range) {
      return false;
    }
    if (const auto person = person_in(*range)) {
      if (line_.replace(*member.span, {name_of(*person, rules_.people)}, true)) {
        line_.found().sources.push_back({*member.span, rules_.people.all()[*person].name});
      }
      return true;
    }
    auto evidence = evidence_at(*report_.report, {statement_.field, *range}, Part::name);
    auto name = sheet.link(sheet.token_at(range->begin)) == Link::determiner
                    ? evidence.text.substr(evidence.text.find(' ') + 1)
                    : evidence.text;
    auto shown_words = within_sentence(evidence.text, sheet, *range);
    if (line_.replace(*member.span, {{std::move(shown_words), std::move(evidence), std::nullopt}},
                      true)) {
      line_.found().sources.push_back({*member.span, std::move(name)});
    }
    return true;
  }

  /// The person of the story whose name stands in the range.
  [[nodiscard]] std::optional<std::uint32_t> person_in(ByteRange range) const {
    for (const auto& mention : report_.mentions.names) {
      if (mention.where.field == statement_.field && range.covers(mention.where.range) &&
          mention.entity < report_.mentions.entities.size()) {
        if (const auto person = rules_.people.of(report_.mentions.entities[mention.entity])) {
          return person;
        }
      }
    }
    return std::nullopt;
  }

  /// One is never many: "the official" is no "officials", "he" no "sources" (RULES 13).
  [[nodiscard]] bool agrees(std::string_view words, std::string_view description) const {
    const auto head = last_word(words);
    if (!rules_.style.leaning_words.contains(head) ||
        rules_.style.leaning_words.find(head)->second == "noun") {  // not English: a kind
      return holds_phrase(description, head);
    }
    const auto first = words_of(description);
    const bool one = !first.empty() && rules_.style.lists(LineList::single, first.front().folded);
    return rules_.style.lists(LineList::they, head) ? !one : one;
  }

  const statements::ReadReport& report_;
  const statements::Statement& statement_;
  const WordingRules& rules_;
  std::string_view text_;
  Replacing& line_;
};

/// Prints days for the words that count from a report's own.
class TimePrinting {
 public:
  TimePrinting(const statements::ReadReport& report, const statements::Statement& statement,
               const WordingRules& rules, Replacing& line)
      : report_(report),
        statement_(statement),
        rules_(rules),
        text_(report.report->of(statement.field)),
        line_(line) {}

  void date(const mentions::TimeMention& time) {
    if (time.where.field != statement_.field || !line_.shown(time.where.range)) {
      return;
    }
    const auto range = day_words(text_, time, without_preposition(time.where.range), rules_.style);
    if (range.empty() || !wants_date(*report_.report, statement_, time, range, rules_)) {
      return;
    }
    const auto printed = print_timex(time.value, rules_.current_year, rules_.always_year);
    if (!printed) {
      return;
    }
    auto whole = range;
    std::string before;
    const auto rest = text_.substr(range.end);
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
    auto evidence = evidence_at(*report_.report, {statement_.field, whole}, Part::time);
    line_.replace(whole, {{before + printed->words, std::move(evidence), std::nullopt}}, false);
  }

  /// Relative words that no date replaces.
  std::string_view times_left() {
    std::string left;
    auto at = line_.layout().hull.begin;
    const auto keep = [&](std::uint32_t end) {
      for (auto i = at; i < end; ++i) {
        const bool hidden = inside_any(line_.layout().quoted, {i, i + 1}) ||
                            inside_any(line_.layout().cuts, {i, i + 1});
        left += hidden ? '|' : text_[i];
      }
    };
    for (const auto& each : line_.found().all) {
      keep(each.range.begin);
      left += '|';
      at = std::max(at, each.range.end);
    }
    keep(line_.layout().hull.end);
    for (const auto& words : rules_.style.named_days) {
      left = without_phrase(std::move(left), words);
    }
    if (in_list(rules_.style.strict_relative_times, left)) {
      return "a time that couldn't be resolved";
    }
    line_.found().unresolved_time = in_list(rules_.style.loose_relative_times, left);
    return "";
  }

 private:
  /// The last word before `at`, and whether only a space parts them.
  [[nodiscard]] std::string word_before(std::uint32_t at) const {
    const auto from = at - std::min<std::uint32_t>(at, 24);
    const auto words = words_of(text_.substr(from, at - from));
    return words.empty() ? std::string{} : words.back().folded;
  }

  [[nodiscard]] bool stands_before_date(std::string_view word) const {
    return rules_.style.line_lists.holds(LineList::before_date, word);
  }

  /// The preposition within the mention stays as it is: "on Tuesday".
  [[nodiscard]] ByteRange without_preposition(ByteRange range) const {
    const auto words = words_of(range.in(text_));
    if (words.size() > 1 && stands_before_date(words.front().folded)) {
      range.begin += words[1].range.begin;
    }
    return range;
  }

  /// True where the time stands before a noun that it describes: "the Tuesday attack".
  [[nodiscard]] bool describes_noun(ByteRange range) const {
    const auto& sheet = report_.of(statement_.field);
    const auto last = sheet.token_at(range.end - 1);
    if (last >= sheet.size()) {
      return false;
    }
    const Link link = sheet.link(last);
    const auto head = sheet.head(last);
    return (link == Link::compound || link == Link::noun_modifier || link == Link::adjective) &&
           head > last;
  }

  const statements::ReadReport& report_;
  const statements::Statement& statement_;
  const WordingRules& rules_;
  std::string_view text_;
  Replacing& line_;
};

/// Collects what is replaced in one line.
class Collector {
 public:
  Collector(const statements::ReadReport& report, const statements::Statement& statement,
            const LineLayout& layout, const WordingRules& rules)
      : report_(report),
        statement_(statement),
        rules_(rules),
        text_(report.report->of(statement.field)),
        line_(layout) {}

  std::string_view collect() {
    SpeakerNaming speakers{report_, statement_, rules_, line_};
    for (const auto& member : statement_.chain) {
      // Whether the subject of the outlet's own sentence is known is for `wholeness` to say.
      if (const auto why = speakers.name_speaker(member);
          !why.empty() && statement_.kind != statements::Kind::plain) {
        return why;
      }
    }
    name_people();
    name_unmarked_people();
    print_cues();
    TimePrinting times{report_, statement_, rules_, line_};
    for (const auto& time : report_.mentions.times) {
      times.date(time);
    }
    std::sort(line_.found().all.begin(), line_.found().all.end(),
              [](const auto& a, const auto& b) { return a.range < b.range; });
    return times.times_left();
  }

  Replacements take() { return std::move(line_.found()); }

 private:
  void name_people() {
    for (const auto& mention : report_.mentions.names) {
      if (mention.where.field != statement_.field || !line_.shown(mention.where.range) ||
          mention.entity >= report_.mentions.entities.size()) {
        continue;
      }
      const auto person = rules_.people.of(report_.mentions.entities[mention.entity]);
      const auto words = mention.where.range.in(text_);
      // A pronoun is a mention too; only names change their form.
      if (!person || !begins_with_capital(words)) {
        continue;
      }
      auto range = mention.where.range;
      if (words_of(words).size() == 1 && !mention.role && part_of_name(range.begin)) {
        continue;
      }
      if (const auto title = title_before(report_, mention);
          title && line_.shown(*title) && !belongs_to_another(title->begin)) {
        range.begin = title->begin;
      }
      auto evidence = evidence_at(*report_.report, {statement_.field, range}, Part::name);
      auto shown_words = evidence.text;
      line_.replace(range, {{std::move(shown_words), std::move(evidence), *person}}, true);
    }
  }

  /// "The commander of the IRGC's Quds Force General Soleimani": the title's words belong to more.
  [[nodiscard]] bool belongs_to_another(std::uint32_t at) const {
    const auto before = text_.substr(0, at);
    return before.ends_with("'s ") || before.ends_with("\xE2\x80\x99s ") ||
           before.ends_with("s' ") || before.ends_with("s\xE2\x80\x99 ");
  }

  /// True where a word with a capital stands right before, or a hyphen: then a surname is part of
  /// another name.
  [[nodiscard]] bool part_of_name(std::uint32_t at) const {
    const auto before =
        text_.substr(at - std::min<std::uint32_t>(at, 40), std::min<std::uint32_t>(at, 40));
    const auto words = words_of(before);
    if (words.empty() || words.back().range.end + 1 != before.size()) {
      return !words.empty() && words.back().range.end == before.size();
    }
    if (before.ends_with('-')) {
      return true;
    }
    const auto& word = words.back().folded;
    if (rules_.style.line_lists.holds(LineList::honorific, word)) {
      return false;
    }
    return begins_with_capital(words.back().range.in(before)) && words.back().range.size() > 1;
  }

  /// People whom the report names here without being marked: found by their names alone. Not where
  /// the name describes something else ("the Zarif team").
  void name_unmarked_people() {
    const auto hull = line_.layout().hull.in(text_);
    const auto words = words_of(hull);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto person = begins_with_capital(words[i].range.in(hull))
                              ? rules_.people.by_surname(words[i].folded)
                              : std::nullopt;
      if (!person || (i > 0 && rules_.style.lists(LineList::the, words[i - 1].folded))) {
        continue;
      }
      const auto& known = rules_.people.all()[*person];
      const auto& name = known.name;
      if (folded(known.surname) != folded(words[i].range.in(hull))) {
        continue;
      }
      const auto until = hull.substr(0, words[i].range.end);
      const auto length = until.ends_with(name) ? name.size() : words[i].range.size();
      const bool other_name = length == words[i].range.size() &&
                              part_of_name(line_.layout().hull.begin + words[i].range.begin);
      const ByteRange range{
          line_.layout().hull.begin + words[i].range.end - static_cast<std::uint32_t>(length),
          line_.layout().hull.begin + words[i].range.end};
      if (!other_name && line_.shown(range) && !names_something_else(range)) {
        auto evidence = evidence_at(*report_.report, {statement_.field, range}, Part::name);
        auto shown_words = evidence.text;
        line_.replace(range, {{std::move(shown_words), std::move(evidence), *person}}, true);
      }
    }
  }

  /// True inside a place, a date, a body: "Washington" is no Mr. Washington, "May 8" no Mrs. May.
  [[nodiscard]] bool names_something_else(ByteRange range) const {
    const auto& sheet = report_.of(statement_.field);
    const auto entities = sheet.names();
    const auto& names = report_.mentions.names;
    const auto word = last_word(range.in(text_));
    const auto alone = [&](ByteRange other) {
      return other == range && rules_.people.mostly_person(word);
    };
    return std::any_of(entities.begin(), entities.end(),
                       [&](const texts::MarkedName& each) {
                         const auto bytes = sheet.bytes(each.tokens);
                         return each.type != NameType::person && bytes.touches(range) &&
                                !alone(bytes);
                       }) ||
           std::any_of(names.begin(), names.end(), [&](const mentions::NameMention& each) {
             return each.where.field == statement_.field && each.where.range.touches(range) &&
                    each.type != NameType::person && !alone(each.where.range);
           });
  }

  void print_cues() {
    const auto& sheet = report_.of(statement_.field);
    for (auto token = sheet.token_at(line_.layout().hull.begin);
         token < sheet.size() && sheet.range(token).begin < line_.layout().hull.end; ++token) {
      const auto range = sheet.range(token);
      if (!line_.shown(range) || inside_any(line_.layout().content, range)) {
        continue;
      }
      const auto word = words_of(sheet.word(token));
      if (word.empty()) {
        continue;
      }
      const bool paired = token > 0 && sheet.word_class(token - 1) == WordClass::coordinator;
      if (rules_.style.lists(LineList::also, word.front().folded) && !paired) {
        line_.replace(range, {}, false);
      }
      const auto printed = rules_.style.printed_cues.find(word.front().folded);
      if (printed != rules_.style.printed_cues.end() && is_cue(range)) {
        line_.replace(range, {frame(printed->second)}, false);
      }
    }
  }

  /// The words by which this claim, or one around it, is attributed.
  [[nodiscard]] bool is_cue(ByteRange range) const {
    return std::any_of(report_.statements.begin(), report_.statements.end(),
                       [&](const statements::Statement& each) {
                         return each.field == statement_.field && inside_any(each.cue, range);
                       });
  }

  const statements::ReadReport& report_;
  const statements::Statement& statement_;
  const WordingRules& rules_;
  std::string_view text_;
  Replacing line_;
};

}  // namespace

std::optional<Replacements> find_replacements(const statements::ReadReport& report,
                                              const statements::Statement& statement,
                                              const LineLayout& layout, const WordingRules& rules,
                                              std::string_view& why) {
  Collector collector{report, statement, layout, rules};
  why = collector.collect();
  if (!why.empty()) {
    return std::nullopt;
  }
  return collector.take();
}

}  // namespace factbox::factboxes
