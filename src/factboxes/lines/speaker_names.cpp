#include <algorithm>
#include <string>
#include <string_view>

#include "base/letters.h"
#include "factboxes/lines/introductions.h"
#include "factboxes/lines/replacing.h"
#include "factboxes/lines/source_words.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::Link;

namespace {

using statements::Anonymity;
using statements::ChainMember;

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

/// Names who speaks where the report only points to him.
class SpeakerNaming {
 public:
  explicit SpeakerNaming(Replacing& line) : line_(line) {}

  std::string_view name_speaker(const ChainMember& member) {
    if (!member.span || !line_.shown(*member.span) || member.self ||
        words_of(member.span->in(line_.text())).empty()) {
      return "";
    }
    const auto words = member.span->in(line_.text());
    if (line_.rules().style.lists(LineList::our, words_of(words).front().folded)) {
      return "a speaker whom only the outlet calls so";
    }
    const auto person = member.anonymous == Anonymity::named
                            ? line_.rules().people.of_id(member.entity)
                            : std::nullopt;
    const bool by_office =
        person && line_.rules().style.lists(LineList::the, words_of(words).front().folded) &&
        !holds_phrase(words, last_word(line_.rules().people.all()[*person].name));
    if (!points_elsewhere(words, line_.rules().style) && !by_office) {
      introduce(member);
      return "";
    }
    const auto behind = line_.text().substr(member.span->end);
    if (behind.starts_with('\'') || behind.starts_with("\xE2\x80\x99")) {
      return "a pronoun that no name can stand for";  // "she's"
    }
    if (member.anonymous == Anonymity::named) {
      if (person) {
        line_.replace(*member.span, {name_of(*person, line_.rules().people)}, true);
        return "";
      }
    }
    const auto& called = member.anonymous == Anonymity::named ? member.name : member.description;
    if (member.anonymous != Anonymity::named && !agrees(words, called)) {
      return "a source whose number isn't clear";
    }
    constexpr std::size_t kShortestName = 2;
    const bool tells =
        called.size() >= kShortestName && !points_elsewhere(called, line_.rules().style);
    auto evidence = tells ? locate(*line_.report().report, called, Part::name) : std::nullopt;
    if (!evidence) {
      return introduce(member) ? "" : "a speaker who isn't named";
    }
    auto shown_words =
        within_sentence(evidence->text, line_.report().of(evidence->field), evidence->range);
    line_.replace(*member.span, {{std::move(shown_words), std::move(evidence), std::nullopt}},
                  true);
    return "";
  }

 private:
  /// "The hospital", which the report has called Brno University Hospital: its name takes its
  /// place.
  bool introduce(const ChainMember& member) {
    const auto& sheet = line_.sheet();
    const auto head = head_of(sheet, *member.span);
    const bool told = !member.name.empty() || member.anonymous != Anonymity::named ||
                      holds_capital(member.span->in(line_.text()).substr(1));
    const auto range = told ? std::nullopt : introduction_of(sheet, head);
    if (!range) {
      return false;
    }
    if (const auto person = person_in(*range)) {
      if (line_.replace(*member.span, {name_of(*person, line_.rules().people)}, true)) {
        line_.found().sources.push_back({*member.span, line_.rules().people.all()[*person].name});
      }
      return true;
    }
    auto evidence =
        evidence_at(*line_.report().report, {line_.statement().field, *range}, Part::name);
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
    for (const auto& mention : line_.report().mentions.names) {
      if (mention.where.field == line_.statement().field && range.covers(mention.where.range) &&
          mention.entity < line_.report().mentions.entities.size()) {
        if (const auto person =
                line_.rules().people.of(line_.report().mentions.entities[mention.entity])) {
          return person;
        }
      }
    }
    return std::nullopt;
  }

  /// One is never many: "the official" is no "officials", "he" no "sources" (RULES 13).
  [[nodiscard]] bool agrees(std::string_view words, std::string_view description) const {
    const auto head = last_word(words);
    if (!line_.rules().style.leaning_words.contains(head) ||
        line_.rules().style.leaning_words.find(head)->second == "noun") {  // not English: a kind
      return holds_phrase(description, head);
    }
    const auto first = words_of(description);
    const bool one =
        !first.empty() && line_.rules().style.lists(LineList::single, first.front().folded);
    return line_.rules().style.lists(LineList::they, head) ? !one : one;
  }

  Replacing& line_;
};

}  // namespace

std::string_view name_speakers(Replacing& line) {
  SpeakerNaming speakers{line};
  for (const auto& member : line.statement().chain) {
    // Whether the subject of the outlet's own sentence is known is for `wholeness` to say.
    if (const auto why = speakers.name_speaker(member);
        !why.empty() && line.statement().kind != statements::Kind::plain) {
      return why;
    }
  }
  return "";
}

}  // namespace factbox::factboxes
