#include "factboxes/lines/replacements.h"

#include <algorithm>
#include <string>

#include "base/letters.h"
#include "factboxes/lines/replacing.h"
#include "factboxes/lines/source_words.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::NameType;
using texts::WordClass;

namespace {

/// Collects what is replaced in one line.
class Collector {
 public:
  Collector(const statements::ReadReport& report, const statements::Statement& statement,
            const LineLayout& layout, const WordingRules& rules)
      : line_(report, statement, layout, rules) {}

  std::string_view collect() {
    if (const auto why = name_speakers(line_); !why.empty()) {
      return why;
    }
    name_people();
    name_unmarked_people();
    print_cues();
    return print_times(line_);
  }

  Replacements take() { return std::move(line_.found()); }

 private:
  void name_people() {
    for (const auto& mention : line_.report().mentions.names) {
      if (mention.where.field != line_.statement().field || !line_.shown(mention.where.range) ||
          mention.entity >= line_.report().mentions.entities.size()) {
        continue;
      }
      const auto person = line_.rules().people.of(line_.report().mentions.entities[mention.entity]);
      const auto words = mention.where.range.in(line_.text());
      // A pronoun is a mention too; only names change their form.
      if (!person || !begins_with_capital(words)) {
        continue;
      }
      auto range = mention.where.range;
      if (words_of(words).size() == 1 && !mention.role && part_of_name(range.begin)) {
        continue;
      }
      if (const auto title = title_before(line_.report(), mention);
          title && line_.shown(*title) && !belongs_to_another(title->begin)) {
        range.begin = title->begin;
      }
      auto evidence =
          evidence_at(*line_.report().report, {line_.statement().field, range}, Part::name);
      auto shown_words = evidence.text;
      line_.replace(range, {{std::move(shown_words), std::move(evidence), *person}}, true);
    }
  }

  /// "The commander of the IRGC's Quds Force General Soleimani": the title's words belong to more.
  [[nodiscard]] bool belongs_to_another(std::uint32_t at) const {
    const auto before = line_.text().substr(0, at);
    return before.ends_with("'s ") || before.ends_with("\xE2\x80\x99s ") ||
           before.ends_with("s' ") || before.ends_with("s\xE2\x80\x99 ");
  }

  /// True where a word with a capital stands right before, or a hyphen: then a surname is part of
  /// another name.
  [[nodiscard]] bool part_of_name(std::uint32_t at) const {
    const auto before =
        line_.text().substr(at - std::min<std::uint32_t>(at, 40), std::min<std::uint32_t>(at, 40));
    const auto words = words_of(before);
    if (words.empty() || words.back().range.end + 1 != before.size()) {
      return !words.empty() && words.back().range.end == before.size();
    }
    if (before.ends_with('-')) {
      return true;
    }
    const auto& word = words.back().folded;
    if (line_.rules().style.line_lists.holds(LineList::honorific, word)) {
      return false;
    }
    return begins_with_capital(words.back().range.in(before)) && words.back().range.size() > 1;
  }

  /// People whom the report names here without being marked: found by their names alone. Not where
  /// the name describes something else ("the Zarif team").
  void name_unmarked_people() {
    const auto hull = line_.layout().hull.in(line_.text());
    const auto words = words_of(hull);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto person = begins_with_capital(words[i].range.in(hull))
                              ? line_.rules().people.by_surname(words[i].folded)
                              : std::nullopt;
      if (!person || (i > 0 && line_.rules().style.lists(LineList::the, words[i - 1].folded))) {
        continue;
      }
      const auto& known = line_.rules().people.all()[*person];
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
        auto evidence =
            evidence_at(*line_.report().report, {line_.statement().field, range}, Part::name);
        auto shown_words = evidence.text;
        line_.replace(range, {{std::move(shown_words), std::move(evidence), *person}}, true);
      }
    }
  }

  /// True inside a place, a date, a body: "Washington" is no Mr. Washington, "May 8" no Mrs. May.
  [[nodiscard]] bool names_something_else(ByteRange range) const {
    const auto& sheet = line_.sheet();
    const auto entities = sheet.names();
    const auto& names = line_.report().mentions.names;
    const auto word = last_word(range.in(line_.text()));
    const auto alone = [&](ByteRange other) {
      return other == range && line_.rules().people.mostly_person(word);
    };
    return std::any_of(entities.begin(), entities.end(),
                       [&](const texts::MarkedName& each) {
                         const auto bytes = sheet.bytes(each.tokens);
                         return each.type != NameType::person && bytes.touches(range) &&
                                !alone(bytes);
                       }) ||
           std::any_of(names.begin(), names.end(), [&](const mentions::NameMention& each) {
             return each.where.field == line_.statement().field &&
                    each.where.range.touches(range) && each.type != NameType::person &&
                    !alone(each.where.range);
           });
  }

  void print_cues() {
    const auto& sheet = line_.sheet();
    for (auto token = sheet.token_at(line_.layout().hull.begin);
         token < sheet.size() && sheet.range(token).begin < line_.layout().hull.end; ++token) {
      const auto range = sheet.range(token);
      if (!line_.shown(range) || Replacing::touches_any(line_.layout().content, range)) {
        continue;
      }
      const auto word = words_of(sheet.word(token));
      if (word.empty()) {
        continue;
      }
      const bool paired = token > 0 && sheet.word_class(token - 1) == WordClass::coordinator;
      if (line_.rules().style.lists(LineList::also, word.front().folded) && !paired) {
        line_.replace(range, {}, false);
      }
      const auto printed = line_.rules().style.printed_cues.find(word.front().folded);
      if (printed != line_.rules().style.printed_cues.end() && is_cue(range)) {
        line_.replace(range, {frame(printed->second)}, false);
      }
    }
  }

  /// The words by which this claim, or one around it, is attributed.
  [[nodiscard]] bool is_cue(ByteRange range) const {
    return std::any_of(line_.report().statements.begin(), line_.report().statements.end(),
                       [&](const statements::Statement& each) {
                         return each.field == line_.statement().field &&
                                Replacing::touches_any(each.cue, range);
                       });
  }

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
